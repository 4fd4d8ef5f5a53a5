"""words of refusals that the service edits; of a decision its hash, what it deviates from, what it compares with

Follows 0059. Decisions from before have no hash; their scheme and category come from their requests.
"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEX = "ix_decision_comparable"
COLUMNS = [
    *("rule_version_id", "scheme", "category", "decided_at"),
    *("outcome", "granted_cents", "request_id"),
]
STANDING = sa.text("undone_at IS NULL AND revised_at IS NULL")
TEXTS = (("scheme", 40), ("category", 30), ("deviates_from", 10))


def upgrade() -> None:
    op.create_table(
        "refusal_text",
        sa.Column("id", BIG, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_refusal_text_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusal_text")),
        sa.UniqueConstraint("code", "number", name=op.f("uq_refusal_text_code_number")),
    )
    for name, length in TEXTS:
        op.add_column(
            "decision",
            sa.Column(name, sa.String(length=length), server_default="", nullable=False),
        )
    op.add_column("decision", sa.Column("record_hash", sa.String(length=64), nullable=True))
    for name in ("scheme", "category"):
        op.execute(
            sa.text(
                f"UPDATE decision SET {name} = (SELECT {name} FROM request"  # noqa: S608
                " WHERE request.id = decision.request_id)"
            )
        )
    op.create_index(
        *(INDEX, "decision", COLUMNS), sqlite_where=STANDING, postgresql_where=STANDING
    )


def downgrade() -> None:
    op.drop_index(INDEX, "decision", sqlite_where=STANDING, postgresql_where=STANDING)
    for name in ("record_hash", *(name for name, _length in reversed(TEXTS))):
        op.drop_column("decision", name)
    op.drop_table("refusal_text")
