"""What the file for the court holds: every document of a request, each made when it is asked for.

Names say what a document is and count: none says whose it is. It changes nothing.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from core.clock import brussels, show_date
from core.db import db
from core.letters.letters import Letter, content_of, pdf_of
from core.letters.sheets import Grid, Part, Sheet, bytes_of
from core.pages.show import moment
from core.sealing import files
from fund.appeals.archive import Document
from fund.central.sheet import decision_sheet
from fund.models import Decision
from fund.queries import decisions_of
from intake.evidence.content.kinds import JPEG
from intake.evidence.models import Paper
from intake.evidence.queries import Place, papers_at
from intake.evidence.showing import called
from intake.requests.models import Request, RequestEvent
from intake.requests.wording import EVENT_WORDS
from intake.sheets.filed import filed_form

FORM, LETTER, DECISION, EVENTS, EVIDENCE = (
    "1-aanvraag",
    "2-brief",
    "3-beslissing",
    "4-verloop",
    "5-bewijs",
)
CONTENTS = "0-inhoud.pdf"


@dataclass(frozen=True)
class Planned:
    """A document that will stand in the file; without `make` it was taken back, and is only named."""

    name: str
    words: str
    on: dt.date
    make: Callable[[], bytes] | None = None


def planned_for(request: Request) -> list[Planned]:
    """All documents, in the order of the file."""
    return [
        _form(request),
        *_letters(request),
        *_decisions(request),
        _events(request),
        *_papers(request),
    ]


def contents_of(request: Request, planned: Sequence[Planned], made: Sequence[Document]) -> Document:
    """The list of what is in the file, with the sum of each document."""
    sums = {one.name: one.sha256 for one in made}
    rows = tuple(
        (
            one.name if one.make else _("taken back"),
            one.words,
            show_date(one.on),
            sums.get(one.name, "")[:16],
        )
        for one in planned
    )
    headings = (_("Document"), _("What it is"), _("Date"), _("Control number"))
    part = Part(
        words=(
            _(
                "The control number is the beginning of the SHA-256 sum, which stands whole in SHA256SUMS."
            ),
        ),
        grid=Grid(headings, rows),
    )
    sheet = Sheet.of(
        _("Contents of the file of request %(number)s", number=request.number), (part,)
    )
    return Document(CONTENTS, bytes_of(sheet))


def _form(request: Request) -> Planned:
    words = _("The request as it was filed")
    filed_on = brussels(request.submitted_at).date()
    return Planned(f"{FORM}.pdf", words, filed_on, lambda: bytes_of(filed_form(request)))


def _letters(request: Request) -> Iterator[Planned]:
    decisions = select(Decision.id).where(Decision.request_id == request.id)
    subjects = or_(
        and_(Letter.subject_kind == "request", Letter.subject_id == request.id),
        and_(Letter.subject_kind == "filing", Letter.subject_id == request.filing_id),
        and_(Letter.subject_kind == "decision", Letter.subject_id.in_(decisions)),
    )
    wanted = select(Letter).where(subjects).options(joinedload(Letter.file)).order_by(Letter.id)
    for count, letter in enumerate(db.session.scalars(wanted), 1):
        yield Planned(
            f"{LETTER}-{count:02}-{letter.kind.replace('_', '-')}.pdf",
            content_of(letter).title,
            brussels(letter.issued_at).date(),
            lambda letter=letter: pdf_of(letter),  # type: ignore[misc]
        )


def _decisions(request: Request) -> Iterator[Planned]:
    for decision in reversed(decisions_of(request)):
        undone = decision.undone_at is not None
        yield Planned(
            f"{DECISION}-{decision.number:02}{'-ongedaan' if undone else ''}.pdf",
            _("Decision %(number)s, undone later", number=decision.number)
            if undone
            else _("Decision %(number)s", number=decision.number),
            brussels(decision.decided_at).date(),
            lambda decision=decision: bytes_of(decision_sheet(request, decision)),  # type: ignore[misc]
        )


def _events(request: Request) -> Planned:
    events = db.session.scalars(
        select(RequestEvent)
        .where(RequestEvent.request_id == request.id)
        .options(joinedload(RequestEvent.by))
        .order_by(RequestEvent.id)
    ).all()
    headings = (_("When"), _("What"), _("Who"), _("Why"))
    rows = tuple(
        (moment(one.at), str(EVENT_WORDS.get(one.verb, one.verb)), one.by.name, one.why)
        for one in events
    )
    title = _("What happened to request %(number)s", number=request.number)
    last_on = brussels(events[-1].at).date() if events else brussels(request.submitted_at).date()

    def make() -> bytes:
        return bytes_of(Sheet.of(title, (Part(grid=Grid(headings, rows)),)))

    return Planned(f"{EVENTS}.pdf", _("What happened, step by step"), last_on, make)


def _papers(request: Request) -> Iterator[Planned]:
    for count, paper in enumerate(papers_at(Place(request_id=request.id)), 1):
        ending = "jpg" if paper.content_type == JPEG else "pdf"
        yield Planned(
            f"{EVIDENCE}-{count:02}-{paper.kind.replace('_', '-')}.{ending}",
            called(paper.kind),
            brussels(paper.added_at).date(),
            _content(paper),
        )


def _content(paper: Paper) -> Callable[[], bytes] | None:
    stored = paper.content
    return (lambda: files.read(stored)) if stored is not None else None
