"""What a view says of itself to the gate of the accounts room: decorators that mark and decide nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from accounts.permissions import Permission

View = TypeVar("View", bound=Callable[..., Any])
# Called with the account, the posted form and the values in the address.
Keeper = Callable[..., None]


@dataclass(frozen=True)
class Mark:
    """A view without any mark is closed to everybody."""

    permission: Permission | None = None
    is_public: bool = False
    only_reads: bool = False
    keeper: Keeper | None = None


UNMARKED = Mark()


def needs(permission: Permission) -> Callable[[View], View]:
    """Open the view to accounts that hold this permission, and to nobody else."""

    def mark(view: View) -> View:
        return _marked(view, permission=permission)

    return mark


def public(view: View) -> View:
    """Open the view to everybody, signed in or not."""
    return _marked(view, is_public=True)


def only_reads(view: View) -> View:
    """An unsafe request that begins without the writing lock of SQLite: it computes, or hashes first.

    Call `accounts.gate.begin_writing()` before a transaction in such a view."""
    return _marked(view, only_reads=True)


def keeps_late_text(keeper: Keeper) -> Callable[[View], View]:
    """Let the gate hand the form to `keeper(account, form, **values_in_address)` when the session
    ran out while it was being filled in. See `accounts.gate.keep_late_text` for why this is safe."""

    def mark(view: View) -> View:
        return _marked(view, keeper=keeper)

    return mark


def mark_of(view: Callable[..., Any]) -> Mark:
    """What the view says of itself."""
    mark = view.__dict__.get("mark", UNMARKED)
    return mark if isinstance(mark, Mark) else UNMARKED


def _marked(view: View, **changes: Any) -> View:
    view.__dict__["mark"] = replace(mark_of(view), **changes)
    return view
