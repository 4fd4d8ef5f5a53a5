"""the days by which a rule may count an earlier request, and of which membership it is an instalment

Follows 0022. The days that were told before are taken from the newest facts of each request.
"""

import datetime as dt
import json

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

DAYS = ("payment_on", "invoice_on", "activity_on")
NEWEST = """
SELECT request_id, facts FROM request_version AS newest WHERE number =
(SELECT max(number) FROM request_version WHERE request_id = newest.request_id)
"""


def upgrade() -> None:
    for day in DAYS:
        op.add_column("request", sa.Column(day, sa.Date(), nullable=True))
    op.add_column(
        "request",
        sa.Column("instalment_of", sa.String(20), nullable=False, server_default=""),
    )
    request = sa.table("request", sa.column("id"), *(sa.column(day, sa.Date()) for day in DAYS))
    for request_id, facts in op.get_bind().execute(sa.text(NEWEST)).all():
        plain = json.loads(facts) if isinstance(facts, str) else facts
        told = {day: dt.date.fromisoformat(plain[day]) for day in DAYS if plain.get(day)}
        if told:
            op.execute(request.update().where(request.c.id == request_id).values(**told))


def downgrade() -> None:
    for name in ("instalment_of", *DAYS):
        op.drop_column("request", name)
