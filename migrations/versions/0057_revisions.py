"""a decision that has left is revised by a new one, which names it

Follows 0053. Going down is refused by the database while a request has two decisions that were not
undone: there is no other place for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0053"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEX = "uq_decision_standing"
BEFORE = "undone_at IS NULL"
AFTER = "undone_at IS NULL AND revised_at IS NULL"


def upgrade() -> None:
    _drop_index(BEFORE)
    with op.batch_alter_table("decision") as batch:
        batch.add_column(sa.Column("revises_id", BIG, nullable=True))
        batch.add_column(sa.Column("revised_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key(
            op.f("fk_decision_revises_id"), "decision", ["revises_id"], ["id"]
        )
        batch.create_unique_constraint(op.f("uq_decision_revises_id"), ["revises_id"])
    _make_index(AFTER)


def downgrade() -> None:
    _drop_index(AFTER)
    with op.batch_alter_table("decision") as batch:
        batch.drop_constraint(op.f("uq_decision_revises_id"), type_="unique")
        batch.drop_constraint(op.f("fk_decision_revises_id"), type_="foreignkey")
        batch.drop_column("revised_at")
        batch.drop_column("revises_id")
    _make_index(BEFORE)


def _make_index(where: str) -> None:
    op.create_index(
        *(INDEX, "decision", ["request_id"]),
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def _drop_index(where: str) -> None:
    op.drop_index(
        *(INDEX, "decision"), sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
