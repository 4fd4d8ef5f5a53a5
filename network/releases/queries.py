"""Reading what was published, released or of earlier years, by the releases' own engine. Can reach no other table."""

from dataclasses import dataclass

from sqlalchemy import select

from books.published.models import TOLD, PublishedTotal, YearTotal
from network.releases.engine import releases_engine
from network.releases.models import Gauge, Release, ReleaseCell


@dataclass(frozen=True)
class PublishedCell:
    """One shown cell; None is a value that is not shown."""

    leaf: str
    requests_n: int | None
    households_n: int | None
    clients_n: int | None
    granted_cents: int | None


@dataclass(frozen=True)
class PublishedPeriod:
    """A released quarter: its total, and its outcomes when they may be shown."""

    period: str
    periods: tuple[str, ...]
    total: PublishedCell
    outcomes: tuple[PublishedCell, ...]


def years() -> list[int]:
    """The years that have a released quarter, newest first."""
    with releases_engine().connect() as connection:
        periods = connection.scalars(select(Release.period)).all()
    return sorted({int(period[:4]) for period in periods}, reverse=True)


def published(year: int) -> list[PublishedPeriod]:
    """The released quarters of a year, in order."""
    statement = (
        select(
            Release.period,
            Release.periods,
            ReleaseCell.table_name,
            ReleaseCell.leaf,
            ReleaseCell.requests_n,
            ReleaseCell.households_n,
            ReleaseCell.clients_n,
            ReleaseCell.granted_cents,
        )
        .join(ReleaseCell, ReleaseCell.release_id == Release.id)
        .where(Release.period.between(f"{year}Q1", f"{year}Q4"))
        .order_by(Release.period, ReleaseCell.id)
    )
    cells: dict[str, list[tuple[str, PublishedCell]]] = {}
    joined: dict[str, tuple[str, ...]] = {}
    with releases_engine().connect() as connection:
        for row in connection.execute(statement):
            joined[row.period] = tuple(row.periods)
            cells.setdefault(row.period, []).append((row.table_name, PublishedCell(*row[3:])))
    return [_period(period, joined[period], found) for period, found in cells.items()]


def _period(
    period: str, joined: tuple[str, ...], cells: list[tuple[str, PublishedCell]]
) -> PublishedPeriod:
    total = next(cell for table, cell in cells if table == "total")
    outcomes = tuple(cell for table, cell in cells if table == "outcome")
    return PublishedPeriod(period, joined, total, outcomes)


def gauge_word(year: int) -> str | None:
    """This year's word for what is left of the budget; None before the first one."""
    with releases_engine().connect() as connection:
        return connection.scalar(
            select(Gauge.word).where(Gauge.year == year).order_by(Gauge.set_at.desc()).limit(1)
        )


def earlier_years() -> list[YearTotal]:
    """Those that stand, the newest first: a year each, so never many. They are no cells of a release."""
    wanted = select(*TOLD).where(PublishedTotal.withdrawn_at.is_(None))
    with releases_engine().connect() as connection:
        rows = connection.execute(wanted.order_by(PublishedTotal.year.desc()))
        return [YearTotal(**row._mapping) for row in rows]
