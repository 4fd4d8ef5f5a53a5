"""Reading papers of intake's evidence, always through the person who asks. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import joinedload

from accounts.models import Account, Person
from core.db import Base, db, rows_of
from core.errors import NotThere
from core.ids import is_row_id
from core.sealing.sealed import unseal
from intake.evidence.models import Later, Paper
from intake.people.models import Client
from intake.requests.models import Request
from intake.requests.queries import is_workable_by, readable_by

MOST_SHOWN: Final = 200
PAPERS: Final = (
    select(Paper)
    .options(
        joinedload(Paper.added_by).lazyload(Person.team),
        joinedload(Paper.withdrawn_by).lazyload(Person.team),
    )
    .order_by(Paper.id)
    .limit(MOST_SHOWN)
)
OF_REQUEST: Final = PAPERS.where(Paper.request_id == bindparam("request_id"))


# The form asks these at every key: built once, on the table.
_paper = Base.metadata.tables[Paper.__tablename__].c
_KINDS: Final = (
    select(_paper.kind, func.count().label("papers"))
    .where(_paper.withdrawn_at.is_(None))
    .group_by(_paper.kind)
)
KINDS_OF_REQUEST: Final = _KINDS.where(_paper.request_id == bindparam("request_id"))
KINDS_IN_FORM: Final = _KINDS.where(
    _paper.draft_key == bindparam("draft_key"), _paper.added_by_id == bindparam("owner_id")
)


@dataclass(frozen=True)
class Place:
    """Where papers are kept: with a form that is not filed yet, or with a request."""

    draft_key: str | None = None
    request_id: int | None = None
    # Whose form it is: papers of somebody else under its key are not there.
    owner_id: int | None = None

    def holds(self, table: type[Paper] | type[Later]) -> ColumnElement[bool]:
        """Which rows those are."""
        if self.request_id is not None:
            return table.request_id == self.request_id
        owner = Paper.added_by_id if table is Paper else Later.noted_by_id
        return and_(table.draft_key == self.draft_key, owner == self.owner_id)


def papers_at(place: Place) -> Sequence[Paper]:
    """All that came there, taken back or not, in the order in which they came."""
    if place.request_id is not None:
        return db.session.scalars(OF_REQUEST, {"request_id": place.request_id}).all()
    return db.session.scalars(PAPERS.where(place.holds(Paper))).all()


def later_at(place: Place) -> Sequence[Later]:
    """What is still promised there, the first day first."""
    waits = select(Later).where(place.holds(Later), Later.done_at.is_(None))
    return db.session.scalars(waits.order_by(Later.remind_on, Later.id).limit(MOST_SHOWN)).all()


def kinds_at(place: Place) -> dict[str, int]:
    """How many papers of each kind are there now."""
    if place.request_id is not None:
        rows = rows_of(KINDS_OF_REQUEST, {"request_id": place.request_id})
    else:
        rows = rows_of(KINDS_IN_FORM, {"draft_key": place.draft_key, "owner_id": place.owner_id})
    return {row.kind: int(row.papers) for row in rows}


def paper_for(account: Account, paper_id: int) -> Paper:
    """One paper: of a request that this account may read, or of its own form; else NotThere."""
    if not is_row_id(paper_id):
        raise NotThere
    own_form = and_(Paper.draft_key.is_not(None), Paper.added_by_id == account.person_id)
    paper = db.session.scalar(
        select(Paper)
        .outerjoin(Request, Request.id == Paper.request_id)
        .where(Paper.id == paper_id, or_(own_form, readable_by(account)))
        .where(or_(Paper.request_id.is_not(None), own_form))
        .options(joinedload(Paper.request).joinedload(Request.client))
        .execution_options(populate_existing=True)
    )
    if paper is None:
        raise NotThere
    return paper


def workable_paper(account: Account, paper_id: int) -> Paper:
    """One paper that this account may replace or take back; who only reads the file may not."""
    paper = paper_for(account, paper_id)
    if paper.request is not None and not is_workable_by(account, paper.request):
        raise NotThere
    return paper


def sent_name_of(paper: Paper) -> str:
    """How the sender called the file; gone with the file."""
    if paper.content_id is None:
        return ""
    return unseal(paper.sent_name, table="evidence", column="sent_name", row_key=paper.id)


def promised_to(account: Account, on: dt.date) -> Sequence[Any]:
    """What this account's requests still wait for: (kind, day, is it time, request, client)."""
    waits = (
        select(
            *(Later.kind, Later.remind_on, (Later.remind_on <= on).label("is_time")),
            *(Request.id, Request.number, Request.what, Client.given_name, Client.family_name),
        )
        .join(Request, Request.id == Later.request_id)
        .join(Client, Client.id == Request.client_id)
        .where(Later.done_at.is_(None), readable_by(account))
        .order_by(Later.remind_on, Later.id)
        .limit(MOST_SHOWN)
    )
    return db.session.execute(waits).all()
