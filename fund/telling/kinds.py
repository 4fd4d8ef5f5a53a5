"""The kinds of notices of the fund, with their words. They hold numbers and days, never a name."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.notices.kinds import Kind, register

AT_REQUEST: Final = ("requests.show", "request_id")
AT_CASE: Final = ("fund.case", "request_id")

DECIDED: Final = register(
    Kind("request.decided", _l("Request %(about)s was decided."), *AT_REQUEST)
)
UNDONE: Final = register(
    Kind("request.undone", _l("Request %(about)s: the decision was undone."), *AT_REQUEST)
)
ASKED: Final = register(
    Kind("request.asked", _l("Request %(about)s: a question waits for your answer."), *AT_REQUEST)
)
UNANSWERED: Final = register(
    Kind(
        "request.unanswered",
        _l("Request %(about)s: the question still waits for an answer."),
        *AT_REQUEST,
    )
)
ANSWERED: Final = register(
    Kind("request.answered", _l("Request %(about)s: your question was answered."), *AT_CASE)
)
EVIDENCE_LATE: Final = register(
    Kind(
        "evidence.late",
        _l("Request %(about)s: a promised paper has not come."),
        "evidence.of_request",
        "request_id",
    )
)
# A term has two kinds: the worker opens the request, who decides or heads the service opens the case.
SOON = _l("Request %(about)s: the legal term ends soon.")
LAPSED = _l("Request %(about)s: the legal term is over and nothing is decided.")
TERM_OF_MINE: Final = register(Kind("term.mine", SOON, *AT_REQUEST))
TERM_TO_DECIDE: Final = register(Kind("term.decide", SOON, *AT_CASE))
LAPSED_OF_MINE: Final = register(Kind("lapsed.mine", LAPSED, *AT_REQUEST))
LAPSED_TO_DECIDE: Final = register(Kind("lapsed.decide", LAPSED, *AT_CASE))
NEW_TO_DECIDE: Final = register(
    Kind(
        "worklist.new",
        _l("New requests that wait for a decision: %(about)s."),
        "fund.worklist",
        at_once=False,
    )
)
NOBODY_THERE: Final = register(
    Kind(
        "worker.nobody_there",
        _l("Open requests of a worker in whose place nobody is: %(about)s."),
        "people.absences",
        at_once=False,
    )
)

OF_TERMS: Final = (TERM_OF_MINE, TERM_TO_DECIDE, LAPSED_OF_MINE, LAPSED_TO_DECIDE)
OF_QUESTIONS: Final = (ASKED, UNANSWERED)
