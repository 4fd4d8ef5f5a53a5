"""Who was there, as it stays with each vote: of one item, and over a whole session. Pure."""

from collections.abc import Iterable
from enum import Enum
from typing import Final

from fund.meetings.models import Item, Meeting, Member

PRESENT: Final = "present"
ABSENT: Final = "absent"


class There(Enum):
    """How much of a session somebody was there for."""

    WHOLE = "whole"
    PART = "part"
    NOT = "not"


def named(item: Item, how: str) -> list[str]:
    """Who was there in this way when the item was voted on, the chair first."""
    return [one.person.name for one in item.presences if one.how == how]


def roll_of(meeting: Meeting, items: Iterable[Item]) -> dict[There, list[Member]]:
    """Of everybody who was convened: at every vote, at some of them, or at none. Where no vote was held, by
    who is there."""
    voted = [{one.person_id: one.how for one in item.presences} for item in items if item.presences]
    found: dict[There, list[Member]] = {one: [] for one in There}
    for member in meeting.members:
        at = {one.get(member.person_id, ABSENT) != ABSENT for one in voted} or {member.is_present}
        found[_much(at)].append(member)
    return found


def _much(at: set[bool]) -> There:
    if at == {True, False}:
        return There.PART
    return There.WHOLE if True in at else There.NOT
