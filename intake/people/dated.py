"""What holds from a day on, and maybe until another: memberships, statuses, who is responsible. Pure."""

import datetime as dt
from typing import NamedTuple, Protocol


class Dated(Protocol):
    """Something that holds from a day on, and maybe until another."""

    @property
    def from_on(self) -> dt.date:
        """Its first day."""

    @property
    def until_on(self) -> dt.date | None:
        """Its last day, if it has one."""


class Noted(NamedTuple):
    """A status of somebody, while it lasts."""

    client_id: int
    status: str
    from_on: dt.date
    until_on: dt.date | None


def holds(row: Dated, on: dt.date) -> bool:
    """Whether a dated row that is already here holds on a day."""
    return row.from_on <= on and (row.until_on is None or row.until_on >= on)
