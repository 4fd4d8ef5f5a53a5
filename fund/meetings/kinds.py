"""The kinds of notices of meetings, with their words. They hold numbers and days, never a name."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.notices.kinds import Kind, register

CONVENED_TO: Final = register(
    Kind(
        "meeting.convened",
        _l("You are convened to meeting %(about)s."),
        "meetings.one",
        "meeting_id",
    )
)
CALLED_OFF: Final = register(
    Kind(
        "meeting.called_off",
        _l("Meeting %(about)s was called off."),
        "meetings.all_of_them",
    )
)
STILL_OPEN: Final = register(
    Kind(
        "meeting.still_open",
        _l("Meeting %(about)s is not closed yet: its letters wait, and their term runs."),
        "meetings.one",
        "meeting_id",
    )
)
TO_RATIFY: Final = register(
    Kind(
        "meeting.to_ratify",
        _l("Request %(about)s was granted urgently: the next meeting must ratify it."),
        "meetings.all_of_them",
    )
)
