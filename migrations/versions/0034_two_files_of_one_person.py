"""two files of one person are merged, and for thirty days that can be undone

Follows 0033.
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("client") as client:
        client.add_column(sa.Column("merged_into_id", BIG, nullable=True))
        client.create_foreign_key(
            op.f("fk_client_merged_into_id_client"), "client", ["merged_into_id"], ["id"]
        )
        client.create_index(op.f("ix_client_merged_into_id"), ["merged_into_id"])
    op.create_table(
        "client_merge",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kept_id", BIG, nullable=False),
        sa.Column("gone_id", BIG, nullable=False),
        sa.Column("merged_by_id", BIG, nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by_id", BIG, nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moves", sa.JSON(), nullable=False),
        sa.CheckConstraint("kept_id <> gone_id", name=op.f("ck_client_merge_two_files")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)", name=op.f("ck_client_merge_undone_whole")
        ),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_client_merge_{column}_{table}")
            )
            for column, table in (
                *(("kept_id", "client"), ("gone_id", "client")),
                *(("merged_by_id", "person"), ("undone_by_id", "person")),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_merge")),
    )
    op.create_index("ix_client_merge_kept_id", "client_merge", ["kept_id"])
    op.create_index("ix_client_merge_gone_id", "client_merge", ["gone_id"])


def downgrade() -> None:
    op.drop_index("ix_client_merge_gone_id", table_name="client_merge")
    op.drop_index("ix_client_merge_kept_id", table_name="client_merge")
    op.drop_table("client_merge")
    with op.batch_alter_table("client") as client:
        client.drop_index(op.f("ix_client_merged_into_id"))
        client.drop_constraint(op.f("fk_client_merged_into_id_client"), type_="foreignkey")
        client.drop_column("merged_into_id")
