"""translations of the sentences of letters: who changed and who approved them, version by version

Follows 0073. Going down forgets the approvals and the service's own translations; letters that were
issued keep their annexes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "letter_translation",
        sa.Column("id", BIG, nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("of", sa.String(length=40), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", BIG, nullable=True),
        sa.Column("dutch_hash", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by_id", BIG, nullable=True),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approved_by_id IS NULL)",
            name=op.f("ck_letter_translation_approved_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_letter_translation_made_by_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["approved_by_id"],
            ["person.id"],
            name=op.f("fk_letter_translation_approved_by_id_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_translation")),
    )
    op.create_index("ix_letter_translation_language", "letter_translation", ["language", "of", "id"])


def downgrade() -> None:
    op.drop_index("ix_letter_translation_language", table_name="letter_translation")
    op.drop_table("letter_translation")
