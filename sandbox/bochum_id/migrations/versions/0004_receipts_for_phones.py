"""Links by which a phone fetches a receipt."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "receipt_links",
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_digest"),
    )
    with op.batch_alter_table("receipt_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipt_links_receipt_id"), ["receipt_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("receipt_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_receipt_links_receipt_id"))

    op.drop_table("receipt_links")
