"""a question says to whom it is and by when it is answered; a client who asks for it is heard

Follows 0057. Going down forgets the hearings.
"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("held_on IS NULL AND waived_at IS NULL")
TO = "ck_pause_addressee_known"


def upgrade() -> None:
    with op.batch_alter_table("pause") as batch:
        batch.add_column(
            sa.Column("to_whom", sa.String(length=10), server_default="worker", nullable=False)
        )
        batch.add_column(sa.Column("answer_by_on", sa.Date(), nullable=True))
        batch.create_check_constraint(op.f(TO), sa.text("to_whom IN ('worker', 'client')"))
    op.create_table(
        "hearing",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("noted_by_id", BIG, nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("invited_for_on", sa.Date(), nullable=True),
        sa.Column("invited_time", sa.String(length=5), nullable=False),
        sa.Column("place", sa.String(length=160), nullable=False),
        sa.Column("invited_by_id", BIG, nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("held_by_id", BIG, nullable=True),
        sa.Column("waived_why", sa.Text(), nullable=False),
        sa.Column("waived_by_id", BIG, nullable=True),
        sa.Column("waived_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "held_on IS NULL OR waived_at IS NULL", name=op.f("ck_hearing_held_or_waived")
        ),
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_hearing_{name}"))
            for name in ("noted_by_id", "invited_by_id", "held_by_id", "waived_by_id")
        ),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_hearing_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing")),
    )
    op.create_index(op.f("ix_hearing_request_id"), "hearing", ["request_id"])
    op.create_index(
        *("uq_hearing_open", "hearing", ["request_id"]),
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_table("hearing")
    with op.batch_alter_table("pause") as batch:
        batch.drop_constraint(op.f(TO), type_="check")
        batch.drop_column("answer_by_on")
        batch.drop_column("to_whom")
