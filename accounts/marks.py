"""What a view says of itself to the gate of the accounts room: decorators that mark and decide nothing."""

from collections.abc import Callable
from typing import Any, TypeVar

from accounts.permissions import Permission

View = TypeVar("View", bound=Callable[..., Any])
# Called with the account, the posted form and the values in the address.
Keeper = Callable[..., None]


class Mark:
    """What stands on a view. One without any mark is closed to everybody."""

    def __init__(self, view: Callable[..., Any] | None) -> None:
        marks = view.__dict__ if view is not None else {}
        self.permission: Permission | None = marks.get("permission")
        self.is_public: bool = marks.get("is_public", False)
        self.only_reads: bool = marks.get("only_reads", False)
        self.keeper: Keeper | None = marks.get("keeper")
        self.most_bytes: int | None = marks.get("most_bytes")
        self.too_large: Callable[..., Any] | None = marks.get("too_large")
        self.small_form: int | None = marks.get("small_form")


def needs(permission: Permission) -> Callable[[View], View]:
    """Open the view to accounts that hold this permission, and to nobody else."""

    def mark(view: View) -> View:
        view.__dict__["permission"] = permission
        return view

    return mark


def public(view: View) -> View:
    """Open the view to everybody, signed in or not."""
    view.__dict__["is_public"] = True
    return view


def only_reads(view: View) -> View:
    """An unsafe request that begins without the writing lock of SQLite: it computes, or hashes first.

    Call `accounts.gate.begin_writing()` before a transaction in such a view."""
    view.__dict__["only_reads"] = True
    return view


def takes_up_to(most_bytes: int, too_large: Callable[..., Any]) -> Callable[[View], View]:
    """Let this view alone take a form of so many bytes; `too_large(**values_in_address)` answers a
    larger one: nothing of it was read, so it can only say so. It is asked after who and may."""

    def mark(view: View) -> View:
        view.__dict__.update(most_bytes=most_bytes, too_large=too_large)
        return view

    return mark


def takes_small_form(most_bytes: int) -> Callable[[View], View]:
    """Let this view take a form of so many bytes at most, far below what others take; else 413."""

    def mark(view: View) -> View:
        view.__dict__["small_form"] = most_bytes
        return view

    return mark


def keeps_late_text(keeper: Keeper) -> Callable[[View], View]:
    """Let the gate hand the form to `keeper(account, form, **values_in_address)` when the session
    ran out while it was being filled in. `accounts.late.keep_late_text` says why this is safe."""

    def mark(view: View) -> View:
        view.__dict__["keeper"] = keeper
        return view

    return mark
