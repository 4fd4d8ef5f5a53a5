"""the activities that a team keeps at hand

Follows 0040.
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "favourite",
        sa.Column("team_id", BIG, nullable=False),
        sa.Column("activity_id", BIG, nullable=False),
        sa.Column("made_by_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_favourite_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_favourite_made_by_id_person")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_favourite_team_id_team")),
        sa.PrimaryKeyConstraint("team_id", "activity_id", name=op.f("pk_favourite")),
    )


def downgrade() -> None:
    op.drop_table("favourite")
