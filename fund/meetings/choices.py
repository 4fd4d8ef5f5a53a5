"""Settings of meetings: whether the agenda lives here or elsewhere, days of convocation, days of access."""

from collections.abc import Iterable
from typing import Final

from core import settings
from fund.bodies.deciding import BY_MEETING
from fund.setup.choices import body_of_centre

ELSEWHERE, HERE, OFF = "elsewhere", "here", "off"

# Noted by itself, once: a rule that came into force, or somebody who sent a request on, named a body that meets.
NAMED: Final = settings.Key("meetings.named", default=False)
AGENDA: Final = settings.Key("meetings.agenda", default="", choices=("", OFF, ELSEWHERE, HERE))
CONVENE_DAYS: Final = settings.Key("meetings.convene_days", default=8)
ACCESS_DAYS: Final = settings.Key("meetings.access_days", default=14)


def where_agendas_live() -> str:
    """ELSEWHERE, HERE or OFF; unless somebody chose, elsewhere where the setup or a rule knows a committee."""
    chosen = settings.get(AGENDA)
    if chosen:
        return chosen
    knows_one = body_of_centre() in BY_MEETING or settings.get(NAMED)
    return ELSEWHERE if knows_one else OFF


def note_named(bodies: Iterable[str], *, by: int) -> None:
    """These bodies decide from now on, beside the one of the setup; `by` is the person who made it so."""
    if not settings.get(NAMED) and not BY_MEETING.isdisjoint(bodies):
        settings.put(NAMED, True, by=by)


def meetings_are_on() -> bool:
    """Does this centre work with meetings at all?"""
    return where_agendas_live() != OFF


def votes_are_here() -> bool:
    """Are decisions of these bodies made by votes in the product, and in no other way?"""
    return where_agendas_live() == HERE


def is_for_a_meeting(body: str) -> bool:
    """Does this body decide in meetings alone, by votes here or in another tool, so that nobody decides for
    it? Only where somebody chose to keep no meetings an approver writes down what one decided."""
    return body in BY_MEETING and settings.get(AGENDA) != OFF
