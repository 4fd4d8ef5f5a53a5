"""Settings of meetings: whether the agenda lives here or elsewhere, days of convocation, days of access."""

from typing import Final

from core import settings
from fund.bodies.deciding import BY_MEETING
from fund.setup.choices import body_of_centre

ELSEWHERE, HERE, OFF = "elsewhere", "here", "off"

AGENDA: Final = settings.Key("meetings.agenda", default="", choices=("", OFF, ELSEWHERE, HERE))
CONVENE_DAYS: Final = settings.Key("meetings.convene_days", default=8)
ACCESS_DAYS: Final = settings.Key("meetings.access_days", default=14)


def where_agendas_live() -> str:
    """ELSEWHERE, HERE or OFF; unless somebody chose, elsewhere where a committee decides."""
    chosen = settings.get(AGENDA)
    return chosen or (ELSEWHERE if body_of_centre() in BY_MEETING else OFF)


def meetings_are_on() -> bool:
    """Does this centre work with meetings at all?"""
    return where_agendas_live() != OFF


def votes_are_here() -> bool:
    """Are decisions of these bodies made by votes in the product, and in no other way?"""
    return where_agendas_live() == HERE


def is_for_a_meeting(body: str) -> bool:
    """Does this body decide in meetings alone, by votes here or in another tool, so that nobody decides for
    it? Where no meetings are kept at all, an approver writes down what one decided."""
    return body in BY_MEETING and meetings_are_on()
