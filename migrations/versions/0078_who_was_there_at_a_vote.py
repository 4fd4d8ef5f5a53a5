"""who was there at each vote, and how: present, away for a moment, in conflict, absent

Follows 0077. Of votes from before it holds what was known at this moment: who is noted as present, and who
sat out. Going down forgets it; the votes stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0078"
down_revision = "0077"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KNOWN = """
    INSERT INTO item_presence (item_id, person_id, how)
    SELECT agenda_item.id, meeting_member.person_id,
        CASE
            WHEN NOT meeting_member.is_present THEN 'absent'
            ELSE coalesce(item_absence.why, 'present')
        END
    FROM agenda_item
    JOIN meeting_member ON meeting_member.meeting_id = agenda_item.meeting_id
    LEFT JOIN item_absence
        ON item_absence.item_id = agenda_item.id
        AND item_absence.person_id = meeting_member.person_id
    WHERE agenda_item.voted_at IS NOT NULL AND agenda_item.stage IN ('adopted', 'rejected')
    ORDER BY agenda_item.id, meeting_member.is_chair DESC, meeting_member.id
"""


def upgrade() -> None:
    op.create_table(
        "item_presence",
        sa.Column("id", BIG, nullable=False),
        sa.Column("item_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "how IN ('present', 'away', 'conflict', 'absent')",
            name=op.f("ck_item_presence_how_known"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_item.id"], name=op.f("fk_item_presence_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_item_presence_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_presence")),
        sa.UniqueConstraint(
            "item_id", "person_id", name=op.f("uq_item_presence_item_id_person_id")
        ),
    )
    op.create_index(op.f("ix_item_presence_person_id"), "item_presence", ["person_id"])
    op.execute(KNOWN)


def downgrade() -> None:
    op.drop_table("item_presence")
