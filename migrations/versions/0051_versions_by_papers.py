"""which versions of a request a paper made, and no move of the request

Follows 0050. No paper had come by a page before: all earlier versions were made by a move.
"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "request_version",
        sa.Column("by_paper", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("request_version", "by_paper")
