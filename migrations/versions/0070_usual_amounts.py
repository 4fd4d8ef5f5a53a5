"""what is usually granted for each kind of activity

Follows 0069. Going down forgets it; the worker works it out again each day.
"""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "usual_grant",
        sa.Column("category", sa.String(length=30), nullable=False),
        sa.Column("most_cents", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("worked_out_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("category", name=op.f("pk_usual_grant")),
    )


def downgrade() -> None:
    op.drop_table("usual_grant")
