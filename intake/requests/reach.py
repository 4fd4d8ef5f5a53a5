"""Requests that upper rooms open to who neither works nor decides on them; they register in the front door."""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement

from accounts.models import Account

# Conditions under which somebody reads a request.
Reach = Callable[[Account], Sequence[ColumnElement[bool]]]
_reaches: list[Reach] = []


def also_reach(reach: Reach) -> None:
    """Let an upper room open requests to somebody: it knows who sits in which meeting."""
    if reach not in _reaches:
        _reaches.append(reach)


def brought_to(account: Account) -> list[ColumnElement[bool]]:
    """All of them for this account."""
    return [way for reach in _reaches for way in reach(account)]
