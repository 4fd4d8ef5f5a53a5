"""The letters in a file for the court: all that left about a request, as it left. It changes nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from core.clock import brussels
from core.db import db
from core.letters.letters import Letter, content_of, pdf_of
from fund.appeals.planned import Planned
from fund.letters.life import SENT
from fund.letters.models import Dispatch
from fund.letters.wording import sent_words, title_of
from intake.requests.models import Request

NAME = "3-brief"


@dataclass(frozen=True)
class Left:
    """A letter that left; without `letter` the service wrote its own, which lies with the service."""

    on: dt.date
    kind: str
    title: str
    how: str
    letter: Letter | None


def letters_of(request: Request) -> Iterator[Planned]:
    """In the order in which they left, each as it was frozen.

    The court gets what the client got. A letter that was made and never left told nobody anything: it is
    not a document of the case, and that it was made, and is void, stands in the log.
    """
    left = sorted((*_receipts(request), *_dispatches(request)), key=lambda one: one.on)
    for count, one in enumerate(left, 1):
        letter = one.letter
        yield Planned(
            f"{NAME}-{count:02}-{one.kind.replace('_', '-')}.pdf",
            one.title,
            one.on,
            None if letter is None else lambda letter=letter: pdf_of(letter),  # type: ignore[misc]
            left=one.how,
            instead=_("a letter of the service's own"),
        )


def _receipts(request: Request) -> Iterator[Left]:
    """It is handed over, or sent, when the request is filed; nobody marks that."""
    wanted = (
        select(Letter)
        .where(Letter.subject_kind == "filing", Letter.subject_id == request.filing_id)
        .options(joinedload(Letter.file))
        .order_by(Letter.id)
    )
    for letter in db.session.scalars(wanted):
        on = brussels(letter.issued_at).date()
        yield Left(on, letter.kind, content_of(letter).title, _("with the filing"), letter)


def _dispatches(request: Request) -> Iterator[Left]:
    for one in _sent(request):
        if one.sent_on is None:
            continue
        title = title_of(one.kind) if one.letter is None else content_of(one.letter).title
        yield Left(one.sent_on, one.kind, title, sent_words(one), one.letter)


def _sent(request: Request) -> Sequence[Dispatch]:
    wanted = (
        select(Dispatch)
        .where(Dispatch.request_id == request.id, Dispatch.stage == SENT)
        .options(joinedload(Dispatch.letter).joinedload(Letter.file))
        .order_by(Dispatch.marked_at, Dispatch.id)
    )
    return db.session.scalars(wanted).all()
