"""Papers come, are replaced, are taken back, or are promised: intake's evidence. Commits nothing."""

import datetime as dt
from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select, update

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from core.sealing import files
from core.sealing.sealed import seal
from intake.evidence.arriving import FIELD, Arrived
from intake.evidence.models import Later, Paper
from intake.evidence.queries import Place, kinds_at
from intake.evidence.when import may_go, takes_papers
from intake.requests.actions import record_evidence
from intake.requests.models import Request

MOST_AT_ONE_PLACE = 40


def require_taking(request: Request) -> None:
    """Conflict when the request takes no papers any more: somebody decided meanwhile."""
    if not takes_papers(request):
        raise Conflict(_("This request takes no papers any more."))


def add(
    place: Place, kind: str, arrived: Sequence[Arrived], *, by: Account, to: Request | None = None
) -> list[Paper]:
    """Keep these files as proofs of a kind; with a request (held by the caller) they count as seen.

    The same file sent twice is kept once. Conflict when the request takes nothing any more.
    """
    if to is not None:
        require_taking(to)
    if sum(kinds_at(place).values()) + len(arrived) > MOST_AT_ONE_PLACE:
        words = _("There are %(most)s papers here already. Take one back first.", most=40)
        raise RuleBroken(words, field=FIELD)
    added = [_added(place, kind, one, by) for one in arrived if not _is_there(place, kind, one)]
    _came(place, kind)
    if to is not None:
        record_evidence(to, kind, by=by, seen=True)
    return added


def replace(
    paper: Paper, arrived: Sequence[Arrived], *, by: Account, to: Request | None = None
) -> list[Paper]:
    """Another file in its stead; that the first one was there stays."""
    _check_goes(paper)
    added = add(_place_of(paper), paper.kind, arrived, by=by, to=to)
    if added:
        _take_away(paper, by, _("replaced"))
        paper.replaced_by_id = added[0].id
    return added


def withdraw(paper: Paper, *, by: Account, why: str, of: Request | None = None) -> None:
    """Take the paper back: its bytes go, who did it and why stays. The last of its kind unsees it."""
    _check_goes(paper)
    _take_away(paper, by, why)
    db.session.flush()
    if of is not None and paper.kind not in kinds_at(_place_of(paper)):
        record_evidence(of, paper.kind, by=by, seen=False)


def promise(place: Place, kind: str, remind_on: dt.date, *, by: Account) -> None:
    """Note that it comes later; said again for the same proof, the new day counts."""
    _came(place, kind)
    later = Later(
        draft_key=place.draft_key,
        request_id=place.request_id,
        kind=kind,
        remind_on=remind_on,
        noted_by_id=by.person_id,
        noted_at=clock.now(),
    )
    db.session.add(later)
    db.session.flush()
    audit.record("evidence.later", kind="evidence_later", object_id=later.id)


def attach(draft_key: str, request: Request, *, by: Account) -> None:
    """The form is filed: what lay with it belongs to its request from now on."""
    here = Place(draft_key=draft_key, owner_id=by.person_id)
    for table in (Paper, Later):
        where_it_is = {"draft_key": None, "request_id": request.id}
        db.session.execute(update(table).where(here.holds(table)).values(**where_it_is))


def move(draft_key: str, to_key: str, *, by: Account) -> None:
    """The part of a form that it lies with is not filed yet, and goes on as a form of its own."""
    here = Place(draft_key=draft_key, owner_id=by.person_id)
    for table in (Paper, Later):
        db.session.execute(update(table).where(here.holds(table)).values(draft_key=to_key))


def forget(draft_key: str, *, by: Account) -> None:
    """The form is thrown away: what lay with it goes too, without a trace."""
    here = Place(draft_key=draft_key, owner_id=by.person_id)
    for later in db.session.scalars(select(Later).where(here.holds(Later))):
        db.session.delete(later)
    papers = db.session.scalars(
        select(Paper).where(here.holds(Paper)).order_by(Paper.id.desc())
    ).all()
    for paper in papers:
        paper.replaced_by_id = None
    db.session.flush()
    for paper in papers:
        _drop_files(paper, gone=True)


def _added(place: Place, kind: str, one: Arrived, by: Account) -> Paper:
    db.session.add_all(stored for stored in (one.content, one.preview) if stored is not None)
    paper = Paper(
        draft_key=place.draft_key,
        request_id=place.request_id,
        kind=kind,
        sent_name=b"",
        sent_hash=one.sent_hash,
        content_type=one.kept.content_type,
        size_bytes=len(one.kept.content),
        pages=one.kept.pages,
        content=one.content,
        preview=one.preview,
        added_by_id=by.person_id,
        added_at=clock.now(),
        withdrawn_why="",
    )
    db.session.add(paper)
    db.session.flush()  # the id is part of the seal
    paper.sent_name = seal(one.name, table="evidence", column="sent_name", row_key=paper.id)
    audit.record("evidence.add", kind="evidence", object_id=paper.id)
    return paper


def _is_there(place: Place, kind: str, one: Arrived) -> bool:
    """Sent a second time, by a double click or to be sure."""
    same = select(Paper.id).where(
        place.holds(Paper),
        Paper.kind == kind,
        Paper.sent_hash == one.sent_hash,
        Paper.withdrawn_at.is_(None),
    )
    return db.session.scalar(same.limit(1)) is not None


def _came(place: Place, kind: str) -> None:
    """Nobody needs to be reminded of it any more."""
    waits = (place.holds(Later), Later.kind == kind, Later.done_at.is_(None))
    db.session.execute(update(Later).where(*waits).values(done_at=clock.now()))


def _check_goes(paper: Paper) -> None:
    if not may_go(paper):
        raise Conflict(_("The decision stands on this paper. It cannot be taken back any more."))


def _take_away(paper: Paper, by: Account, why: str) -> None:
    paper.withdrawn_at, paper.withdrawn_by_id = clock.now(), by.person_id
    paper.withdrawn_why = why
    paper.sent_name = b""
    audit.record("evidence.withdraw", kind="evidence", object_id=paper.id)
    _drop_files(paper, gone=False)


def _drop_files(paper: Paper, *, gone: bool) -> None:
    """The bytes go; `gone` takes the row too."""
    stored = [one for one in (paper.content, paper.preview) if one is not None]
    if gone:
        db.session.delete(paper)
    else:
        paper.content = paper.preview = None
    db.session.flush()
    for one in stored:
        files.remove(one)


def _place_of(paper: Paper) -> Place:
    return Place(paper.draft_key, paper.request_id, paper.added_by_id)
