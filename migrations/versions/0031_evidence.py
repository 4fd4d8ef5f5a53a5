"""evidence: papers that were sent as a proof, and those that come later

Follows 0030.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITS = sa.text("done_at IS NULL")
SOMEWHERE = "(draft_key IS NULL) <> (request_id IS NULL)"


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", BIG, nullable=False),
        sa.Column("draft_key", sa.String(length=36), nullable=True),
        sa.Column("request_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("sent_name", sa.LargeBinary(), nullable=False),
        sa.Column("sent_hash", sa.String(length=64), nullable=False),
        sa.Column("content_type", sa.String(length=40), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("content_id", BIG, nullable=True),
        sa.Column("preview_id", BIG, nullable=True),
        sa.Column("added_by_id", BIG, nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by_id", BIG, nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", BIG, nullable=True),
        sa.CheckConstraint(SOMEWHERE, name=op.f("ck_evidence_somewhere")),
        sa.CheckConstraint(
            "withdrawn_at IS NOT NULL OR content_id IS NOT NULL", name=op.f("ck_evidence_is_there")
        ),
        _leads_to("evidence", "request_id", "request"),
        _leads_to("evidence", "content_id", "stored_file"),
        _leads_to("evidence", "preview_id", "stored_file"),
        _leads_to("evidence", "added_by_id", "person"),
        _leads_to("evidence", "withdrawn_by_id", "person"),
        _leads_to("evidence", "replaced_by_id", "evidence"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index("ix_evidence_request_id", "evidence", ["request_id", "id"])
    op.create_index("ix_evidence_draft_key", "evidence", ["draft_key", "id"])
    op.create_table(
        "evidence_later",
        sa.Column("id", BIG, nullable=False),
        sa.Column("draft_key", sa.String(length=36), nullable=True),
        sa.Column("request_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("remind_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", BIG, nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(SOMEWHERE, name=op.f("ck_evidence_later_somewhere")),
        _leads_to("evidence_later", "request_id", "request"),
        _leads_to("evidence_later", "noted_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_later")),
    )
    op.create_index("ix_evidence_later_request_id", "evidence_later", ["request_id", "id"])
    op.create_index("ix_evidence_later_draft_key", "evidence_later", ["draft_key", "id"])
    op.create_index(
        "ix_evidence_later_waits",
        "evidence_later",
        ["remind_on", "id"],
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )


def _leads_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def downgrade() -> None:
    op.drop_table("evidence_later")
    op.drop_table("evidence")
