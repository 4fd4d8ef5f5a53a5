"""links for people without an account, and whom partners refer

Follows 0046.
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "access_link",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("most_uses", sa.Integer(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by_id", BIG, nullable=True),
        sa.CheckConstraint("kind IN ('referral')", name=op.f("ck_access_link_kind_known")),
        sa.CheckConstraint(
            "uses >= 0 AND uses <= most_uses", name=op.f("ck_access_link_uses_counted")
        ),
        key("access_link", "team_id", "team"),
        key("access_link", "made_by_id", "person"),
        key("access_link", "withdrawn_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_access_link_token_hash")),
    )
    op.create_index("ix_access_link_team_id", "access_link", ["team_id", "id"])
    op.create_table(
        "referral",
        sa.Column("id", BIG, nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("form_key", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("link_id", BIG, nullable=True),
        sa.Column("typed_by_id", BIG, nullable=True),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("sealed_told", sa.LargeBinary(), nullable=True),
        sa.Column("arrived_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by_id", BIG, nullable=True),
        sa.Column("client_id", BIG, nullable=True),
        sa.Column("aside_reason", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'taken_up', 'set_aside', 'expired')",
            name=op.f("ck_referral_state_known"),
        ),
        sa.CheckConstraint(
            "(link_id IS NULL) = (typed_by_id IS NOT NULL)",
            name=op.f("ck_referral_by_link_or_paper"),
        ),
        key("referral", "link_id", "access_link"),
        key("referral", "typed_by_id", "person"),
        key("referral", "team_id", "team"),
        key("referral", "ended_by_id", "person"),
        key("referral", "client_id", "client"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("form_key", name=op.f("uq_referral_form_key")),
    )
    op.create_index("ix_referral_team_id", "referral", ["team_id", "state", "id"])
    op.create_index("ix_referral_link_id", "referral", ["link_id"])
    op.create_index("ix_referral_client_id", "referral", ["client_id"])


def downgrade() -> None:
    op.drop_table("referral")
    op.drop_table("access_link")
