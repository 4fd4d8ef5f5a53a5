"""What stands above every page, for the accounts room: menu, search, one's own name. It opens nothing."""

from functools import lru_cache
from typing import Final

from flask import Flask, get_template_attribute
from flask_babel import get_locale
from flask_login import current_user
from markupsafe import Markup

from accounts.menu import Shown, may, menu, own_menu
from accounts.visitor import known
from core.pages.show import csrf_field

# Where the field with the token will stand; no name and no word holds a NUL.
TOKEN: Final = Markup("\0")
# The tops of a house at work: they differ by person, page of the menu and notices to read.
KEPT: Final = 1_000


def top(root: str, *, session_ends: bool) -> Markup:
    """The same for one person from page to page, but for the token in its forms."""
    if known() is None:
        return _top(str(get_locale()), root, False, "", "", 0, (), (), False)
    made = _top(
        str(get_locale()),
        root,
        session_ends,
        current_user.display_name,
        current_user.role_line,
        current_user.unread,
        tuple(menu()),
        tuple(own_menu()),
        may("intake:client:find"),
    )
    return made.replace(TOKEN, csrf_field())


@lru_cache(maxsize=KEPT)
def _top(
    _language: str,
    root: str,
    session_ends: bool,
    name: str,
    roles: str,
    unread: int,
    entries: tuple[Shown, ...],
    own: tuple[Shown, ...],
    finds: bool,
) -> Markup:
    """Made once and kept: it was a third of what a page of this house does for whoever is signed in."""
    made = get_template_attribute("components/top.html", "top")
    user = {"display_name": name, "role_line": roles, "unread": unread} if name else None
    return Markup(made(root, user, session_ends, entries, own, finds, TOKEN))  # noqa: S704


def init_top(app: Flask) -> None:
    """Give templates `top()`."""
    app.jinja_env.globals["top"] = top
