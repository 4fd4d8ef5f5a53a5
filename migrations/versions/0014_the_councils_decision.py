"""a rule enters into force by a decision of the council: its day and number

Follows 0013. What is in force already keeps these empty: nobody was asked for them then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("rule_version") as rule_version:
        rule_version.add_column(sa.Column("council_on", sa.Date(), nullable=True))
        rule_version.add_column(
            sa.Column("council_number", sa.String(length=40), nullable=False, server_default="")
        )
        rule_version.create_check_constraint(
            op.f("ck_rule_version_council_whole"), "(council_on IS NULL) = (council_number = '')"
        )
    with op.batch_alter_table("rule_version") as rule_version:
        rule_version.alter_column(
            "council_number", existing_type=sa.String(length=40), server_default=None
        )


def downgrade() -> None:
    with op.batch_alter_table("rule_version") as rule_version:
        rule_version.drop_constraint(op.f("ck_rule_version_council_whole"), type_="check")
        rule_version.drop_column("council_number")
        rule_version.drop_column("council_on")
