"""Which request somebody may do something with, in intake's requests. It changes nothing."""

from accounts.models import Account
from core.errors import NotThere
from intake.requests.models import Request
from intake.requests.queries import is_workable_by, reads_every_team, request_for


def request_in_hand(account: Account, request_id: int) -> Request:
    """The request, when this account works on it or reads every team's; else NotThere. Who opened
    a file to read does nothing with it."""
    request = request_for(account, request_id)
    if not (reads_every_team(account) or is_workable_by(account, request)):
        raise NotThere
    return request
