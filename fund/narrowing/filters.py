"""What the worklist is narrowed to, as it stands in the address. It reads no row."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from core.errors import NotThere
from core.ids import row_id
from fund.narrowing.forms import FLAGS, SORTS
from intake.requests.forms import KINDS
from terms.lists import CATEGORIES

# The name of the list, for the views that one saves of it.
LIST: Final = "worklist"
FOR_ME, FOR_INFORMATION, ALL = "mine", "waiting", "all"
STATES: Final = (FOR_ME, FOR_INFORMATION, ALL)
BY_TERM: Final = "term"


@dataclass(frozen=True)
class Narrowed:
    """Which open requests, and in which order. None of it names a client."""

    state: str = FOR_ME
    flag: str = ""
    category: str = ""
    kind: str = ""
    team: int | None = None
    sort: str = BY_TERM

    @property
    def address(self) -> dict[str, str]:
        """The parameters that open this list again: what is as always is not said."""
        found = ((one.name, getattr(self, one.name), one.default) for one in fields(self))
        return {name: str(value) for name, value, usual in found if value != usual}

    @property
    def is_plain(self) -> bool:
        """Is it the whole list of its state, by term?"""
        return self == Narrowed(self.state)

    def but(self, **other: Any) -> "Narrowed":
        """The same list with something else in it."""
        return replace(self, **other)


# All that waits for oneself, by term.
PLAIN: Final = Narrowed()


def read(typed: Mapping[str, str]) -> Narrowed:
    """The filters in an address; what is wrong narrows nothing, but for an unknown state."""
    state = typed.get("state", FOR_ME)
    if state not in STATES:
        raise NotThere
    known = {"flag": FLAGS, "category": CATEGORIES, "kind": dict(KINDS), "sort": SORTS}
    right = {name: typed[name] for name, words in known.items() if typed.get(name) in words}
    return Narrowed(state, team=row_id(typed.get("team")) or None, **right)
