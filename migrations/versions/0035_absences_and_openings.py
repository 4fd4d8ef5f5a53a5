"""who stands in for whom while somebody is away, and who opened another team's file, and why

Follows 0034.
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("stand_in_id", BIG, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_absence_period_forward")),
        sa.CheckConstraint("person_id <> stand_in_id", name=op.f("ck_absence_somebody_else")),
        *(
            sa.ForeignKeyConstraint([name], ["person.id"], name=op.f(f"fk_absence_{name}_person"))
            for name in ("person_id", "stand_in_id", "made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index("ix_absence_stand_in_id", "absence", ["stand_in_id", "until_on"])
    op.create_index("ix_absence_person_id", "absence", ["person_id", "until_on"])
    op.create_table(
        "file_opening",
        sa.Column("id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("client_id", BIG, nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("row_key", sa.String(length=32), nullable=False),
        sa.Column("sealed_words", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_file_opening_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_file_opening_client_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_opening")),
    )
    op.create_index("ix_file_opening_person_id", "file_opening", ["person_id", "open_until"])
    op.create_index("ix_file_opening_client_id", "file_opening", ["client_id"])


def downgrade() -> None:
    op.drop_table("file_opening")
    op.drop_table("absence")
