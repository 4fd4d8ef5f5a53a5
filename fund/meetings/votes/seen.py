"""What somebody saw of a meeting before writing: two secretaries overwrite nothing unseen. Pure."""

import hashlib

from core.errors import Conflict
from fund.meetings.models import Meeting


class SeenOtherwise(Conflict):
    """It stands otherwise by now than on the page that was sent: nothing is stored, what was typed stays."""


def minutes_mark(meeting: Meeting) -> str:
    """Of the minutes as they stand."""
    return hashlib.sha256(meeting.minutes.encode()).hexdigest()[:16]


def presence_mark(meeting: Meeting) -> str:
    """Of who is there."""
    there = sorted(one.person_id for one in meeting.members if one.is_present)
    return ",".join(map(str, there))
