"""What a list of requests is narrowed to, as it stands in the address. It reads no row."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from core.clock import show_date
from core.ids import row_id
from intake.requests.forms import FilterForm

STATES: Final = (
    "open",
    "for_me",
    "with_approver",
    "due_soon",
    "look_back",
    "decided",
    "any",
    "drafts",
)


@dataclass(frozen=True)
class Filters:
    """Whose requests, in which state, and what else they must be. None of it names a client."""

    who: str
    state: str = "open"
    kind: str = ""
    category: str = ""
    worker: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def address(self) -> dict[str, str]:
        """The parameters that open this list again."""
        days = {"since": self.since, "until": self.until}
        return {
            "who": self.who,
            "state": self.state,
            **{name: value for name in ("kind", "category") if (value := getattr(self, name))},
            **({"worker": str(self.worker)} if self.worker else {}),
            **{name: show_date(day) for name, day in days.items() if day},
        }

    def but(self, **other: Any) -> "Filters":
        """The same list with something else in it; only an open team or house has other workers."""
        found = replace(self, **other)
        return replace(found, worker=None) if found.who in ("mine", "stand_in") else found


def read(typed: Mapping[str, str], scopes: tuple[str, ...]) -> tuple[Filters, FilterForm]:
    """The filters in an address, and their form as it was typed; what is wrong narrows nothing."""
    form = FilterForm(formdata=MultiDict(typed))
    form.validate()
    who, state = typed.get("who"), typed.get("state")
    right = {field.short_name: field.data for field in form if not field.errors}
    return (
        Filters(who=scopes[0]).but(
            who=who if who in scopes else scopes[0],
            state=state if state in STATES else STATES[0],
            kind=right.get("kind") or "",
            category=right.get("category") or "",
            worker=row_id(right.get("worker")) or None,
            since=right.get("since"),
            until=right.get("until"),
        ),
        form,
    )
