"""providers that somebody of the house misses in the offer, and what became of it

Follows 0041.
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "provider_suggestion"
TEXTS = (("name", 160), ("what", 200), ("place", 160), ("contact", 200), ("why", 300))
CHECKS = (
    ("state_known", "state IN ('open', 'adopted', 'set_aside')"),
    ("answered_or_open", "(state = 'open') = (answered_at IS NULL)"),
    ("adopted_as", "(state = 'adopted') = (provider_id IS NOT NULL)"),
)
KEYS = (("made_by_id", "person"), ("answered_by_id", "person"), ("provider_id", "provider"))


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", BIG, nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in TEXTS),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("answer", sa.String(300), nullable=False),
        sa.Column("answered_by_id", BIG, nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("provider_id", BIG, nullable=True),
        *(sa.CheckConstraint(text, name=op.f(f"ck_{TABLE}_{name}")) for name, text in CHECKS),
        *(
            sa.ForeignKeyConstraint(
                [name], [f"{other}.id"], name=op.f(f"fk_{TABLE}_{name}_{other}")
            )
            for name, other in KEYS
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_made_by_id"), TABLE, ["made_by_id"])


def downgrade() -> None:
    op.drop_table(TABLE)
