"""The verb of sending on: another body of the same fund decides. It commits nothing."""

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import Account
from accounts.notices.actions import settle, tell
from core import audit
from core.errors import RuleBroken
from core.letters.letters import LANGUAGE
from fund.bodies.queries import deciding
from fund.meetings.choices import note_named
from fund.record import judged
from fund.sending_on.queries import bodies_offered, who_would_act
from fund.telling.kinds import OF_MEETINGS, OF_SENDING_ON, SENT_ON, SENT_TO_MEETING
from intake.requests.actions import record_sent_to
from intake.requests.life import advance, allowed
from intake.requests.models import Request
from terms.lists import label_of
from terms.rule_lists import BODIES


def send_on(request: Request, to_body: str, *, by: Account, why: str) -> None:
    """From now on that body decides, whatever the rule names by amount; both clocks run on.

    RuleBroken for a body that the basis of the fund forbids, that decides already, or for which
    nobody is here. Who worked on the request is kept out as from deciding on it.
    """
    allowed(request, "send_on", by=by)
    if not why:
        raise RuleBroken(_("Say in plain words why."), field="why")
    case = judged(request)
    offered = dict(bodies_offered(deciding(request, case.rule, case.assessment)))
    if to_body not in offered:
        raise RuleBroken(_("This body cannot decide on it instead."), field="to_body")
    called = who_would_act(request, to_body)
    if not (called.decide or called.prepare):
        raise RuleBroken(_("Here nobody decides for this body."), field="to_body")
    advance(request, "send_on", by=by, why=_said(to_body, why))
    record_sent_to(request, to_body)
    note_named({to_body}, by=by.person_id)
    settle((*OF_SENDING_ON, *OF_MEETINGS), request.id)
    tell(called.decide - {by.person_id}, SENT_ON, request.id, request.number)
    tell(called.prepare - {by.person_id}, SENT_TO_MEETING, request.id, request.number)
    audit.record("request.send_on", kind="request", object_id=request.id)


def _said(to_body: str, why: str) -> str:
    """For the timeline, in the administrative language."""
    with force_locale(LANGUAGE):
        name = label_of(BODIES, to_body)
        return str(_("to %(body)s: %(why)s", body=name[:1].lower() + name[1:], why=why))
