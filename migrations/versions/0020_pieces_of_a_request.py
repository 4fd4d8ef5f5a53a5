"""for how many pieces a request is, so that a cap can count tickets

Follows 0018. What was asked before counts as one piece.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "request", sa.Column("pieces", sa.Integer(), server_default="1", nullable=False)
    )


def downgrade() -> None:
    op.drop_column("request", "pieces")
