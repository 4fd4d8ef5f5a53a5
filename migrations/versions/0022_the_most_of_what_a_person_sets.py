"""an open request holds the most that a person may give, where the rule names no amount

Follows 0021. Of what is open already it is not known: it holds nothing until it is answered.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "request",
        sa.Column("proposed_most_cents", sa.Integer(), nullable=False, server_default="0"),
    )


def downgrade() -> None:
    op.drop_column("request", "proposed_most_cents")
