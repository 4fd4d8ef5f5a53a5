"""In words: which body decides, in which capacity somebody did, for whom and with whom. It decides nothing."""

from collections.abc import Mapping
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from accounts.permissions import Role
from core.clock import brussels, show_date
from core.money import show_cents
from fund.bodies.deciding import (
    BY_MEETING,
    BY_VOTE,
    CHAIR,
    COUNTER,
    FOR_MEETING,
    REGISTERED,
    Deciding,
)
from fund.bodies.models import FirstRuling
from fund.meetings.choices import is_for_a_meeting, votes_are_here
from fund.models import Decision
from intake.requests.models import Request
from terms.deciding import BASES
from terms.lists import label_of
from terms.rule_lists import BODIES

CAPACITIES: Final[Mapping[str, LazyString]] = {
    str(Role.HEAD): _l("as head of the service"),
    COUNTER: _l("at the counter"),
    REGISTERED: _l("registered at filing"),
    FOR_MEETING: _l("as the meeting decided"),
    BY_VOTE: _l("as the meeting voted"),
    CHAIR: _l("as chair, urgently"),
}


def body_in_words(found: Deciding) -> str:
    """Who decides: the body's name, and where the rule says so."""
    name = label_of(BODIES, found.body or "approver")
    return f"{name} ({found.article})" if found.article else name


def why_in_words(found: Deciding) -> str:
    """Why this body: what the fund rests on, and who named it."""
    basis = str(BASES[found.basis]) if found.basis else ""
    if found.for_deviating:
        return str(_("Only this body departs from the assessment."))
    if found.sent_on:
        return str(_("Somebody sent it on to this body."))
    if found.by_rule:
        return basis
    named = _("The rule names nobody.")
    return f"{named} {basis}".strip()


def sent_on_words(event: Row[Any]) -> str:
    """Who sent it on, when, to whom and why. Of what happened: at, why, by_name."""
    day = show_date(brussels(event.at).date())
    return str(_("%(name)s, %(day)s: %(why)s", name=event.by_name, day=day, why=event.why))


def closed_words(found: Deciding) -> str:
    """Why the one who looks has no buttons: whose decision it is."""
    if found.role is Role.HEAD:
        return str(_("The head of the service decides here, or who stands in."))
    if is_for_a_meeting(found.body):
        return meeting_words(found)
    return str(_("Only an approver decides on a request."))


def decided_body(decision: Decision) -> str:
    """The body that decided."""
    return label_of(BODIES, decision.body)


def meeting_words(found: Deciding) -> str:
    """What to mind where a meeting decides, and where what it decided is noted; empty elsewhere."""
    if found.body not in BY_MEETING:
        return ""
    if not is_for_a_meeting(found.body):
        return str(_("A meeting of this body decides. Write down here what it decided."))
    said = str(_("A meeting decides on this request. Its secretary puts it on an agenda."))
    if not votes_are_here():
        noted = _(
            "What it decided is noted on the page of that meeting, with the number of the session."
        )
        said = f"{said} {noted}"
    return said


def second_in_words(found: Deciding) -> str:
    """Above which amount two persons decide; empty where one is enough."""
    if found.second_above_cents is None:
        return ""
    return str(
        _(
            "Above %(amount)s a second person confirms.",
            amount=show_cents(found.second_above_cents),
        )
    )


def said_of_stepping_back(request: Request, others: int | None) -> tuple[str, str]:
    """What somebody reads who stepped back: whether anybody is left; words and tone."""
    if others == 0:
        words = _("You stepped back from %(number)s.", number=request.number)
        nobody = _("Nobody else can decide on it: tell the head of the service today.")
        return f"{words} {nobody}", "warn"
    words = _("You stepped back from %(number)s. Others decide on it.", number=request.number)
    return str(words), "success"


def by_whom(decided: Decision | FirstRuling) -> str:
    """Who decided, for whom, in which capacity."""
    absent = decided.on_behalf_of
    return _named(decided.decided_by.name, absent.name if absent else None, decided.capacity)


def confirmed_by(decision: Decision) -> str:
    """The second person, for whom; empty where one was enough."""
    if decision.second_by is None:
        return ""
    absent = decision.second_on_behalf_of
    return _named(decision.second_by.name, absent.name if absent else None, "")


def names_in_line(name: str, for_whom: str | None, second: str | None) -> str:
    """The same for a line of a spreadsheet, which knows names only."""
    first = _named(name, for_whom, "")
    return f"{first}; {second}" if second else first


def _named(name: str, other: str | None, capacity: str) -> str:
    if other is not None:
        return str(_("%(name)s, in place of %(other)s", name=name, other=other))
    if capacity in CAPACITIES:
        return f"{name}, {CAPACITIES[capacity]}"
    return name
