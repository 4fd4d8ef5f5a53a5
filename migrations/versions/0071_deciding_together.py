"""many clean requests that are looked at and decided together

Follows 0070. Going down forgets who looked at which together; the decisions stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "batch",
        sa.Column("id", BIG, nullable=False),
        sa.Column("account_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("job_id", BIG, nullable=True),
        sa.CheckConstraint(
            "stage IN ('gathering', 'ready', 'deciding', 'done')",
            name=op.f("ck_batch_stage_known"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_batch_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_batch_person_id_person")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_batch_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
    )
    op.create_index("ix_batch_person", "batch", ["person_id", "id"])
    op.create_table(
        "batch_line",
        sa.Column("id", BIG, nullable=False),
        sa.Column("batch_id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("why", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "stage IN ('clean', 'left_out', 'decided', 'failed')",
            name=op.f("ck_batch_line_stage_known"),
        ),
        sa.CheckConstraint("amount_cents > 0", name=op.f("ck_batch_line_amount_positive")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_batch_line_batch_id_batch")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_batch_line_request_id_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_line")),
        sa.UniqueConstraint("batch_id", "request_id", name=op.f("uq_batch_line_batch_id_request_id")),
    )
    op.create_index("ix_batch_line_request_id", "batch_line", ["request_id"])


def downgrade() -> None:
    op.drop_table("batch_line")
    op.drop_table("batch")
