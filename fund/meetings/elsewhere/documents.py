"""The documents that leave for another tool: each item in the centre's template, and one list. Changes nothing."""

from core.errors import NotThere
from core.letters.sheets import in_dutch
from fund.meetings.elsewhere import shipped, template
from fund.meetings.elsewhere.facts import facts_of
from fund.meetings.elsewhere.filling import filled
from fund.meetings.elsewhere.packing import packed
from fund.meetings.life import CONVENED, DROPPED
from fund.meetings.models import Item, Meeting
from fund.meetings.queries import agenda_of


def items_in(meeting: Meeting) -> list[Item]:
    """What stands on its agenda; NotThere before the agenda is ready, after its outcomes
    came back, and where it lives here."""
    if not meeting.is_elsewhere or meeting.stage != CONVENED:
        raise NotThere
    return [one for one in agenda_of(meeting) if one.stage != DROPPED]


def documents_of(meeting: Meeting, items: list[Item]) -> bytes:
    """One ZIP file. Its names hold numbers, never a name."""
    with in_dutch():
        own = template.current()
        parts = {"00-lijst.docx": shipped.list_of(meeting, items)}
        for item in items:
            name = f"{item.position:02}-{item.request.number}.docx"
            parts[name] = filled(own, facts_of(item))
        return packed(parts)
