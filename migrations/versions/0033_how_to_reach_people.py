"""how to reach people safely, their languages, the centre's own case number, and who has died

Follows 0023. Nobody had told any of it before: those columns stay empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0031"
branch_labels = None
depends_on = None

FOLDED = sa.String(30).with_variant(sa.String(30, collation="C"), "postgresql")


def upgrade() -> None:
    empty = sa.text("''")
    for name, kind, default in (
        ("case_number", FOLDED, empty),
        ("languages", sa.JSON(), sa.text("'[]'")),
        ("phone", sa.String(40), empty),
        ("email", sa.String(120), empty),
        ("no_post", sa.Boolean(), sa.false()),
        ("reach_safely", sa.String(200), empty),
    ):
        op.add_column("client", sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("client", sa.Column("died_on", sa.Date(), nullable=True))
    op.create_index("ix_client_birth_on", "client", ["birth_on"])
    op.create_index("ix_client_case_number", "client", ["case_number"])


def downgrade() -> None:
    op.drop_index("ix_client_case_number", table_name="client")
    op.drop_index("ix_client_birth_on", table_name="client")
    for name in (
        *("died_on", "reach_safely", "no_post", "email", "phone", "languages", "case_number"),
    ):
        op.drop_column("client", name)
