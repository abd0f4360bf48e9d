"""Everything a whole account has."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "activities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activities_account_id"), ["account_id"], unique=False)

    op.create_table(
        "application_events",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("application_id", "position"),
    )
    op.create_table(
        "appointments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("hold_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("application_id", sa.String(), nullable=True),
        sa.Column("contact", sa.JSON(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("cancel_code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("receipt_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("day", "number"),
        sa.UniqueConstraint("hold_id"),
    )
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointments_account_id"), ["account_id"], unique=False)

    op.create_table(
        "attachments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("scanned_at", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachments_application_id"), ["application_id"], unique=False)

    op.create_table(
        "component_switches", sa.Column("name", sa.String(), nullable=False), sa.PrimaryKeyConstraint("name")
    )
    op.create_table(
        "cosignatures",
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pseudonym_digest", sa.String(), nullable=False),
        sa.Column("signed_at", sa.BigInteger(), nullable=False),
        sa.Column("declaration_digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("application_id"),
    )
    op.create_table(
        "deletion_requests",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("requested_at", sa.BigInteger(), nullable=False),
        sa.Column("effective_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account_id"),
        sa.UniqueConstraint("id"),
    )
    with op.batch_alter_table("deletion_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deletion_requests_effective_at"), ["effective_at"], unique=False)

    op.create_table(
        "enrolment_codes",
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("terminal_id"),
    )
    op.create_table(
        "factor_challenges",
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("factor_id", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", "factor_id"),
    )
    with op.batch_alter_table("factor_challenges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_factor_challenges_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "holds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("terminal_id", "code", "since"),
    )
    op.create_table(
        "lockouts",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.BigInteger(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("subject"),
    )
    op.create_table(
        "login_factors",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("totp_secret", sa.String(), nullable=True),
        sa.Column("last_totp_step", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "id"),
    )
    op.create_table(
        "message_attachments",
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "number"),
    )
    op.create_table(
        "message_replies",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("attachment_ids", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("message_replies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_replies_message_id"), ["message_id"], unique=False)

    op.create_table(
        "messages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=True),
        sa.Column("read_at", sa.BigInteger(), nullable=True),
        sa.Column("served_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_messages_account_id"), ["account_id"], unique=False)

    op.create_table(
        "organisations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_at"), ["at"], unique=False)

    op.create_table(
        "payment_attempts",
        sa.Column("payment_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("taking", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("payment_id", "number"),
    )
    with op.batch_alter_table("payment_attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_attempts_terminal_id"), ["terminal_id"], unique=False)

    op.create_table(
        "payment_batches",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("reported", sa.JSON(), nullable=False),
        sa.Column("expected_count", sa.Integer(), nullable=False),
        sa.Column("expected_cents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("payment_batches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payment_batches_terminal_id"), ["terminal_id"], unique=False)

    op.create_table(
        "planned_faults",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )
    op.create_table(
        "queue_tickets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("service_id", sa.String(), nullable=False),
        sa.Column("waiting_area", sa.String(), nullable=False),
        sa.Column("estimated_minutes", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.BigInteger(), nullable=False),
        sa.Column("appointment_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("appointment_id"),
        sa.UniqueConstraint("office_id", "day", "ticket"),
    )
    op.create_table(
        "rate_windows",
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("digest"),
    )
    with op.batch_alter_table("recovery_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recovery_codes_account_id"), ["account_id"], unique=False)

    op.create_table(
        "representations",
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("organisation_id", "account_id"),
    )
    with op.batch_alter_table("representations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_representations_account_id"), ["account_id"], unique=False)

    op.create_table(
        "taken_times",
        sa.Column("office_id", sa.String(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("hold_id", sa.String(), nullable=False),
        sa.Column("free_again_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("office_id", "start", "counter"),
    )
    with op.batch_alter_table("taken_times", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_taken_times_hold_id"), ["hold_id"], unique=False)

    op.create_table(
        "tallies",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("tallies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tallies_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_tallies_subject"), ["subject"], unique=False)

    op.create_table(
        "terminal_certificates",
        sa.Column("thumbprint", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("not_after", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("thumbprint"),
    )
    with op.batch_alter_table("terminal_certificates", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_terminal_certificates_terminal_id"), ["terminal_id"], unique=False
        )

    op.create_table(
        "terminal_commands",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("grace_seconds", sa.Integer(), nullable=True),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("not_after", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("terminal_commands", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_terminal_commands_terminal_id"), ["terminal_id"], unique=False)

    op.create_table(
        "terminal_configs",
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("terminal_id"),
    )
    op.create_table(
        "terminal_states",
        sa.Column("terminal_id", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("boot_id", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("beat", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("terminal_id"),
    )
    op.create_table(
        "upload_links",
        sa.Column("token_digest", sa.String(), nullable=False),
        sa.Column("application_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_digest"),
    )
    with op.batch_alter_table("upload_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_upload_links_application_id"), ["application_id"], unique=False)

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("consents_changed", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("type", sa.String(), nullable=False, server_default="person"))
        batch_op.add_column(sa.Column("username", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("password_hash", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("locked", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("attributes", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("identity", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("preferences", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.create_index(batch_op.f("ix_accounts_identity"), ["identity"], unique=False)
        batch_op.create_index(batch_op.f("ix_accounts_username"), ["username"], unique=True)

    with op.batch_alter_table("applications", schema=None) as batch_op:
        batch_op.add_column(sa.Column("opened_at", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("opened_by", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("changed_at", sa.BigInteger(), nullable=False, server_default="0"))

    op.execute("UPDATE applications SET opened_by = account_id")

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("media_type", sa.String(), nullable=False, server_default="application/pdf")
        )

    with op.batch_alter_table("login_attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("method", sa.String(), nullable=False, server_default="eid"))
        batch_op.add_column(sa.Column("session_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("application_id", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("scenarios", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("link_to", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("password_tries", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("factor_tries", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("factor_failures", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("challenges", sa.Integer(), nullable=False, server_default="0"))
        batch_op.alter_column("link_digest", existing_type=sa.VARCHAR(), nullable=True)
        batch_op.alter_column("link_expires_at", existing_type=sa.BIGINT(), nullable=True)
        batch_op.alter_column("refresh_token", existing_type=sa.VARCHAR(), nullable=True)

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("terminal_id", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("pay_token", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("bank_plays", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("settles_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("paid_at", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("receipt_id", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_payments_pay_token"), ["pay_token"], unique=True)
        batch_op.create_index(batch_op.f("ix_payments_terminal_id"), ["terminal_id"], unique=False)

    with op.batch_alter_table("print_jobs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("session_id", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("opened_at", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.create_index(batch_op.f("ix_print_jobs_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_print_jobs_session_id"), ["session_id"], unique=False)

    with op.batch_alter_table("pseudonyms", schema=None) as batch_op:
        batch_op.add_column(sa.Column("id", sa.String(), nullable=True))
    op.execute("UPDATE pseudonyms SET id = 'lnk_' || digest")
    with op.batch_alter_table("pseudonyms", schema=None) as batch_op:
        batch_op.alter_column("id", existing_type=sa.String(), nullable=False)
        batch_op.add_column(sa.Column("document_type", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("valid_until", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_pseudonyms_id"), ["id"], unique=True)

    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due", sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("authenticated_at", sa.BigInteger(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("methods", sa.JSON(), nullable=False, server_default='["eid"]'))
        batch_op.add_column(sa.Column("certified", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("acting_for", sa.String(), nullable=True))

    with op.batch_alter_table("terminals", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hardware", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("terminals", schema=None) as batch_op:
        batch_op.drop_column("hardware")

    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_column("acting_for")
        batch_op.drop_column("certified")
        batch_op.drop_column("methods")
        batch_op.drop_column("authenticated_at")

    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.drop_column("due")

    with op.batch_alter_table("pseudonyms", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pseudonyms_id"))
        batch_op.drop_column("valid_until")
        batch_op.drop_column("document_type")
        batch_op.drop_column("id")

    with op.batch_alter_table("print_jobs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_jobs_session_id"))
        batch_op.drop_index(batch_op.f("ix_print_jobs_document_id"))
        batch_op.drop_column("opened_at")
        batch_op.drop_column("session_id")

    with op.batch_alter_table("payments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payments_terminal_id"))
        batch_op.drop_index(batch_op.f("ix_payments_pay_token"))
        batch_op.drop_column("receipt_id")
        batch_op.drop_column("paid_at")
        batch_op.drop_column("settles_at")
        batch_op.drop_column("bank_plays")
        batch_op.drop_column("pay_token")
        batch_op.drop_column("version")
        batch_op.drop_column("terminal_id")

    with op.batch_alter_table("login_attempts", schema=None) as batch_op:
        batch_op.alter_column("refresh_token", existing_type=sa.VARCHAR(), nullable=False)
        batch_op.alter_column("link_expires_at", existing_type=sa.BIGINT(), nullable=False)
        batch_op.alter_column("link_digest", existing_type=sa.VARCHAR(), nullable=False)
        batch_op.drop_column("challenges")
        batch_op.drop_column("factor_failures")
        batch_op.drop_column("factor_tries")
        batch_op.drop_column("password_tries")
        batch_op.drop_column("link_to")
        batch_op.drop_column("scenarios")
        batch_op.drop_column("application_id")
        batch_op.drop_column("session_id")
        batch_op.drop_column("method")

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("media_type")

    with op.batch_alter_table("applications", schema=None) as batch_op:
        batch_op.drop_column("changed_at")
        batch_op.drop_column("opened_by")
        batch_op.drop_column("opened_at")

    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accounts_username"))
        batch_op.drop_index(batch_op.f("ix_accounts_identity"))
        batch_op.drop_column("version")
        batch_op.drop_column("preferences")
        batch_op.drop_column("identity")
        batch_op.drop_column("attributes")
        batch_op.drop_column("locked")
        batch_op.drop_column("password_hash")
        batch_op.drop_column("username")
        batch_op.drop_column("type")
        batch_op.drop_column("consents_changed")

    with op.batch_alter_table("upload_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_upload_links_application_id"))

    op.drop_table("upload_links")
    op.drop_table("terminal_states")
    op.drop_table("terminal_configs")
    with op.batch_alter_table("terminal_commands", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_terminal_commands_terminal_id"))

    op.drop_table("terminal_commands")
    with op.batch_alter_table("terminal_certificates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_terminal_certificates_terminal_id"))

    op.drop_table("terminal_certificates")
    with op.batch_alter_table("tallies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tallies_subject"))
        batch_op.drop_index(batch_op.f("ix_tallies_at"))

    op.drop_table("tallies")
    with op.batch_alter_table("taken_times", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_taken_times_hold_id"))

    op.drop_table("taken_times")
    with op.batch_alter_table("representations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_representations_account_id"))

    op.drop_table("representations")
    with op.batch_alter_table("recovery_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recovery_codes_account_id"))

    op.drop_table("recovery_codes")
    op.drop_table("rate_windows")
    op.drop_table("queue_tickets")
    op.drop_table("planned_faults")
    with op.batch_alter_table("payment_batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_batches_terminal_id"))

    op.drop_table("payment_batches")
    with op.batch_alter_table("payment_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_attempts_terminal_id"))

    op.drop_table("payment_attempts")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_at"))

    op.drop_table("outbox")
    op.drop_table("organisations")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_messages_account_id"))

    op.drop_table("messages")
    with op.batch_alter_table("message_replies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_replies_message_id"))

    op.drop_table("message_replies")
    op.drop_table("message_attachments")
    op.drop_table("login_factors")
    op.drop_table("lockouts")
    op.drop_table("incidents")
    op.drop_table("holds")
    with op.batch_alter_table("factor_challenges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_factor_challenges_expires_at"))

    op.drop_table("factor_challenges")
    op.drop_table("enrolment_codes")
    with op.batch_alter_table("deletion_requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deletion_requests_effective_at"))

    op.drop_table("deletion_requests")
    op.drop_table("cosignatures")
    op.drop_table("component_switches")
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachments_application_id"))

    op.drop_table("attachments")
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointments_account_id"))

    op.drop_table("appointments")
    op.drop_table("application_events")
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activities_account_id"))

    op.drop_table("activities")
