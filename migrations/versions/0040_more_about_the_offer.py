"""for whom, when and where an activity is, what its place has, and when somebody checked that

Follows 0039. Nobody had told any of it before: those columns stay empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

EMPTY = sa.text("''")
PROVIDER = (("address", 160), ("contact", 200), ("facilities", 200))
ACTIVITY = (("theme", 30), ("days", 7), ("times", 120))
AGES = "(age_from IS NULL OR age_from BETWEEN 0 AND 120) AND (age_until IS NULL OR age_until BETWEEN 0 AND 120)"


def upgrade() -> None:
    with op.batch_alter_table("provider") as provider:
        for name, length in PROVIDER:
            provider.add_column(sa.Column(name, sa.String(length), nullable=False, server_default=EMPTY))
        provider.add_column(sa.Column("names_asked", sa.Boolean(), nullable=True))
    with op.batch_alter_table("activity") as activity:
        for name, length in ACTIVITY:
            activity.add_column(sa.Column(name, sa.String(length), nullable=False, server_default=EMPTY))
        activity.add_column(sa.Column("age_from", sa.Integer(), nullable=True))
        activity.add_column(sa.Column("age_until", sa.Integer(), nullable=True))
        activity.add_column(sa.Column("checked_on", sa.Date(), nullable=True))
        activity.create_check_constraint(op.f("ck_activity_ages_of_people"), sa.text(AGES))
        activity.create_check_constraint(
            op.f("ck_activity_ages_forward"),
            sa.text("age_from IS NULL OR age_until IS NULL OR age_until >= age_from"),
        )


def downgrade() -> None:
    with op.batch_alter_table("activity") as activity:
        activity.drop_constraint(op.f("ck_activity_ages_forward"), type_="check")
        activity.drop_constraint(op.f("ck_activity_ages_of_people"), type_="check")
        for name in ("checked_on", "age_until", "age_from", "times", "days", "theme"):
            activity.drop_column(name)
    with op.batch_alter_table("provider") as provider:
        for name in ("names_asked", "facilities", "contact", "address"):
            provider.drop_column(name)
