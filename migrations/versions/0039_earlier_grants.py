"""an earlier grant is a request in a state of its own: taken over

Follows 0038. Going down is refused by the database while such requests are there: they have no other state.
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

NAME = "ck_request_status_known"
BEFORE = "'submitted', 'waiting', 'granted', 'partly_granted', 'refused', 'notified', 'withdrawn'"


def upgrade() -> None:
    _states(f"{BEFORE}, 'taken_over'")


def downgrade() -> None:
    _states(BEFORE)


def _states(words: str) -> None:
    with op.batch_alter_table("request") as batch:
        batch.drop_constraint(op.f(NAME), type_="check")
        batch.create_check_constraint(op.f(NAME), sa.text(f"status IN ({words})"))
