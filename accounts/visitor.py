"""Who asks, in the accounts room: the session behind a request and the account behind that. Opens no door."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from flask import g, session
from flask_login import current_user, login_user
from werkzeug.exceptions import Unauthorized

from accounts import queries, session_life
from accounts.models import Account, SignedIn
from accounts.permissions import Permission, Role, permissions_of
from accounts.words import ROLE_WORDS
from core import audit, clock
from core.db import db


@dataclass(frozen=True)
class Who:
    """What pages show of the one signed in, held apart: no page asks the database for it again."""

    person_id: int
    display_name: str
    roles: frozenset[Role]
    team_name: str | None
    unread: int
    permissions: frozenset[Permission]
    language: str
    shortcuts: bool
    must_change: bool
    session_id: int
    ends_at: dt.datetime
    is_due: bool


class Visitor:
    """Whom flask-login knows: one session on the server. Its id is the browser's random token."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, session_id: int, account_id: int, token: str) -> None:
        self.session_id = session_id
        self.account_id = account_id
        self.token = token

    @cached_property
    def account(self) -> Account:
        """Whose session it is: many pages need no more than who() says, so it is read when asked."""
        return queries.own_account(self.account_id)

    @cached_property
    def held(self) -> SignedIn:
        """The session itself."""
        return queries.own_session(self.session_id)

    def get_id(self) -> str:
        """What the browser's cookie holds."""
        return self.token

    @property
    def display_name(self) -> str:
        """For the header."""
        return who().display_name

    @property
    def role_line(self) -> str:
        """For the header: the roles in words, and the team."""
        return ", ".join([*self.role_words, *filter(None, [who().team_name])])

    @property
    def role_words(self) -> list[str]:
        """The roles as the house calls them."""
        return [str(ROLE_WORDS[role]) for role in Role if role in who().roles]

    @property
    def unread(self) -> int:
        """How many notices wait to be read."""
        return who().unread

    @property
    def shortcuts(self) -> bool:
        """Whether single keys act."""
        return who().shortcuts


def load_visitor(token: str) -> Visitor | None:
    """For flask-login: the living session behind the cookie's token."""
    held = queries.session_of(token)
    if held is None:
        return None
    state = session_life.state_of(held, clock.machine_now())
    if state is session_life.State.RAN_OUT:
        g.ran_out = held
    if state is not session_life.State.ALIVE:
        return None
    welcome(held)
    return Visitor(held.id, held.account_id, token)


def welcome(held: queries.Held) -> None:
    """Remember for this request who acts and what pages show of them."""
    now = clock.machine_now()
    audit.actor_is(held.person_id)
    g.who = Who(
        person_id=held.person_id,
        display_name=held.display_name,
        roles=held.roles,
        team_name=held.team_name,
        unread=held.unread,
        permissions=permissions_of(held.roles),
        language=held.language,
        shortcuts=held.shortcuts,
        must_change=held.must_change,
        session_id=held.id,
        ends_at=session_life.ends_at(held, now),
        is_due=session_life.is_due(held, now),
    )


def let_in(held: SignedIn, token: str) -> None:
    """Give the browser a session: nothing of what its cookie held before stays."""
    session.clear()
    g.pop("csrf_token", None)
    login_user(Visitor(held.id, held.account_id, token))
    for unused in ("_id", "_fresh"):
        session.pop(unused, None)
    found = queries.session_of(token)
    if found is not None:
        welcome(found)


def let_out() -> None:
    """Take the session out of the browser."""
    session.clear()
    g.pop("csrf_token", None)
    g.pop("who", None)


def known() -> Who | None:
    """What pages show of the one signed in, without asking the database."""
    found: Who | None = g.get("who")
    return found


def who() -> Who:
    """The same where somebody must be signed in; else 401."""
    found = known()
    if found is None:
        raise Unauthorized
    return found


def visitor() -> Visitor:
    """Whom flask-login knows; 401 when it knows nobody."""
    if not current_user.is_authenticated:
        raise Unauthorized
    return cast(Visitor, current_user)


def signed_in() -> SignedIn:
    """The session of this request; 401 when there is none."""
    return visitor().held


def me() -> Account:
    """The account that is signed in."""
    return visitor().account


def preferred_language() -> str | None:
    """The language that the account has chosen; None for a stranger."""
    found = known()
    return found.language if found else None


def seconds_left() -> int | None:
    """How long the session lasts when nothing more is asked; None for a stranger."""
    found = known()
    if found is None:
        return None
    return max(0, int((found.ends_at - clock.machine_now()).total_seconds()))


def begin_writing() -> None:
    """In a view that `only_reads` at first: let go of what was read, so that a transaction may write."""
    db.session.rollback()
    g.reads_only = False
