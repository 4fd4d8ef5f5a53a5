"""one request in five is looked back on some weeks after the activity; the answers stand apart

Follows 0048. What was filed before is not asked about.
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SET = sa.text("look_back_on IS NOT NULL")


def upgrade() -> None:
    op.add_column("request", sa.Column("look_back_on", sa.Date(), nullable=True))
    op.create_index(
        "ix_request_look_back",
        "request",
        ["look_back_on", "id"],
        sqlite_where=SET,
        postgresql_where=SET,
    )
    op.create_table(
        "look_back",
        sa.Column("id", BIG, nullable=False),
        sa.Column("request_id", BIG, nullable=False),
        sa.Column("went", sa.String(length=20), nullable=False),
        sa.Column("helped", sa.String(length=20), nullable=True),
        sa.Column("hindrance", sa.String(length=30), nullable=True),
        sa.Column("answered_by_id", BIG, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("went IN ('yes', 'partly', 'no')", name=op.f("ck_look_back_went_known")),
        sa.CheckConstraint(
            "helped IN ('yes', 'somewhat', 'no')", name=op.f("ck_look_back_helped_known")
        ),
        sa.CheckConstraint(
            "helped IS NULL OR went <> 'no'", name=op.f("ck_look_back_helped_who_went")
        ),
        sa.CheckConstraint(
            "hindrance IS NULL OR went = 'no' OR helped IS NOT NULL",
            name=op.f("ck_look_back_hindrance_last"),
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_look_back_request_id_request")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_look_back_answered_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_back")),
        sa.UniqueConstraint("request_id", name=op.f("uq_look_back_request_id")),
    )


def downgrade() -> None:
    op.drop_table("look_back")
    op.drop_index("ix_request_look_back", table_name="request")
    op.drop_column("request", "look_back_on")
