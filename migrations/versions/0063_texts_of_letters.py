"""the sentences of letters as the service changes them, version by version

Follows 0062. Going down forgets the service's own sentences; letters that were issued keep theirs.
"""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "letter_text",
        sa.Column("id", BIG, nullable=False),
        sa.Column("of", sa.String(length=40), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_letter_text_made_by_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_text")),
    )
    op.create_index("ix_letter_text_of", "letter_text", ["of", "id"])


def downgrade() -> None:
    op.drop_index("ix_letter_text_of", table_name="letter_text")
    op.drop_table("letter_text")
