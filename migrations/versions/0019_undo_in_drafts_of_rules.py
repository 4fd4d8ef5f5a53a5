"""what a draft of a rule said before its last change, so that it can be undone

Follows 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rule_draft", sa.Column("previous_toml", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("rule_draft", "previous_toml")
