"""The registers behind services: open charges and dogs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "charges",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=True),
        sa.Column("application_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("reference"),
    )
    op.create_table(
        "dogs",
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("keeper_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tag"),
    )
    with op.batch_alter_table("dogs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dogs_keeper_id"), ["keeper_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("dogs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dogs_keeper_id"))

    op.drop_table("dogs")
    op.drop_table("charges")
