"""Reading the fund's letters: lists by stage, counts, one letter, what stands for a request. Changes nothing."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Listing, Page
from fund.letters.kinds import DECIDING
from fund.letters.life import HELD, READY, SENT, UNSENT, VOID, WAITING
from fund.letters.models import Dispatch
from fund.queries import stands
from intake.people.models import Client
from intake.requests.models import Request
from intake.requests.recusal.queries import closed_for, closed_to

# Above this the count is "999+".
MOST_COUNTED: Final = 999
LISTED: Final = (WAITING, HELD, READY, SENT)

COLUMNS: Final[tuple[Any, ...]] = (
    *(Dispatch.id, Dispatch.kind, Dispatch.stage, Dispatch.lacks, Dispatch.letter_id),
    *(Dispatch.sent_on, Dispatch.way, Dispatch.tracking),
    *(Request.id.label("request_id"), Request.number, Request.what, Request.client_id),
    *(Request.notify_due_on, Request.appeal_until_on, Request.provider_name),
    *(Client.given_name, Client.family_name, Client.file_number, Client.no_post),
)


@lru_cache(maxsize=256)
def _list_for(person_id: int, stage: str) -> Listing:
    statement = (
        select(*COLUMNS, closed_for(person_id).label("is_closed"))
        .join(Request, Request.id == Dispatch.request_id)
        .join(Client, Client.id == Request.client_id)
        .where(Dispatch.stage == stage)
    )
    return Listing(statement, [By(Dispatch.id, descending=stage == SENT)])


def page_of_letters(person_id: int, stage: str, key: str | None = None) -> Page[Any]:
    """Letters in one stage: what waits longest first, what was sent last first. Of one that is closed to this
    person its number is shown alone."""
    return _list_for(person_id, stage).page(key)


def counts() -> Mapping[str, int]:
    """How many letters have not left, by stage; no further than anybody reads."""
    found = {}
    for stage in UNSENT:
        some = select(Dispatch.id).where(Dispatch.stage == stage).limit(MOST_COUNTED + 1).subquery()
        found[stage] = int(db.session.scalar(select(func.count()).select_from(some)) or 0)
    return found


def letter_named(account: Account, dispatch_id: int) -> Dispatch:
    """A letter, for who sends those of the whole house and did not step back from it; else NotThere."""
    if not is_row_id(dispatch_id) or not may(account, Permission.LETTERS):
        raise NotThere
    statement = (
        select(Dispatch)
        .join(Request, Request.id == Dispatch.request_id)
        .where(Dispatch.id == dispatch_id, ~closed_to(account))
    )
    found = db.session.scalars(statement.options(joinedload(Dispatch.letter))).one_or_none()
    if found is None:
        raise NotThere
    return found


def held(dispatch: Dispatch) -> Dispatch:
    """The same with its request, both locked until the transaction ends and as they are stored now."""
    session = db.session
    session.get_one(Request, dispatch.request_id, with_for_update=True, populate_existing=True)
    return session.get_one(Dispatch, dispatch.id, with_for_update=True, populate_existing=True)


def unsent_of(request: Request) -> Sequence[Dispatch]:
    """What has not left yet for a request, and is not void."""
    return db.session.scalars(
        select(Dispatch)
        .where(Dispatch.request_id == request.id, Dispatch.stage.in_(UNSENT))
        .order_by(Dispatch.id)
    ).all()


def deciding_letter(request: Request) -> Dispatch | None:
    """The letter that tells the decision which stands: the newest one that is not void. None while the
    session that made it runs."""
    return db.session.scalars(
        select(Dispatch)
        .join(Dispatch.decision)
        .where(
            Dispatch.request_id == request.id,
            stands(),
            Dispatch.kind.in_(DECIDING),
            Dispatch.stage != VOID,
        )
        .order_by(Dispatch.id.desc())
        .limit(1)
    ).one_or_none()


def last_sent(request: Request, kinds: Collection[str]) -> Dispatch | None:
    """The last letter of these kinds that left for this request."""
    return db.session.scalars(
        select(Dispatch)
        .where(
            *(Dispatch.request_id == request.id, Dispatch.kind.in_(kinds)),
            Dispatch.stage == SENT,
        )
        .order_by(Dispatch.id.desc())
        .limit(1)
    ).one_or_none()


def letters_of(request_ids: Sequence[int]) -> Mapping[int, Any]:
    """Number and stage of the newest deciding letter of each of these requests."""
    newest = (
        select(func.max(Dispatch.id))
        .where(Dispatch.request_id.in_(request_ids), Dispatch.kind.in_(DECIDING))
        .where(Dispatch.stage != VOID)
        .group_by(Dispatch.request_id)
    )
    columns = (Dispatch.id, Dispatch.request_id, Dispatch.stage, Dispatch.way)
    rows = db.session.execute(select(*columns).where(Dispatch.id.in_(newest)))
    return {row.request_id: row for row in rows}
