"""Who brings what into somebody's calendar: upper rooms register themselves in the front door. It reads nothing."""

from collections.abc import Callable, Iterable, Iterator

from accounts.models import Account
from accounts.permissions import Permission, permissions_of
from core.ics import Entry

# The entries of one account; no entry holds a name.
Source = Callable[[Account], Iterable[Entry]]

_sources: list[tuple[Permission, Source]] = []


def bring(permission: Permission, source: Source) -> None:
    """Let a room put its days into the calendar of who holds a permission. Twice changes nothing."""
    if (permission, source) not in _sources:
        _sources.append((permission, source))


def entries_of(account: Account) -> Iterator[Entry]:
    """All that the rooms have for this account now."""
    for source in _sources_of(account):
        yield from source(account)


def has_any(account: Account) -> bool:
    """Whether anything could ever stand in this account's calendar."""
    return bool(_sources_of(account))


def _sources_of(account: Account) -> list[Source]:
    held = permissions_of(account.roles)
    return [source for permission, source in _sources if permission in held]
