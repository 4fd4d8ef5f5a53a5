"""Reading totals of earlier years for those who keep them. The coordinator's page has its own way: network."""

from sqlalchemy import select

from books.published.models import TOLD, PublishedTotal, YearTotal
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of


def page_of_totals(key: str | None = None) -> Page[PublishedTotal]:
    """All of them, withdrawn ones too, the newest year first."""
    by = (By(PublishedTotal.year, descending=True), By(PublishedTotal.id, descending=True))
    return page_of(select(PublishedTotal), by, key=key)


def total_to_change(total_id: int) -> PublishedTotal:
    """One of them, held until the transaction ends; or NotThere."""
    wanted = select(PublishedTotal).where(PublishedTotal.id == total_id).with_for_update()
    found = db.session.scalars(wanted).one_or_none() if is_row_id(total_id) else None
    if found is None:
        raise NotThere
    return found


def standing_totals() -> dict[int, YearTotal]:
    """By year, what is published now: a year each, so never many."""
    wanted = select(*TOLD).where(PublishedTotal.withdrawn_at.is_(None))
    rows = db.session.execute(wanted.order_by(PublishedTotal.year))
    return {row.year: YearTotal(**row._mapping) for row in rows}
