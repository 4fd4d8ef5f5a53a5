"""A year before the product, put straight into the books: for pages, not for what may be brought in."""

from __future__ import annotations

from typing import Any

from books.published.actions import enter
from books.published.models import YearTotal
from core.db import transaction


def entered(year: int, **other: Any) -> int:
    """Its number. Inside an application context."""
    told: dict[str, Any] = {
        "requests_n": 214,
        "granted_cents": 961_250,
        "households_n": 96,
        "clients_n": None,
        "source": f"Jaarverslag {year}, p. 12",
    }
    with transaction():
        return enter(YearTotal(year=year, **(told | other))).id
