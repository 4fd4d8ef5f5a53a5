"""to which body somebody sent a request on

Follows 0074. Going down the body that decides stays on the request; what sends it back to the
rule's own body is only that nobody remembers the sending.
"""

import sqlalchemy as sa
from alembic import op

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "request",
        sa.Column("sent_to", sa.String(length=40), nullable=False, server_default=""),
    )


def downgrade() -> None:
    op.drop_column("request", "sent_to")
