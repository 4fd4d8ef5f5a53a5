"""a committee that only a rule names is known: meetings are then kept, in another tool unless somebody chose

Follows 0080. Noted from now on when a rule comes into force or a request is sent on; here for what happened before.
Going down forgets it, and then only the setup says whether a committee decides.
"""

import sqlalchemy as sa
from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

KEY = "meetings.named"
KNOWN = sa.text(
    """
    SELECT EXISTS (
        SELECT 1 FROM rule_version WHERE in_force_at IS NOT NULL
        AND (source_toml LIKE '%bcsd%' OR source_toml LIKE '%subcommittee%')
    ) OR EXISTS (SELECT 1 FROM request WHERE sent_to IN ('bcsd', 'subcommittee'))
    """
)


def upgrade() -> None:
    if op.get_bind().execute(KNOWN).scalar():
        setting = sa.table("setting", sa.column("key"), sa.column("value", sa.JSON), sa.column("changed_at"))
        op.execute(
            setting.insert().values(key=KEY, value=True, changed_at=sa.func.current_timestamp())
        )


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM setting WHERE key = :key").bindparams(key=KEY))
