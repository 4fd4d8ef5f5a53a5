"""when a request was corrected or added to, and what stood on it before a correction

Follows 0039. Nobody had corrected anything before: the columns stay empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("request", sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("request", sa.Column("added_to_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("request_version", sa.Column("former", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("request_version", "former")
    op.drop_column("request", "added_to_at")
    op.drop_column("request", "corrected_at")
