"""What the file for the court holds: every document of a request, each made when it is asked for.

Names say what a document is and count: none says whose it is. It changes nothing.
"""

from collections.abc import Callable, Iterator, Sequence

from flask_babel import gettext as _

from core.clock import brussels, show_date
from core.letters.sheets import Grid, Part, Sheet, bytes_of
from core.sealing import files
from fund.appeals.archive import Document
from fund.appeals.came_in import came_in
from fund.appeals.logged import events_of, trail_of
from fund.appeals.models import Appeal, Complaint
from fund.appeals.planned import Planned
from fund.appeals.posted import letters_of
from fund.meetings.queries import items_of
from fund.meetings.votes.papers import extract_sheet, has_extract
from fund.meetings.wording import name_of
from fund.models import Decision
from fund.queries import decisions_of
from fund.records.sheet import record_sheet
from intake.evidence.content.kinds import JPEG
from intake.evidence.models import Paper
from intake.evidence.queries import Place, papers_at
from intake.evidence.showing import called
from intake.hearing.models import Hearing
from intake.hearing.queries import hearings_of
from intake.hearing.wording import STATES, rows_of
from intake.requests.in_words import NOTHING, why_in_words
from intake.requests.models import Request
from intake.sheets.filed import filed_form

CONTENTS = "0-inhoud.pdf"
FORM, REPORT, DECISION, EXTRACT, HEARING, EVIDENCE = (
    "2-aanvraag",
    "4-verslag",
    "4-beslissing",
    "5-uittreksel",
    "6-horen",
    "9-bewijs",
)


def planned_for(what: Appeal | Complaint) -> list[Planned]:
    """All documents, in the order of the file."""
    request = what.request
    return [
        came_in(what),
        _form(request),
        *letters_of(request),
        *(_decisions(request) or [_report(request)]),
        *_extracts(request),
        *_hearings(request),
        events_of(request),
        trail_of(request),
        *_papers(request),
    ]


def contents_of(request: Request, planned: Sequence[Planned], made: Sequence[Document]) -> Document:
    """The list of what is in the file, with the sum of each document."""
    sums = {one.name: one.sha256 for one in made}
    rows = tuple(
        (
            one.name if one.make else one.instead,
            one.words,
            show_date(one.on),
            one.left,
            sums.get(one.name, "")[:16],
        )
        for one in planned
    )
    headings = (
        *(_("Document"), _("What it is"), _("Date")),
        *(_("How it left"), _("Control number")),
    )
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


def _decisions(request: Request) -> list[Planned]:
    """Each with its sealed record: what was known, the calculation, the rule, and whether all that still fits."""
    return [_decision(request, one) for one in reversed(decisions_of(request))]


def _decision(request: Request, decision: Decision) -> Planned:
    undone = decision.undone_at is not None
    return Planned(
        f"{DECISION}-{decision.number:02}{'-ongedaan' if undone else ''}.pdf",
        _("Decision %(number)s, undone later", number=decision.number)
        if undone
        else _("Decision %(number)s", number=decision.number),
        brussels(decision.decided_at).date(),
        lambda: bytes_of(record_sheet(request, [decision])),
    )


def _report(request: Request) -> Planned:
    """Where the term lapsed without a decision no record holds what the worker found: it stands by itself."""
    title = _("Social report on request %(number)s", number=request.number)

    def make() -> bytes:
        why = Part(_("Why, within the assistance"), rows=tuple(why_in_words(request)))
        report = Part(_("Social report"), words=(request.filing.report or NOTHING,))
        return bytes_of(Sheet.of(title, (why, report)))

    filed_on = brussels(request.submitted_at).date()
    return Planned(f"{REPORT}.pdf", _("Social report"), filed_on, make)


def _extracts(request: Request) -> Iterator[Planned]:
    """Of each session that spoke on it. Its minutes tell of other people too, and stay in the house."""
    spoken = [one for one in reversed(items_of(request)) if has_extract(one)]
    for count, item in enumerate(spoken, 1):
        yield Planned(
            f"{EXTRACT}-{count:02}.pdf",
            _("Extract of the decisions of %(meeting)s", meeting=name_of(item.meeting)),
            brussels(item.meeting.starts_at).date(),
            lambda item=item: bytes_of(extract_sheet(item)),  # type: ignore[misc]
        )


def _hearings(request: Request) -> Iterator[Planned]:
    for count, hearing in enumerate(reversed(hearings_of(request)), 1):
        on = hearing.held_on or hearing.asked_on
        yield Planned(
            f"{HEARING}-{count:02}.pdf",
            _("Right to be heard: %(state)s", state=STATES[hearing.state][0]),
            on,
            lambda hearing=hearing: _hearing(request, hearing),  # type: ignore[misc]
        )


def _hearing(request: Request, hearing: Hearing) -> bytes:
    title = _("Right to be heard, request %(number)s", number=request.number)
    return bytes_of(Sheet.of(title, (Part(rows=tuple(rows_of(hearing))),)))


def _papers(request: Request) -> Iterator[Planned]:
    for count, paper in enumerate(papers_at(Place(request_id=request.id)), 1):
        ending = "jpg" if paper.content_type == JPEG else "pdf"
        yield Planned(
            f"{EVIDENCE}-{count:02}-{paper.kind.replace('_', '-')}.{ending}",
            called(paper.kind),
            brussels(paper.added_at).date(),
            _content(paper),
            instead=_("taken back"),
        )


def _content(paper: Paper) -> Callable[[], bytes] | None:
    stored = paper.content
    return (lambda: files.read(stored)) if stored is not None else None
