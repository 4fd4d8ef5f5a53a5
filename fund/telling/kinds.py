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
# The day to answer is over: to its worker, and to who asked.
ANSWER_LATE: Final = register(
    Kind(
        "answer_late.mine",
        _l("Request %(about)s: the day to answer the question is over."),
        *AT_REQUEST,
    )
)
ANSWER_LATE_TO_ASKER: Final = register(
    Kind(
        "answer_late.asked",
        _l("Request %(about)s: your question was not answered by its day."),
        *AT_CASE,
    )
)
EVIDENCE_LATE: Final = register(
    Kind(
        "evidence.late",
        _l("Request %(about)s: a promised paper has not come."),
        "evidence.of_request",
        "request_id",
    )
)
# A term has three kinds: the worker opens the request, who decides or heads the service the case, and
# who prepares a meeting the request, which an agenda takes.
ENDS_SOON: Final = _l("Request %(about)s: the legal term ends soon.")
IS_OVER: Final = _l("Request %(about)s: the legal term is over and nothing is decided.")
TERM_OF_MINE: Final = register(Kind("term.mine", ENDS_SOON, *AT_REQUEST))
TERM_TO_DECIDE: Final = register(Kind("term.decide", ENDS_SOON, *AT_CASE))
LAPSED_OF_MINE: Final = register(Kind("lapsed.mine", IS_OVER, *AT_REQUEST))
LAPSED_TO_DECIDE: Final = register(Kind("lapsed.decide", IS_OVER, *AT_CASE))
TERM_TO_PREPARE: Final = register(
    Kind(
        "term.prepare",
        _l("Request %(about)s waits for a meeting: the legal term ends soon."),
        *AT_REQUEST,
    )
)
LAPSED_TO_PREPARE: Final = register(
    Kind(
        "lapsed.prepare",
        _l("Request %(about)s waits for a meeting: the legal term is over."),
        *AT_REQUEST,
    )
)
SENT_BACK: Final = register(
    Kind(
        "request.sent_back",
        _l("Request %(about)s: the second person sent your decision back."),
        *AT_CASE,
    )
)
REVISION_WAITS: Final = register(
    Kind(
        "request.revision_waits",
        _l("Request %(about)s: a revision waits for a second person."),
        *AT_CASE,
    )
)
SENT_ON: Final = register(
    Kind("request.sent_on", _l("Request %(about)s was sent on to you, to decide."), *AT_CASE)
)
SENT_TO_MEETING: Final = register(
    Kind(
        "request.sent_to_meeting",
        _l("Request %(about)s was sent on to a meeting: put it on an agenda."),
        *AT_REQUEST,
    )
)
NEW_TO_DECIDE: Final = register(
    Kind(
        "worklist.new",
        _l("New requests that wait for a decision: %(about)s."),
        "fund.worklist",
        at_once=False,
    )
)
NEW_TO_PREPARE: Final = register(
    Kind(
        "worklist.new_for_meeting",
        _l("New requests that wait for a meeting: %(about)s."),
        "meetings.all_of_them",
        at_once=False,
    )
)
LETTERS_LATE: Final = register(
    Kind(
        "letters.late",
        _l("Letters on decisions that must leave today, or should have left: %(about)s."),
        "letters.mine",
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
DECIDER_AWAY: Final = register(
    Kind(
        "decider.nobody_there",
        _l("Requests wait for an approver who is away without a stand-in: %(about)s."),
        "people.absences",
        at_once=False,
    )
)

# To its worker, to who decides, to who prepares a meeting.
SOON: Final = (TERM_OF_MINE, TERM_TO_DECIDE, TERM_TO_PREPARE)
LAPSED: Final = (LAPSED_OF_MINE, LAPSED_TO_DECIDE, LAPSED_TO_PREPARE)
OF_TERMS: Final = (*SOON, *LAPSED)
OF_QUESTIONS: Final = (ASKED, UNANSWERED, ANSWER_LATE, ANSWER_LATE_TO_ASKER)
OF_SENDING_ON: Final = (SENT_ON, SENT_TO_MEETING)
# What who prepares meetings cannot open any more once another body decides.
OF_MEETINGS: Final = (TERM_TO_PREPARE, LAPSED_TO_PREPARE)
# What calls who decides to a request once more.
TO_DECIDE_AGAIN: Final = (ANSWERED, UNDONE, SENT_BACK, *OF_SENDING_ON, REVISION_WAITS)
