"""views of the list of requests get names, and its filters get indexes

Follows 0039.
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FIRST = sa.text("is_first")
OPEN = sa.text("status IN ('submitted', 'waiting')")


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("list_name", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_saved_view_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "person_id", "list_name", "name", name=op.f("uq_saved_view_person_id_list_name_name")
        ),
    )
    op.create_index(
        "ix_saved_view_first",
        "saved_view",
        ["person_id", "list_name"],
        unique=True,
        sqlite_where=FIRST,
        postgresql_where=FIRST,
    )
    op.create_index(
        "ix_request_open_of_team",
        "request",
        ["team_id", "legal_due_on", "id"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.create_index("ix_request_category", "request", ["category", "id"])
    op.create_index("ix_request_submitted", "request", ["submitted_at", "id"])


def downgrade() -> None:
    op.drop_index("ix_request_submitted", table_name="request")
    op.drop_index("ix_request_category", table_name="request")
    op.drop_index("ix_request_open_of_team", table_name="request")
    op.drop_index("ix_saved_view_first", table_name="saved_view")
    op.drop_table("saved_view")
