"""The kinds of notices about appeals and complaints. They hold numbers and days, never a name."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.notices.kinds import Kind, register

NOTED: Final = register(
    Kind(
        "appeal.noted", _l("An appeal was noted on request %(about)s."), "appeals.one", "appeal_id"
    )
)
COMPLAINED: Final = register(
    Kind(
        "complaint.noted",
        _l("A complaint was noted on request %(about)s."),
        "appeals.complaint",
        "complaint_id",
    )
)
ANSWER_DUE: Final = register(
    Kind(
        "complaint.due",
        _l("The answer to a complaint is due: request %(about)s."),
        "appeals.complaint",
        "complaint_id",
    )
)
OF_COMPLAINTS: Final = (COMPLAINED, ANSWER_DUE)
