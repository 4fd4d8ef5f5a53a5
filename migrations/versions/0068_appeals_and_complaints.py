"""appeals with their file for the court, and complaints

Follows 0067. Going down forgets them; a file that was made stays sealed in the store until the sweep.
"""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "appeal",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("decision_id", BIG, nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(length=20), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=False),
        sa.Column("noted_by_id", BIG, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_by_id", BIG, nullable=True),
        sa.Column("outcome_at", INSTANT, nullable=True),
        sa.Column("job_id", BIG, nullable=True),
        sa.Column("file_id", BIG, nullable=True),
        sa.Column("file_asked_at", INSTANT, nullable=True),
        sa.Column("file_made_at", INSTANT, nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "body IN ('labour_court', 'council_of_state', 'other')",
            name=op.f("ck_appeal_body_known"),
        ),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('upheld', 'changed', 'withdrawn', 'settled')",
            name=op.f("ck_appeal_outcome_known"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (outcome_on IS NULL)", name=op.f("ck_appeal_outcome_has_its_day")
        ),
        key("appeal", "request_id", "request"),
        key("appeal", "decision_id", "decision"),
        key("appeal", "noted_by_id", "person"),
        key("appeal", "outcome_by_id", "person"),
        key("appeal", "job_id", "job"),
        key("appeal", "file_id", "stored_file"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeal")),
    )
    op.create_index("ix_appeal_request_id", "appeal", ["request_id", "id"])
    op.create_index("ix_appeal_file_made_at", "appeal", ["file_made_at"])
    op.create_table(
        "complaint",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("answer_by_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", BIG, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("outcome_by_id", BIG, nullable=True),
        sa.Column("lock_version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('founded', 'partly', 'unfounded', 'withdrawn')",
            name=op.f("ck_complaint_outcome_known"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (answered_on IS NULL)",
            name=op.f("ck_complaint_outcome_has_its_day"),
        ),
        key("complaint", "request_id", "request"),
        key("complaint", "noted_by_id", "person"),
        key("complaint", "outcome_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
    )
    op.create_index("ix_complaint_request_id", "complaint", ["request_id", "id"])


def downgrade() -> None:
    op.drop_table("complaint")
    op.drop_table("appeal")
