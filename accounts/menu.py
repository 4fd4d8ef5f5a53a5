"""What the accounts room shows whom: the menu, the first page, and `may()` for templates. It opens nothing."""

from collections.abc import Callable
from typing import Final

from flask import Flask, request
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission, permissions_of
from accounts.visitor import known
from accounts.words import browser_in_words, roles_in_words
from core.errors import Words

P = Permission

Entries = tuple[tuple[Permission, Words, str], ...]

# (permission, words, address), in the order of the menu. The addresses are those people rely on.
ENTRIES: Final[Entries] = (
    (P.WORKLIST, _l("To decide"), "/worklist"),
    (P.WORKLIST, _l("Decided"), "/decided"),
    (P.LETTERS, _l("Letters"), "/letters"),
    (P.REQUEST_FILE, _l("Requests"), "/requests"),
    (P.EVIDENCE, _l("Papers to come"), "/evidence"),
    (P.REFERRALS, _l("Referred"), "/referrals"),
    (P.OFFER_READ, _l("Offer"), "/offer"),
    (P.STATISTICS, _l("Figures"), "/statistics"),
    (P.PEOPLE, _l("Staff"), "/staff"),
    (P.TEAMS, _l("Teams"), "/teams"),
    (P.BUDGETS_READ, _l("Budgets"), "/budgets"),
    (P.REGULATION_READ, _l("Rules"), "/regulation"),
    (P.REGULATION_CHANGE, _l("Versions"), "/regulation/versions"),
    (P.SETTINGS, _l("Settings"), "/settings"),
)

# What is not opened every day stands under one's own name.
SELDOM: Final[Entries] = (
    (P.OWN_ACCOUNT, _l("Notices"), "/notices"),
    (P.TERMS, _l("Legal terms"), "/overdue"),
    (P.ABSENCES, _l("Absences"), "/absences"),
    (P.TAKEOVER_FILES, _l("Take over"), "/takeover"),
    (P.SETUP, _l("Setup"), "/setup"),
    (P.TEXTS, _l("Texts of refusals"), "/refusal-texts"),
    (P.OPENINGS, _l("Opened files"), "/openings"),
    (P.ACCESS_LOG, _l("Access log"), "/access-log"),
)

# The first page of whoever holds this permission; the first that fits counts.
HOMES: Final[tuple[tuple[Permission, str], ...]] = (
    (P.WORKLIST, "/worklist"),
    (P.REQUEST_FILE, "/requests"),
    (P.STATISTICS, "/statistics"),
    (P.PEOPLE, "/staff"),
)
LAST_HOME = "/account"


FirstPage = Callable[[], str | None]
_first_pages: list[FirstPage] = []


def begin_at(page: FirstPage) -> None:
    """Let an upper room send somebody elsewhere first; it answers None where it has nothing to say."""
    if page not in _first_pages:
        _first_pages.append(page)


def home_path(permissions: frozenset[Permission]) -> str:
    """Where somebody begins."""
    for first in filter(None, (page() for page in _first_pages)):
        return first
    return next((path for needed, path in HOMES if needed in permissions), LAST_HOME)


def menu(entries: Entries = ENTRIES) -> list[tuple[Words, str, bool]]:
    """(words, address, whether it is open now) for the one who is signed in."""
    visitor = known()
    held = visitor.permissions if visitor else permissions_of(frozenset())
    shown = [(words, path) for needed, words, path in entries if needed in held]
    # of an entry and one that lies within it, the inner one is open
    opened = max((path for _words, path in shown if _is_within(path)), key=len, default=None)
    return [(words, request.script_root + path, path == opened) for words, path in shown]


def own_menu() -> list[tuple[Words, str, bool]]:
    """The same for what stands under one's own name."""
    return menu(SELDOM)


def may(permission: str) -> bool:
    """For templates: whether the one signed in holds the permission, named as in permissions.py."""
    visitor = known()
    return visitor is not None and Permission(permission) in visitor.permissions


def init_menu(app: Flask) -> None:
    """Give templates `menu()`, `own_menu()`, `may()` and the roles in words."""
    app.jinja_env.globals.update(menu=menu, own_menu=own_menu, may=may)
    app.jinja_env.filters.update(roles_in_words=roles_in_words, browser_in_words=browser_in_words)


def _is_within(path: str) -> bool:
    return request.path == path or request.path.startswith(path + "/")
