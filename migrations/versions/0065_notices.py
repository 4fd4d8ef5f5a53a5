"""what people are told, and how they want mail of it

Follows 0063. Going down forgets both.
"""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0063"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
UNREAD = sa.text("read_at IS NULL")


def of_person(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_person_id_person")
    return sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("told_at", INSTANT, nullable=False),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.Column("handing_at", INSTANT, nullable=True),
        sa.Column("mailed_at", INSTANT, nullable=True),
        of_person("notice"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(
        "uq_notice_unread",
        "notice",
        ["person_id", "kind", "subject_id"],
        unique=True,
        sqlite_where=UNREAD,
        postgresql_where=UNREAD,
    )
    op.create_index("ix_notice_person_id", "notice", ["person_id", "id"])
    op.create_index("ix_notice_subject", "notice", ["kind", "subject_id"])
    op.create_index("ix_notice_told_at", "notice", ["told_at"])
    op.create_table(
        "notice_choice",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("way", sa.String(length=10), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("round_on", sa.Date(), nullable=True),
        sa.Column("mailed_at", INSTANT, nullable=True),
        sa.Column("refused_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "way IN ('never', 'daily', 'once')", name=op.f("ck_notice_choice_way_known")
        ),
        sa.CheckConstraint(
            "way = 'never' OR address <> ''", name=op.f("ck_notice_choice_address_where_mailed")
        ),
        of_person("notice_choice"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_notice_choice")),
    )


def downgrade() -> None:
    op.drop_table("notice_choice")
    op.drop_table("notice")
