"""What upper rooms show on the page of a request: they register in the front door. It reads nothing by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accounts.models import Account
from intake.requests.models import Request


@dataclass(frozen=True)
class Line:
    """One thing, where it stands ("" where this account may not go), and its state."""

    words: str
    url: str
    state: str


@dataclass(frozen=True)
class Beside:
    """A part of the page, folded as long as it has no lines. `new` is (words, address)."""

    title: str
    lines: Sequence[Line]
    new: tuple[str, str] | None = None


Shows = Callable[[Account, Request], Beside | None]
_shows: list[Shows] = []


def also_show(shows: Shows) -> None:
    """Let an upper room show something; None where it has nothing to say. Twice changes nothing."""
    if shows not in _shows:
        _shows.append(shows)


def beside(account: Account, request: Request) -> list[Beside]:
    """All that upper rooms show of this request to this account."""
    found = (shows(account, request) for shows in _shows)
    return [one for one in found if one is not None]
