"""Verbs of convening: the agenda leaves to the members, once more after a meeting without quorum. Commits nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from accounts.models import Account
from accounts.notices.actions import tell
from accounts.same_person.queries import humans_of
from core import audit, clock, settings
from core.clock import add_days, brussels, show_date
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.meetings.agenda import about_of, force_ratifications, keep_out, may_come_on, plan, put_on
from fund.meetings.choices import CONVENE_DAYS
from fund.meetings.drafting import draft, draft_of
from fund.meetings.kinds import CONVENED_TO
from fund.meetings.life import CONVENED, DRAFTED, PENDING, POSTPONED, move
from fund.meetings.models import Item, Meeting, Member, Seat
from fund.meetings.queries import agenda_of, changed_since, may_second, pending_item, seats_of


def convene(meeting: Meeting, *, by: Account, late_why: str = "") -> None:
    """The agenda leaves, and opens to the members; all its items have a draft on what is known now.

    In fewer days than the rules ask, with reasons, every item is an urgent one: two thirds let it in, or
    not. On an urgent grant the meeting speaks in any case.
    """
    move(meeting, CONVENED)
    force_ratifications(meeting, by=by)
    items = [one for one in agenda_of(meeting) if one.stage == PENDING]
    if not items:
        raise RuleBroken(_("There is nothing on the agenda yet."))
    _all_drafted(items)
    if not meeting.is_elsewhere:
        if _is_late(meeting, late_why):
            for item in (one for one in items if one.kind in DRAFTED):
                item.is_late, item.late_why = True, late_why
        _call_members(meeting, items)
    meeting.convened_at, meeting.late_why = clock.now(), late_why
    audit.record("meeting.convene", kind="meeting", object_id=meeting.id)


def convene_again(meeting: Meeting, starts_at: dt.datetime, place: str, *, by: Account) -> Meeting:
    """After a meeting without quorum: the same agenda, on which it may decide whoever comes.

    A draft goes along as long as what it was written on still holds; else it is written anew.
    """
    if not may_second(meeting):
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    second = plan(meeting.body, starts_at, place, by=by, second_of=meeting)
    for item in meeting.items:
        waits = item.stage == POSTPONED and item.kind in DRAFTED
        if waits and may_come_on(item.request) and pending_item(item.request) is None:
            again = put_on(second, item.request, by=by)
            same = (again.request_version_id, again.assessed_cents)
            if item.outcome and same == (item.request_version_id, item.assessed_cents):
                draft(again, draft_of(item), by=by)
    return second


def _all_drafted(items: Iterable[Item]) -> None:
    """RuleBroken that names those without a draft, or with one on what is no longer so."""
    numbers = ", ".join(one.request.number for one in items if not one.outcome)
    if numbers:
        raise RuleBroken(_("First write what is proposed for: %(numbers)s.", numbers=numbers))
    to_decide = [one for one in items if one.kind in DRAFTED]
    changed = changed_since(to_decide)
    numbers = ", ".join(one.request.number for one in to_decide if one.id in changed)
    if numbers:
        raise RuleBroken(
            _("These have changed since their draft was written: %(numbers)s.", numbers=numbers)
        )


def _is_late(meeting: Meeting, late_why: str) -> bool:
    """RuleBroken where it is, and nobody says why; a second convocation has no such days."""
    days = settings.get(CONVENE_DAYS)
    last_on = add_days(brussels(meeting.starts_at).date(), -days)
    if clock.today() <= last_on or meeting.second_of is not None:
        return False
    if not late_why:
        raise RuleBroken(
            _(
                "The members are convened %(days)s days ahead: by %(day)s. Say why it is later.",
                days=days,
                day=show_date(last_on),
            ),
            "late_why",
        )
    return True


def _call_members(meeting: Meeting, items: Iterable[Item]) -> None:
    on = brussels(meeting.starts_at).date()
    seats = seats_of(meeting.body, on)
    if not any(one.is_chair for one in seats):
        raise RuleBroken(_("Nobody chairs this body yet. First say who sits in it."))
    for seat in _once(seats):
        db.session.add(Member(meeting=meeting, person=seat.person, is_chair=seat.is_chair))
    db.session.flush()
    for item in items:
        keep_out(item)
    tell([one.person_id for one in seats], CONVENED_TO, meeting.id, about_of(meeting))


def _once(seats: Sequence[Seat]) -> list[Seat]:
    """One for each human being: two seats may turn out to be the same one's."""
    humans = humans_of([one.person_id for one in seats])
    return list({humans[one.person_id]: one for one in reversed(seats)}.values())[::-1]
