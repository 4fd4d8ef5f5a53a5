"""what was done and seen of one thing is found in the trail by an index

Follows 0079. The data protection officer asks it of a file, the archive for a court of a request; without the
index each read the trail of a whole house. Going down drops the index and nothing else.
"""

from alembic import op

revision = "0080"
down_revision = "0079"
branch_labels = None
depends_on = None

NAME = "ix_audit_entry_object"


def upgrade() -> None:
    op.create_index(NAME, "audit_entry", ["object_id", "kind", "seq"])


def downgrade() -> None:
    op.drop_index(NAME, table_name="audit_entry")
