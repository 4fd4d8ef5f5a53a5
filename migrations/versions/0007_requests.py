"""requests

Follows 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "filing",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idempotency_key", sa.String(length=36), nullable=False),
        sa.Column("receipt_number", sa.String(length=20), nullable=False),
        sa.Column(
            "filed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("life_domain", sa.String(length=20), nullable=False),
        sa.Column("goal", sa.String(length=200), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("letter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["filed_by_id"], ["person.id"], name=op.f("fk_filing_filed_by_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_filing_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_filing_idempotency_key")),
        sa.UniqueConstraint("receipt_number", name=op.f("uq_filing_receipt_number")),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column(
            "filing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "household_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "worker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("team_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("scheme", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.Column(
            "activity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column(
            "provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("what", sa.String(length=160), nullable=False),
        sa.Column("provider_name", sa.String(length=160), nullable=False),
        sa.Column("provider_type", sa.String(length=30), nullable=False),
        sa.Column("category", sa.String(length=30), nullable=False),
        sa.Column("cost_cents", sa.Integer(), nullable=False),
        sa.Column("cost_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=30), nullable=False),
        sa.Column("payee", sa.String(length=10), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("legal_due_on", sa.Date(), nullable=False),
        sa.Column("waited_days", sa.Integer(), nullable=False),
        sa.Column("proposed_cents", sa.Integer(), nullable=False),
        sa.Column("cap_reached", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("granted_cents", sa.Integer(), nullable=False),
        sa.Column("freed_cents", sa.Integer(), nullable=False),
        sa.Column("paid_cents", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("recovery_due_cents", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('fund', 'discount')", name=op.f("ck_request_kind_known")),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('granted', 'partly_granted', 'refused')",
            name=op.f("ck_request_outcome_known"),
        ),
        sa.CheckConstraint("payee IN ('provider', 'client')", name=op.f("ck_request_payee_known")),
        sa.CheckConstraint(
            "status IN ('submitted', 'waiting', 'granted', 'partly_granted', 'refused', 'notified', 'withdrawn')",
            name=op.f("ck_request_status_known"),
        ),
        sa.CheckConstraint("cost_cents > 0", name=op.f("ck_request_cost_positive")),
        sa.CheckConstraint(
            "granted_cents >= 0 AND freed_cents >= 0 AND freed_cents <= granted_cents",
            name=op.f("ck_request_freed_within_granted"),
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_request_activity_id")
        ),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_request_client_id")),
        sa.ForeignKeyConstraint(["filing_id"], ["filing.id"], name=op.f("fk_request_filing_id")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_request_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["provider.id"], name=op.f("fk_request_provider_id")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_request_team_id")),
        sa.ForeignKeyConstraint(["worker_id"], ["person.id"], name=op.f("fk_request_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("number", name=op.f("uq_request_number")),
    )
    with op.batch_alter_table("request") as batch_op:
        batch_op.create_index("ix_request_client", ["client_id", "cost_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_request_filing_id"), ["filing_id"], unique=False)
        batch_op.create_index("ix_request_household", ["household_id", "cost_on"], unique=False)
        batch_op.create_index(
            "ix_request_open_by_term",
            ["legal_due_on", "id", "status"],
            unique=False,
            sqlite_where=sa.text("status IN ('submitted', 'waiting')"),
            postgresql_where=sa.text("status IN ('submitted', 'waiting')"),
        )
        batch_op.create_index("ix_request_team", ["team_id", "id"], unique=False)
        batch_op.create_index("ix_request_worker", ["worker_id", "id"], unique=False)
        batch_op.create_index(
            "ix_request_worker_status", ["worker_id", "status", "id"], unique=False
        )

    op.create_table(
        "other_payer_part",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("payer", sa.String(length=30), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_other_payer_part_amount_positive")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_other_payer_part_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_payer_part")),
        sa.UniqueConstraint(
            "request_id", "payer", name=op.f("uq_other_payer_part_request_id_payer")
        ),
    )
    op.create_table(
        "pause",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column(
            "asked_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column(
            "answered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_pause_answered_by_id")
        ),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_pause_asked_by_id")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_pause_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    with op.batch_alter_table("pause") as batch_op:
        batch_op.create_index(batch_op.f("ix_pause_request_id"), ["request_id"], unique=False)

    op.create_table(
        "request_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("verb", sa.String(length=20), nullable=False),
        sa.Column("from_status", sa.String(length=20), nullable=True),
        sa.Column("to_status", sa.String(length=20), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_request_event_by_id")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_request_event_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_event")),
    )
    with op.batch_alter_table("request_event") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_request_event_request_id"), ["request_id"], unique=False
        )

    op.create_table(
        "request_version",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "request_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "rule_version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("evidence_seen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_request_version_made_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_request_version_request_id")
        ),
        sa.ForeignKeyConstraint(
            ["rule_version_id"],
            ["rule_version.id"],
            name=op.f("fk_request_version_rule_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_version")),
        sa.UniqueConstraint(
            "request_id", "number", name=op.f("uq_request_version_request_id_number")
        ),
    )


def downgrade() -> None:
    op.drop_table("request_version")
    with op.batch_alter_table("request_event") as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_event_request_id"))

    op.drop_table("request_event")
    with op.batch_alter_table("pause") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pause_request_id"))

    op.drop_table("pause")
    op.drop_table("other_payer_part")
    with op.batch_alter_table("request") as batch_op:
        batch_op.drop_index("ix_request_worker_status")
        batch_op.drop_index("ix_request_worker")
        batch_op.drop_index("ix_request_team")
        batch_op.drop_index(
            "ix_request_open_by_term",
            sqlite_where=sa.text("status IN ('submitted', 'waiting')"),
            postgresql_where=sa.text("status IN ('submitted', 'waiting')"),
        )
        batch_op.drop_index("ix_request_household")
        batch_op.drop_index(batch_op.f("ix_request_filing_id"))
        batch_op.drop_index("ix_request_client")

    op.drop_table("request")
    op.drop_table("filing")
