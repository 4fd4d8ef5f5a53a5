"""the calculation of a decision stays on the request: intake's page shows the approver's lines

Follows 0012. What was decided before gets the lines of the decision that stands.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

FROM_THE_STANDING_DECISION = """
UPDATE request SET
    assessed_cents = (SELECT decision.assessed_cents FROM decision
                      WHERE decision.request_id = request.id AND decision.undone_at IS NULL),
    assessed_lines = (SELECT decision.lines FROM decision
                      WHERE decision.request_id = request.id AND decision.undone_at IS NULL)
WHERE outcome IS NOT NULL
"""


def upgrade() -> None:
    op.add_column("request", sa.Column("assessed_cents", sa.Integer(), nullable=True))
    op.add_column("request", sa.Column("assessed_lines", sa.JSON(), nullable=True))
    op.execute(FROM_THE_STANDING_DECISION)


def downgrade() -> None:
    op.drop_column("request", "assessed_lines")
    op.drop_column("request", "assessed_cents")
