"""the coordinator's wall: on PostgreSQL a role that can read released figures and nothing else

Follows 0010. Roles belong to the whole server, so the role stays when the tables go: another
database of the same server may use it. Where the application's user may not make roles, the
database's administrator makes it beforehand (docs/administrator.md), and only the grants are made here.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = "release, release_cell, gauge"

MAKE_ROLE = """
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'releases_reader') THEN
        CREATE ROLE releases_reader NOLOGIN;
    END IF;
EXCEPTION
    -- another database of this server made it at the same moment
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$
"""

JOIN_ROLE = """
DO $$
BEGIN
    IF NOT pg_has_role(current_user, 'releases_reader', 'MEMBER') THEN
        GRANT releases_reader TO CURRENT_USER;
    END IF;
END
$$
"""


def upgrade() -> None:
    if op.get_context().dialect.name != "postgresql":
        return
    op.execute(MAKE_ROLE)
    op.execute(JOIN_ROLE)
    op.execute(f"GRANT SELECT ON {TABLES} TO releases_reader")


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"REVOKE SELECT ON {TABLES} FROM releases_reader")
