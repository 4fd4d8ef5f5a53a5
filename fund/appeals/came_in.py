"""What an appeal or a complaint is, on paper, as the first document of its file. It decides nothing."""

from collections.abc import Iterator

from flask_babel import gettext as _

from core.clock import long_date
from core.letters.sheets import Part, Sheet, bytes_of
from core.pages.show import moment
from fund.appeals.models import Appeal, Complaint
from fund.appeals.planned import Planned
from fund.appeals.queries import follow_up_of
from fund.appeals.wording import ANSWERS, BODIES, OUTCOMES


def came_in(what: Appeal | Complaint) -> Planned:
    """What was noted of it, and what came of it."""
    number = what.request.number
    if isinstance(what, Appeal):
        name, title = "1-beroep", _("Appeal, request %(number)s", number=number)
    else:
        name, title = "1-klacht", _("Complaint, request %(number)s", number=number)

    def make() -> bytes:
        return bytes_of(Sheet.of(title, (Part(rows=tuple(_rows(what))),)))

    words = _("Appeal") if isinstance(what, Appeal) else _("Complaint")
    return Planned(f"{name}.pdf", words, what.received_on, make)


def _rows(what: Appeal | Complaint) -> Iterator[tuple[str, str]]:
    yield _("Received on"), long_date(what.received_on)
    yield from _of_appeal(what) if isinstance(what, Appeal) else _of_complaint(what)
    noted = _("%(name)s, %(moment)s", name=what.noted_by.name, moment=moment(what.noted_at))
    yield _("Noted by"), noted
    if since := follow_up_of(what):
        on = moment(since.decided_at)
        since_words = _("Decision %(number)s of %(day)s", number=since.number, day=on)
        yield _("Decision since then"), since_words


def _of_appeal(appeal: Appeal) -> Iterator[tuple[str, str]]:
    yield _("Before whom"), str(BODIES[appeal.body])
    if appeal.reference:
        yield _("Number of the case there"), appeal.reference
    against = _("the lapse of the term")
    if (decision := appeal.decision) is not None:
        on = moment(decision.decided_at)
        against = _("Decision %(number)s of %(day)s", number=decision.number, day=on)
    yield _("Against"), against
    if appeal.outcome and appeal.outcome_on:
        yield _("Outcome"), _ended(str(OUTCOMES[appeal.outcome]), long_date(appeal.outcome_on))


def _of_complaint(complaint: Complaint) -> Iterator[tuple[str, str]]:
    yield _("About what"), complaint.about
    yield _("Answer by"), long_date(complaint.answer_by_on)
    if complaint.outcome and complaint.answered_on:
        yield (
            _("Outcome"),
            _ended(str(ANSWERS[complaint.outcome]), long_date(complaint.answered_on)),
        )
        if complaint.answer:
            yield _("What was answered"), complaint.answer


def _ended(outcome: str, day: str) -> str:
    return str(_("%(outcome)s, on %(day)s", outcome=outcome, day=day))
