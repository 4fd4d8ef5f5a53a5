"""the number that a session has in the tool where its agenda lives

Follows 0075. Going down forgets it; the outcomes stay.
"""

import sqlalchemy as sa
from alembic import op

revision = "0077"
down_revision = "0075"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "meeting",
        sa.Column("number_elsewhere", sa.String(length=40), server_default="", nullable=False),
    )


def downgrade() -> None:
    with op.batch_alter_table("meeting") as table:
        table.drop_column("number_elsewhere")
