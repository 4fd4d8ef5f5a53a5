"""What the accounts room shows whom: the menu, the first page, and `may()` for templates. It opens nothing."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from flask import Flask, request
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from accounts.permissions import Permission, permissions_of
from accounts.visitor import known
from accounts.words import browser_in_words, roles_in_words
from core.errors import Words

P = Permission

Entries = tuple[tuple[Permission, Words, str], ...]
# Words, address, and whether it is open now.
Shown = tuple[str, str, bool]

# (permission, words, address), in the order of the menu. The addresses are those people rely on.
ENTRIES: Final[Entries] = (
    (P.WORKLIST, _l("To decide"), "/worklist"),
    (P.WORKLIST, _l("Decided"), "/decided"),
    (P.LETTERS, _l("Letters"), "/letters"),
    (P.MEETINGS_READ, _l("Meetings"), "/meetings"),
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

MAIN, OWN = "main", "own"
MENUS: Final[Mapping[str, Entries]] = {MAIN: ENTRIES, OWN: SELDOM}

# The first page of whoever holds this permission; the first that fits counts.
HOMES: Final[tuple[tuple[Permission, str], ...]] = (
    (P.WORKLIST, "/worklist"),
    (P.REQUEST_FILE, "/requests"),
    (P.MEETINGS_READ, "/meetings"),
    (P.STATISTICS, "/statistics"),
    (P.PEOPLE, "/staff"),
)
LAST_HOME = "/account"


FirstPage = Callable[[], str | None]
_first_pages: list[FirstPage] = []
_switches: dict[str, Callable[[], bool]] = {}


def begin_at(page: FirstPage) -> None:
    """Let an upper room send somebody elsewhere first; it answers None where it has nothing to say."""
    if page not in _first_pages:
        _first_pages.append(page)


def show_when(path: str, is_on: Callable[[], bool]) -> None:
    """Let an upper room keep an entry away as long as what it leads to is switched off."""
    _switches[path] = is_on


def _is_on(path: str) -> bool:
    return path not in _switches or _switches[path]()


def home_path(permissions: frozenset[Permission]) -> str:
    """Where somebody begins."""
    for first in filter(None, (page() for page in _first_pages)):
        return first
    return next((path for needed, path in HOMES if needed in permissions), LAST_HOME)


def menu(name: str = MAIN) -> list[Shown]:
    """For the one who is signed in."""
    visitor = known()
    held = visitor.permissions if visitor else permissions_of(frozenset())
    mine = (path for needed, _words, path in MENUS[name] if needed in held)
    off = frozenset(path for path in mine if not _is_on(path))
    shown = _worded(str(get_locale()), name, held, off)
    # of an entry and one that lies within it, the inner one is open
    opened = max((path for _words, path in shown if _is_within(path)), key=len, default=None)
    root = request.script_root
    return [(words, root + path, path == opened) for words, path in shown]


@lru_cache(maxsize=256)
def _worded(
    _language: str, name: str, held: frozenset[Permission], off: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """What somebody may open, in words: as many kinds of people as there are sets of roles."""
    return tuple(
        (str(words), path)
        for needed, words, path in MENUS[name]
        if needed in held and path not in off
    )


def own_menu() -> list[Shown]:
    """The same for what stands under one's own name."""
    return menu(OWN)


def may(permission: str) -> bool:
    """For templates: whether the one signed in holds the permission, named as in permissions.py."""
    visitor = known()
    return visitor is not None and Permission(permission) in visitor.permissions


def init_menu(app: Flask) -> None:
    """Give templates `may()` and the roles in words."""
    app.jinja_env.globals.update(may=may)
    app.jinja_env.filters.update(roles_in_words=roles_in_words, browser_in_words=browser_in_words)


def _is_within(path: str) -> bool:
    return request.path == path or request.path.startswith(path + "/")
