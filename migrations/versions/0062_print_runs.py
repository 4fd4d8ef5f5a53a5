"""letters that are printed together: the run, and each letter within it

Follows 0061. Going down forgets which letters were printed together.
"""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "print_run",
        sa.Column("id", BIG, nullable=False),
        sa.Column("asked_by_id", BIG, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("job_id", BIG, nullable=True),
        sa.Column("file_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_print_run_asked_by_id_person")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_print_run_job_id_job")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_print_run_file_id_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
    )
    op.create_table(
        "print_run_line",
        sa.Column("id", BIG, nullable=False),
        sa.Column("run_id", BIG, nullable=False),
        sa.Column("dispatch_id", BIG, nullable=False),
        sa.Column("is_printed", sa.Boolean(), nullable=False),
        sa.Column("problem", sa.String(length=20), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"], ["print_run.id"], name=op.f("fk_print_run_line_run_id_print_run")
        ),
        sa.ForeignKeyConstraint(
            ["dispatch_id"], ["dispatch.id"], name=op.f("fk_print_run_line_dispatch_id_dispatch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run_line")),
        sa.UniqueConstraint(
            "run_id", "dispatch_id", name=op.f("uq_print_run_line_run_id_dispatch_id")
        ),
    )
    op.create_index(op.f("ix_print_run_line_dispatch_id"), "print_run_line", ["dispatch_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_print_run_line_dispatch_id"), table_name="print_run_line")
    op.drop_table("print_run_line")
    op.drop_table("print_run")
