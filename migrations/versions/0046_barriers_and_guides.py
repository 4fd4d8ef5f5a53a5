"""what stands in the way of who asks, and who brought the client

Follows 0045.
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

TEXTS = (("barrier_words", 300), ("guide_organisation", 160), ("guide_name", 120))


def upgrade() -> None:
    with op.batch_alter_table("filing") as batch:
        batch.add_column(sa.Column("barriers", sa.JSON(), server_default="[]", nullable=False))
        for name, length in TEXTS:
            batch.add_column(
                sa.Column(name, sa.String(length=length), server_default="", nullable=False)
            )


def downgrade() -> None:
    with op.batch_alter_table("filing") as batch:
        for name, _length in TEXTS:
            batch.drop_column(name)
        batch.drop_column("barriers")
