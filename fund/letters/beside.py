"""What the page of a decided request shows of its letter. It reads, and changes nothing."""

from flask import url_for
from flask_babel import gettext as _

from accounts.models import Account
from fund.letters.queries import deciding_letter
from fund.letters.wording import STAGES
from intake.requests.beside import Beside, Line
from intake.requests.life import WITHDRAWN
from intake.requests.models import Request


def letter_beside(_account: Account, request: Request) -> Beside | None:
    """The letter of the decision and how far it is; none while the session that decided runs."""
    if request.outcome is None or request.status == WITHDRAWN:
        return None
    found = deciding_letter(request)
    if found is None:
        return None
    url = url_for("letters.of_request", request_id=request.id)
    words = f"{_('Letter of the decision')} (PDF)"
    return Beside(_("Letter"), [Line(words, url, str(STAGES[found.stage][0]))])
