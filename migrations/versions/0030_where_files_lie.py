"""where a sealed file lies: in the instance folder, or in a store of the S3 kind

Follows 0023.
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("stored_file") as table:
        table.add_column(
            sa.Column("store", sa.String(length=10), nullable=False, server_default="folder")
        )
        table.create_check_constraint("store_known", "store IN ('folder', 's3')")


def downgrade() -> None:
    with op.batch_alter_table("stored_file") as table:
        table.drop_constraint("store_known", type_="check")
        table.drop_column("store")
