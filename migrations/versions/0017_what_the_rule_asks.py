"""what a rule asks beside the file is kept: what was told, for which part, and whose room a grant takes

Follows 0015. Nothing was told before: those columns stay empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("request", sa.Column("strand", sa.String(80), nullable=True))
    op.add_column("request", sa.Column("bookings", sa.JSON(), nullable=True))
    op.add_column("request_version", sa.Column("told", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("request_version", "told")
    op.drop_column("request", "bookings")
    op.drop_column("request", "strand")
