"""what the rule said stays on a decision, a person's judgement too: a trial must know it

Follows 0020. Of what was decided before it is not known: that column stays empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("decision", sa.Column("assessed_outcome", sa.String(10), nullable=True))


def downgrade() -> None:
    op.drop_column("decision", "assessed_outcome")
