"""What happened to a request and who opened it, on paper, for a file for the court. It changes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from accounts.queries import trail_about
from accounts.staff.log_reasons import REASONS
from accounts.staff.log_words import ACTIONS, KINDS
from core import clock
from core.clock import brussels
from core.db import db
from core.letters.sheets import Grid, Part, Sheet, bytes_of
from core.pages.show import moment
from fund.appeals.models import Appeal, Complaint
from fund.appeals.planned import Planned
from fund.letters.models import Dispatch
from fund.models import Decision
from intake.evidence.models import Paper
from intake.requests.models import Request, RequestEvent
from intake.requests.wording import EVENT_WORDS

EVENTS, TRAIL = "7-verloop", "8-logboek"
LOOKED: Final = "looked"
# A log of more pages than this is read by nobody; the paper says so where it was cut.
MOST: Final = 5000
# What is about this request alone: what was done in the file of the client as a whole is no part of it.
KEPT: Final[Mapping[str, tuple[InstrumentedAttribute[int], InstrumentedAttribute[Any]]]] = {
    "decision": (Decision.id, Decision.request_id),
    "letter": (Dispatch.id, Dispatch.request_id),
    "evidence": (Paper.id, Paper.request_id),
    "appeal": (Appeal.id, Appeal.request_id),
    "complaint": (Complaint.id, Complaint.request_id),
}


def events_of(request: Request) -> Planned:
    """The life of the request, with the questions, the answers and the reasons."""
    events = db.session.scalars(
        select(RequestEvent)
        .where(RequestEvent.request_id == request.id)
        .options(joinedload(RequestEvent.by))
        .order_by(RequestEvent.id)
    ).all()
    headings = (_("When"), _("What"), _("Who"), _("Why"))
    rows = tuple(
        (moment(one.at), str(EVENT_WORDS.get(one.verb, one.verb)), one.by.name, one.why)
        for one in events
    )
    title = _("What happened to request %(number)s", number=request.number)
    last_on = brussels(events[-1].at if events else request.submitted_at).date()

    def make() -> bytes:
        return bytes_of(Sheet.of(title, (Part(grid=Grid(headings, rows)),)))

    return Planned(f"{EVENTS}.pdf", _("What happened, step by step"), last_on, make)


def trail_of(request: Request) -> Planned:
    """The access log of this request, until the moment at which the file was asked.

    Who did something stands there by name, as in the file itself. Who only looked stands by a number:
    their names are read by the data protection officer alone, and no file that leaves the house widens that.
    """
    title = _("Access log of request %(number)s", number=request.number)

    def make() -> bytes:
        entries = trail_about(_objects(request), until=clock.now(), most=MOST + 1)
        words = [
            _("Who only looked stands here by a number, the same one each time."),
            _("The data protection officer knows the names."),
        ]
        if len(entries) > MOST:
            words.append(_("Only the newest %(number)s entries stand here.", number=MOST))
        headings = (_("When"), _("What"), _("About"), _("Who"))
        grid = Grid(headings, tuple(_rows(entries[:MOST])))
        return bytes_of(Sheet.of(title, (Part(words=tuple(words), grid=grid),)))

    return Planned(
        f"{TRAIL}.pdf", _("Who did something in it, and who looked"), clock.today(), make
    )


def _objects(request: Request) -> dict[str, list[int]]:
    found = {"request": [request.id], "filing": [request.filing_id]}
    for kind, (number, of_request) in KEPT.items():
        mine = select(number).where(of_request == request.id).order_by(number)
        found[kind] = list(db.session.scalars(mine))
    return found


def _rows(entries: Sequence[Any]) -> list[tuple[str, str, str, str]]:
    """The first one first; they come the newest first."""
    numbers: dict[int, int] = {}
    rows = []
    for one in reversed(entries):
        who = one.name or str(_("the system"))
        if one.action == LOOKED and one.actor_id is not None:
            number = numbers.setdefault(one.actor_id, len(numbers) + 1)
            who = str(_("member of staff %(number)s", number=number))
        what = str(ACTIONS.get(one.action, one.action))
        if one.why:
            what += f" ({REASONS.get(one.why, one.why)})"
        rows.append((moment(one.at), what, str(KINDS.get(one.kind, one.kind)), who))
    return rows
