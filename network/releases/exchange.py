"""What was published, in a form that any attack tool can read. Reads no row of a request."""

from typing import Any

from books.published.models import YearTotal
from network.releases.protection import Protection
from network.releases.queries import (
    PublishedCell,
    PublishedPeriod,
    earlier_years,
    published,
    years,
)

OUTCOMES = ["granted", "partly_granted", "refused"]


def exchange_format() -> dict[str, Any]:
    """All releases as sdc-release/1: dimensions, periods, and a cell for each shown value."""
    by_year = {year: published(year) for year in sorted(years())}
    periods = [period for found in by_year.values() for period in found]
    cells = [cell for period in periods for cell in _cells(period)]
    found = {
        "format": "sdc-release/1",
        "k": Protection().least_households,
        "dims": {"outcome": OUTCOMES},
        "groups": {},
        "periods": {str(year): [p.period for p in found] for year, found in by_year.items()},
        "unit_dims": [],
        "sensitive_dims": ["*"],
        "amount": {"min": 0, "max": max((c["m"] or 0 for c in cells), default=0)},
        "nonnegative_revisions": True,
        "cells": cells,
    }
    earlier = [_earlier(year) for year in earlier_years()]
    return {**found, "published": earlier} if earlier else found


def _earlier(year: YearTotal) -> dict[str, Any]:
    """Beside the cells, under a name that the format does not know: no release holds it."""
    return {
        "period": str(year.year),
        "n": year.requests_n,
        "h": year.households_n,
        "c": year.clients_n,
        "m": year.granted_cents,
        "source": year.source,
    }


def _cells(period: PublishedPeriod) -> list[dict[str, Any]]:
    shown = {cell.leaf: cell for cell in period.outcomes}
    return [_cell(period.period, {}, period.total)] + [
        _cell(period.period, {"outcome": outcome}, shown.get(outcome)) for outcome in OUTCOMES
    ]


def _cell(period: str, at: dict[str, str], cell: PublishedCell | None) -> dict[str, Any]:
    return {
        "release": period,
        "period": period,
        "at": at,
        "n": cell.requests_n if cell else None,
        "h": cell.households_n if cell else None,
        "m": cell.granted_cents if cell else None,
    }
