"""The list that one works in: kept in the session, so that what opens next is the next of that list."""

from typing import Any, Final

from flask import session, url_for

from fund.narrowing.filters import Narrowed, read

KEY: Final = "worklist"


def keep(filters: Narrowed) -> None:
    """This is the list that is looked at now."""
    if session.get(KEY, {}) != filters.address:
        session[KEY] = filters.address


def kept() -> Narrowed:
    """The list that was looked at last; where there was none, what waits for oneself."""
    return read(session.get(KEY, {}))


def address_of_kept() -> str:
    """Where that list stands."""
    values: dict[str, Any] = {**kept().address}
    return url_for("fund.worklist", **values)
