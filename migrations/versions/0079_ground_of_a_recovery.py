"""on what ground a decision asks back what was paid, and how much; and in which form its record is hashed

Follows 0078. Of decisions from before it the ground stands in their letter alone, and their record keeps the
form that its hash was taken of. Going down forgets both: the hash of a record made since no longer fits.
"""

import sqlalchemy as sa
from alembic import op

revision = "0079"
down_revision = "0078"
branch_labels = None
depends_on = None

ADDED = ("recovery_ground", "recovery_cents", "record_format")


def upgrade() -> None:
    ground = sa.Column("recovery_ground", sa.String(length=20), server_default="", nullable=False)
    op.add_column("decision", ground)
    cents = sa.Column("recovery_cents", sa.Integer(), server_default="0", nullable=False)
    op.add_column("decision", cents)
    form = sa.Column("record_format", sa.Integer(), server_default="1", nullable=False)
    op.add_column("decision", form)


def downgrade() -> None:
    with op.batch_alter_table("decision") as table:
        for name in ADDED:
            table.drop_column(name)
