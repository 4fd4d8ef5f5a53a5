"""Reading batches: one's own, with their requests. Changes nothing."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from fund.narrowing.conditions import ORDERS, fits
from fund.narrowing.filters import FOR_ME, read
from fund.together.models import Batch, BatchLine
from intake.requests.models import OPEN, Request
from intake.requests.recusal.queries import closed_to

# One look each at more than these is no look.
MOST_LINES: Final = 100
# So many open requests are looked through for them.
MOST_LOOKED_AT: Final = 1_000


def batch_for(account: Account, batch_id: int, *, held: bool = False) -> Batch:
    """One's own batch, locked where it will change; else NotThere."""
    wanted = select(Batch).where(Batch.id == batch_id, Batch.person_id == account.person_id)
    if held:
        wanted = wanted.with_for_update(of=Batch).execution_options(populate_existing=True)
    batch = db.session.scalars(wanted).one_or_none() if is_row_id(batch_id) else None
    if batch is None:
        raise NotThere
    return batch


def page_of_batches(account: Account, key: str | None = None) -> Page[Batch]:
    """One's own, the newest first."""
    wanted = select(Batch).where(Batch.person_id == account.person_id)
    return page_of(wanted, [By(Batch.id, descending=True)], key=key)


def lines_of(batch: Batch, reader: Account | None = None) -> Sequence[BatchLine]:
    """Its lines, in the order in which they are decided; MOST_LINES at most. A reader sees none of a
    request that she stepped back from since: it is decided without her."""
    wanted = (
        select(BatchLine)
        .join(Request, Request.id == BatchLine.request_id)
        .where(BatchLine.batch_id == batch.id)
        .options(contains_eager(BatchLine.request).joinedload(Request.client))
        .order_by(BatchLine.id)
    )
    if reader is not None:
        wanted = wanted.where(~closed_to(reader))
    return db.session.scalars(wanted).all()


def counts_of(batches: Sequence[Batch]) -> dict[int, dict[str, int]]:
    """Of each batch how many lines are in each stage."""
    found = db.session.execute(
        select(BatchLine.batch_id, BatchLine.stage, func.count())
        .where(BatchLine.batch_id.in_([one.id for one in batches]))
        .group_by(BatchLine.batch_id, BatchLine.stage)
    )
    counts: dict[int, dict[str, int]] = {one.id: {} for one in batches}
    for batch_id, stage, count in found:
        counts[batch_id][stage] = count
    return counts


def candidates(filters: dict[str, str]) -> list[int]:
    """The requests that wait for a decision and fit what the list was narrowed to, in its order."""
    narrowed = read(filters).but(state=FOR_ME)
    order: list[Any] = [
        one.column.desc() if one.descending else one.column.asc() for one in ORDERS[narrowed.sort]
    ]
    wanted = select(Request.id).where(OPEN, *fits(narrowed)).order_by(*order)
    return list(db.session.scalars(wanted.limit(MOST_LOOKED_AT)))
