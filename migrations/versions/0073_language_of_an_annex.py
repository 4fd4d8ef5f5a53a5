"""in which language an annex goes with letters to a client

Follows 0072. Nobody had told it before: the column stays empty, and no letter gets an annex by it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("annex_language", sa.String(2), nullable=False, server_default="")
    op.add_column("client", column)


def downgrade() -> None:
    op.drop_column("client", "annex_language")
