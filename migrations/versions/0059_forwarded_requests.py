"""a request for which another centre is competent goes on to it, and has a final state of its own

Follows 0058. Going down is refused by the database while such requests are there: they have no other state.
"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAME = "ck_request_status_known"
BEFORE = (
    "'submitted', 'waiting', 'confirming', 'granted', 'partly_granted', 'refused', 'notified', "
    "'withdrawn', 'taken_over'"
)


def upgrade() -> None:
    _states(f"{BEFORE}, 'forwarded'")
    op.create_table(
        "forwarding",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("centre", sa.String(length=160), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("forwarded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("late_days", sa.Integer(), nullable=False),
        sa.Column("forwarded_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["forwarded_by_id"], ["person.id"], name=op.f("fk_forwarding_forwarded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_forwarding_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forwarding")),
        sa.UniqueConstraint("request_id", name=op.f("uq_forwarding_request_id")),
    )


def downgrade() -> None:
    _states(BEFORE)
    op.drop_table("forwarding")


def _states(words: str) -> None:
    with op.batch_alter_table("request") as batch:
        batch.drop_constraint(op.f(NAME), type_="check")
        batch.create_check_constraint(op.f(NAME), sa.text(f"status IN ({words})"))
