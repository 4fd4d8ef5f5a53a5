"""Who is there, and who sits out for an item: verbs of a session that count heads. They commit nothing."""

from collections.abc import Collection
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import humans_of
from core import audit
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.bodies.kept_out import CONFLICT
from fund.bodies.queries import hands_on
from fund.meetings.life import AHEAD, OPEN, PENDING
from fund.meetings.models import Item, ItemAbsence, ItemPresence, Meeting, Member
from fund.meetings.votes.counting import quorum_of
from fund.meetings.votes.roll import ABSENT, PRESENT
from fund.meetings.votes.seen import SeenOtherwise, presence_mark

AWAY: Final = "away"
OUTSIDE: Final = frozenset({CONFLICT, AWAY})


def note_present(meeting: Meeting, present: Collection[int], *, seen: str) -> None:
    """Who is there from now on; a vote that was held keeps who was there then. SeenOtherwise where a
    colleague noted somebody since."""
    if meeting.stage != OPEN:
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    if seen != presence_mark(meeting):
        names = ", ".join(one.person.name for one in meeting.members if one.is_present)
        raise SeenOtherwise(
            _("A colleague noted meanwhile who is there: %(names)s. Look at it again.", names=names)
        )
    tick(meeting, present)
    audit.record("meeting.present", kind="meeting", object_id=meeting.id)


def tick(meeting: Meeting, present: Collection[int]) -> None:
    """Exactly these persons are there; RuleBroken when none of them was convened."""
    if not {one.person_id for one in meeting.members} & set(present):
        raise RuleBroken(_("Tick who is there."), "present")
    for member in meeting.members:
        member.is_present = member.person_id in present


def has_quorum(meeting: Meeting, item: Item | None = None) -> bool:
    """Are enough members there now, for this item? Who is away for a moment is not there; who sits out in
    conflict is. After a second convocation whoever came is enough."""
    everybody = heads_of(meeting)
    there = there_for(item) if item is not None else len(there_now(meeting, everybody))
    return there > 0 and (meeting.second_of_id is not None or there >= quorum_of(len(everybody)))


def heads_of(meeting: Meeting) -> dict[int, Member]:
    """Everybody who was convened, each human being once: two who turn out to be the same one since have one
    head, and it is there when one of them is."""
    humans = humans_of([one.person_id for one in meeting.members])
    found: dict[int, Member] = {}
    for one in meeting.members:
        known = found.get(humans[one.person_id])
        if known is None or (one.is_present and not known.is_present):
            found[humans[one.person_id]] = one
    return found


def there_now(meeting: Meeting, everybody: dict[int, Member] | None = None) -> list[Member]:
    """Who of them is there."""
    found = heads_of(meeting) if everybody is None else everybody
    return [one for one in found.values() if one.is_present]


def there_for(item: Item) -> int:
    """How many are there for this item: not who is away for a moment."""
    outside = _outside(item)
    heads = heads_of(item.meeting).items()
    return sum(one.is_present and outside.get(human) != AWAY for human, one in heads)


def voters_on(item: Item) -> list[Member]:
    """Who would vote on this item now: is there and does not sit out for it."""
    outside = _outside(item)
    heads = heads_of(item.meeting).items()
    return [one for human, one in heads if one.is_present and human not in outside]


def keep_who_voted(item: Item) -> None:
    """With the vote stays who was there and how, of everybody who was convened."""
    outside = _outside(item)
    item.presences = [
        ItemPresence(person=one.person, how=_how(one, outside.get(human, "")))
        for human, one in heads_of(item.meeting).items()
    ]


def _outside(item: Item) -> dict[int, str]:
    """Which human beings sit out for it, and why: a conflict goes before a moment."""
    humans = humans_of([one.person_id for one in item.absences])
    by_why = sorted(item.absences, key=lambda one: one.why == CONFLICT)
    return {humans[one.person_id]: one.why for one in by_why}


def _how(member: Member, outside: str) -> str:
    return (outside or PRESENT) if member.is_present else ABSENT


def sit_out(item: Item, person_id: int, why: str, *, by: Account) -> None:
    """A member leaves for this item, in conflict over it or for a moment; "" lets one back in."""
    if person_id not in {one.person_id for one in item.meeting.members}:
        raise RuleBroken(_("Choose something from the list."), "person")
    if item.meeting.stage not in AHEAD or item.stage != PENDING:
        raise Conflict(_("This item has its outcome already."))
    if person_id in hands_on(item):
        raise RuleBroken(
            _("Who worked on it, stepped back or was in conflict before does not sit over it."),
            "person",
        )
    known = next((one for one in item.absences if one.person_id == person_id), None)
    if known is not None:
        db.session.delete(known)
        db.session.flush()
        db.session.expire(item, ["absences"])
    if why in OUTSIDE:
        db.session.add(ItemAbsence(item=item, person_id=person_id, why=why))
        db.session.flush()
    audit.record("meeting.sit_out", kind="request", object_id=item.request_id, why=why)
