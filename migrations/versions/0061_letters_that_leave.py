"""letters of decisions: what must leave, how it left, and when it was notified on the request

Follows 0060. What was decided and has not left yet gets its letter to be made. Going down forgets
how and when letters left; the letters themselves stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITING = """
INSERT INTO dispatch (request_id, decision_id, kind, stage, lacks, made_at, row_key)
SELECT decision.request_id, decision.id,
       CASE decision.outcome WHEN 'granted' THEN 'grant' WHEN 'refused' THEN 'refusal'
       ELSE 'partial_grant' END,
       'waiting', '[]', decision.decided_at, 'decision-' || decision.id
FROM decision JOIN request ON request.id = decision.request_id
WHERE decision.undone_at IS NULL
  AND request.status IN ('granted', 'partly_granted', 'refused')
"""


def upgrade() -> None:
    op.create_table(
        "dispatch",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("decision_id", BIG, nullable=True),
        sa.Column("revises_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("lacks", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=True),
        sa.Column("letter_id", BIG, nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("way", sa.String(length=20), server_default="", nullable=False),
        sa.Column("tracking", sa.String(length=40), server_default="", nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("marked_by_id", BIG, nullable=True),
        sa.CheckConstraint(
            "stage IN ('waiting', 'held', 'ready', 'sent', 'void')",
            name=op.f("ck_dispatch_stage_known"),
        ),
        sa.CheckConstraint(
            "(stage = 'sent') = (sent_on IS NOT NULL)", name=op.f("ck_dispatch_sent_on_a_day")
        ),
        sa.CheckConstraint(
            "stage <> 'ready' OR letter_id IS NOT NULL", name=op.f("ck_dispatch_ready_is_frozen")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_dispatch_request_id_request")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_dispatch_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["revises_id"], ["decision.id"], name=op.f("fk_dispatch_revises_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letter.id"], name=op.f("fk_dispatch_letter_id_letter")
        ),
        sa.ForeignKeyConstraint(
            ["marked_by_id"], ["person.id"], name=op.f("fk_dispatch_marked_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispatch")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_dispatch_letter_id")),
    )
    op.create_index("ix_dispatch_stage", "dispatch", ["stage", "id"])
    op.create_index("ix_dispatch_request_id", "dispatch", ["request_id", "id"])
    op.create_index(op.f("ix_dispatch_decision_id"), "dispatch", ["decision_id"])
    op.add_column("request", sa.Column("notify_due_on", sa.Date(), nullable=True))
    op.add_column("request", sa.Column("notified_on", sa.Date(), nullable=True))
    op.add_column(
        "request",
        sa.Column("notified_way", sa.String(length=20), server_default="", nullable=False),
    )
    op.add_column("request", sa.Column("appeal_until_on", sa.Date(), nullable=True))
    op.execute(sa.text(WAITING))


def downgrade() -> None:
    for name in ("appeal_until_on", "notified_way", "notified_on", "notify_due_on"):
        op.drop_column("request", name)
    op.drop_index(op.f("ix_dispatch_decision_id"), table_name="dispatch")
    op.drop_index("ix_dispatch_request_id", table_name="dispatch")
    op.drop_index("ix_dispatch_stage", table_name="dispatch")
    op.drop_table("dispatch")
