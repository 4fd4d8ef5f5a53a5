"""What happens on agendas when a request moves: what is decided or gone in another way waits there no more."""

from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from accounts.notices.actions import settle
from core import clock
from core.db import db
from fund.meetings.agenda import keep_out
from fund.meetings.choices import note_named
from fund.meetings.kinds import TO_RATIFY
from fund.meetings.life import DECIDE, DROPPED, PENDING, RATIFY, REVISE, move
from fund.meetings.models import Item, UrgentGrant
from fund.meetings.queries import pending_item
from intake.requests.life import REVISING, UNDOING, Listener
from intake.requests.models import Request, RequestEvent
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set

# After these it does not wait for a meeting any more.
LEAVING: Final = (
    *("ask", "forward", "send_on", "withdraw", "give_first", "grant", "grant_partly", "refuse"),
    *("grant_at_counter", "urgent_grant", "urgent_partly"),
)
# After these there is nothing left to ratify.
ENDING: Final = (*UNDOING, *REVISING, "withdraw")


def know_its_bodies(version: RuleVersion, by: Account) -> None:
    """A rule that comes into force may name a body that meets, by amount, kind, or for who deviates."""
    schemes = rule_set(version).schemes.values()
    named = {one.body for scheme in schemes for one in scheme.decide}
    named |= {scheme.basis.deviation_body for scheme in schemes if scheme.basis}
    note_named(named, by=by.person_id)


def leave_the_agenda(request: Request, _event: RequestEvent) -> None:
    """It was asked about, decided, withdrawn or sent on: the item falls away, with its reason."""
    _drop(request, DECIDE)


def ratify_nothing(request: Request, event: RequestEvent) -> None:
    """The urgent grant does not stand any more, so no body speaks on it."""
    waiting = select(UrgentGrant).where(
        UrgentGrant.request_id == request.id, UrgentGrant.outcome.is_(None)
    )
    for urgent in db.session.scalars(waiting):
        _drop(request, RATIFY)
        urgent.outcome, urgent.settled_at = "lapsed", clock.now()
        urgent.settled_by_id = event.by.id
    settle((TO_RATIFY,), request.id)


def revise_nothing(request: Request, _event: RequestEvent) -> None:
    """It was withdrawn after all: there is nothing left to revise."""
    _drop(request, REVISE)


def sit_out_from_now(request: Request, _event: RequestEvent) -> None:
    """Who worked on it or stepped back from it since the agenda left does not vote on it either."""
    item = pending_item(request)
    if item is not None:
        keep_out(item)


def call_for_no_ratification(request: Request, _event: RequestEvent) -> None:
    """The body has spoken."""
    settle((TO_RATIFY,), request.id)


def _drop(request: Request, kind: str) -> None:
    item: Item | None = pending_item(request, kind)
    if item is not None and item.stage == PENDING:
        move(item, DROPPED)
        item.remark = _("It does not wait for this meeting any more.")


LISTENERS: Final[tuple[tuple[str, Listener], ...]] = (
    *((verb, leave_the_agenda) for verb in LEAVING),
    *((verb, ratify_nothing) for verb in ENDING),
    ("withdraw", revise_nothing),
    *((verb, sit_out_from_now) for verb in ("recuse", "answer", "correct", "add")),
    *((verb, call_for_no_ratification) for verb in ("ratify", "not_ratify")),
)
