"""takeovers: an uploaded list with what became of it, and how lists with the same headings are read

Follows 0023.
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "takeover",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_id", BIG, nullable=True),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("worker_id", BIG, nullable=True),
        sa.Column("job_id", BIG, nullable=True),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("known_count", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('clients', 'offer', 'grants')", name=op.f("ck_takeover_kind_known")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'storing', 'done', 'dropped')", name=op.f("ck_takeover_state_known")
        ),
        sa.CheckConstraint(
            "(file_id IS NOT NULL) = (state IN ('open', 'storing'))",
            name=op.f("ck_takeover_file_while_needed"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_takeover_made_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_takeover_file_id_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["person.id"], name=op.f("fk_takeover_worker_id_person")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_takeover_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeover")),
    )
    op.create_table(
        "takeover_mapping",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("headings_sha256", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeover_mapping")),
        sa.UniqueConstraint(
            "kind", "headings_sha256", name=op.f("uq_takeover_mapping_kind_headings_sha256")
        ),
    )


def downgrade() -> None:
    op.drop_table("takeover_mapping")
    op.drop_table("takeover")
