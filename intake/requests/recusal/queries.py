"""Reading who stepped back, as a condition of every list of requests. Changes nothing."""

from sqlalchemy import ColumnElement, exists

from accounts.models import Account
from accounts.same_person.queries import is_self
from intake.requests.models import Request
from intake.requests.recusal.models import Recusal


def stepped_back_from(account: Account) -> ColumnElement[bool]:
    """Requests that this human being stepped back from, until the head lifts that."""
    return exists().where(
        Recusal.request_id == Request.id,
        Recusal.lifted_at.is_(None),
        is_self(Recusal.person_id, account),
    )
