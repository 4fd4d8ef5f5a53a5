"""The gate of the accounts room: every request passes here before any view. Closed unless marked open.

Order of a request: which view is meant, is it public, who asks, may they, does the token match.
A stranger is sent to /sign-in (303) or gets 401; one who may not gets 404, whatever the method,
so that an address which exists answers like one which does not."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from flask import Flask, Response, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user, login_user
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy import update
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, Unauthorized

from accounts import queries, session_life
from accounts.marks import Mark, keeps_late_text, mark_of, needs, only_reads, public
from accounts.models import Account, SignedIn
from accounts.own_paths import own_path, path_of_page
from accounts.permissions import Permission, permissions_of
from core import audit, clock
from core.db import SAFE_METHODS, db, transaction
from core.errors import Conflict, NotThere, RuleBroken
from core.page import go, page, wants_part

__all__ = ["init_gate", "keeps_late_text", "me", "needs", "only_reads", "public", "signed_in"]

PUBLIC_ENDPOINTS = frozenset({"static"})
# Open to one who must first choose a passphrase.
BEFORE_CHANGING = frozenset(
    {"accounts.passphrase", "accounts.change_passphrase", "accounts.sign_out", "accounts.language"}
)
SIGN_IN = "accounts.sign_in"

csrf = CSRFProtect()
login = LoginManager()


@dataclass(frozen=True)
class Who:
    """What pages show of the one signed in, held apart: an error page must not ask the database."""

    name: str
    permissions: frozenset[Permission]
    language: str
    shortcuts: bool
    session_id: int
    ends_at: dt.datetime
    is_due: bool


class Visitor:
    """Whom flask-login knows: one session on the server. Its id is the browser's random token."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, held: SignedIn, token: str) -> None:
        self.held = held
        self.token = token

    def get_id(self) -> str:
        """What the browser's cookie holds."""
        return self.token


def init_gate(app: Flask) -> None:
    """Stand before every view. Call before the blueprints are registered."""
    secure = bool(app.config.get("SECURE_COOKIES"))
    app.config.update(
        SESSION_COOKIE_NAME="__Host-session" if secure else "session",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PROVIDE_AUTOMATIC_OPTIONS=False,
        WTF_CSRF_CHECK_DEFAULT=False,  # the gate asks for the token itself, after who and may
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it compares the Referer, which our own policy leaves out
    )
    # these would redirect before the gate has asked who it is
    app.url_map.merge_slashes = False
    app.url_map.redirect_defaults = False
    login.session_protection = None  # binds to address and browser, which change on the road
    login.init_app(app, add_context_processor=False)
    login.user_loader(load_visitor)
    csrf.init_app(app)
    app.before_request(guard)
    app.after_request(partial(after, app))
    app.register_error_handler(CSRFError, wrong_token)


def guard() -> ResponseReturnValue | None:
    """None lets the request in; anything else is its answer."""
    wrong_method = _wrong_method()
    marks = _marks_here(wrong_method)
    closed = wrong_method is not None or not marks
    g.reads_only = closed or all(mark.only_reads for mark in marks)
    if not any(mark.is_public for mark in marks):
        answer = _who_and_may(marks)
        if answer is not None:
            return answer
    if wrong_method is not None:
        raise wrong_method
    csrf.protect()
    return None


def _who_and_may(marks: list[Mark]) -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        return turn_away(marks)
    if not any(mark.permission in who().permissions for mark in marks):
        raise NotFound
    if me().must_change and request.endpoint not in BEFORE_CHANGING:
        return go(url_for("accounts.passphrase"))
    return None


def _wrong_method() -> MethodNotAllowed | None:
    """Flask answers wrong methods and OPTIONS by itself, before any view: here they are held up."""
    if isinstance(request.routing_exception, MethodNotAllowed):
        return request.routing_exception
    if request.method == "OPTIONS" and request.url_rule is not None:
        allowed = (request.url_rule.methods or set()) - {"OPTIONS"}
        return MethodNotAllowed(valid_methods=sorted(allowed))
    return None


def _marks_here(wrong_method: MethodNotAllowed | None) -> list[Mark]:
    """The marks of the views at this address: of the one meant, or of all when no method fits."""
    if wrong_method is not None:
        endpoints = {_endpoint_by(method) for method in wrong_method.valid_methods or ()}
    elif request.routing_exception is None:
        endpoints = {request.endpoint}
    else:
        endpoints = set()
    return [_mark_of(endpoint) for endpoint in endpoints if endpoint is not None]


def _endpoint_by(method: str) -> str | None:
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return None
    try:
        endpoint, _values = adapter.match(method=method)
    except HTTPException:
        return None
    return str(endpoint)


def _mark_of(endpoint: str) -> Mark:
    if endpoint in PUBLIC_ENDPOINTS:
        return Mark(is_public=True)
    return mark_of(current_app.view_functions[endpoint])


def turn_away(marks: list[Mark]) -> ResponseReturnValue:
    """The answer to a stranger, and to one whose session has ended."""
    kept = keep_late_text(marks)
    if wants_part():
        current = path_of_page(request.headers.get("HX-Current-URL"), request.host)
        answer = Response("", 401)
        answer.headers["HX-Redirect"] = sign_in_url(current)
        answer.vary.add("HX-Request")
        return answer
    if request.method in {"GET", "HEAD"}:
        query = request.query_string.decode("ascii", "replace")
        return redirect(sign_in_url(own_path(request.path + (f"?{query}" if query else ""))), 303)
    if request.method in SAFE_METHODS:
        raise Unauthorized
    return page("accounts/ended.html", status=401, kept=kept, url=sign_in_url(None))


def sign_in_url(next_path: str | None) -> str:
    """Where to sign in, and where to go on afterwards."""
    query = urlencode({"next": next_path}) if next_path and next_path != "/" else ""
    return url_for(SIGN_IN) + (f"?{query}" if query else "")


def keep_late_text(marks: list[Mark]) -> bool:
    """Hand what was typed to the keeper of the form, when its session ran out in the meantime.

    Nobody loses a report because the telephone rang. It is safe, because: the session ran out by
    time (one signed out, revoked or disabled, or of a roles' change, gives nothing), no longer ago
    than session_life.LATE; the token of the same browser session must match; the account must
    still hold the permission; the keeper can only write into this account's own draft; and the
    answer is the same 401 without a word of the draft, which is read after signing in again."""
    held: SignedIn | None = g.get("ran_out")
    keeper = next((mark.keeper for mark in marks if mark.keeper is not None), None)
    if keeper is None or held is None or request.method in SAFE_METHODS:
        return False
    if not session_life.may_hand_over_late(held, clock.machine_now()):
        return False
    if not any(mark.permission in permissions_of(held.account.roles) for mark in marks):
        return False
    try:
        csrf.protect()
        with transaction():
            audit.actor_is(held.account.person_id)
            keeper(held.account, request.form, **(request.view_args or {}))
    except (CSRFError, RuleBroken, Conflict, NotThere):
        return False
    return True


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
    return Visitor(held, token)


def welcome(held: SignedIn) -> None:
    """Remember for this request who acts and what pages show of them."""
    account, now = held.account, clock.machine_now()
    audit.actor_is(account.person_id)
    g.who = Who(
        name=account.person.name,
        permissions=permissions_of(account.roles),
        language=account.language,
        shortcuts=account.shortcuts,
        session_id=held.id,
        ends_at=session_life.ends_at(held, now),
        is_due=session_life.is_due(held, now),
    )


def let_in(held: SignedIn, token: str) -> None:
    """Give the browser a session: nothing of what its cookie held before stays."""
    session.clear()
    g.pop("csrf_token", None)
    login_user(Visitor(held, token))
    for unused in ("_id", "_fresh"):
        session.pop(unused, None)
    welcome(held)


def let_out() -> None:
    """Take the session out of the browser."""
    session.clear()
    g.pop("who", None)


def who() -> Who:
    """What pages show of the one signed in; 401 when nobody is."""
    if "who" not in g:
        raise Unauthorized
    known: Who = g.who
    return known


def signed_in() -> SignedIn:
    """The session of this request; 401 when there is none."""
    if not current_user.is_authenticated:
        raise Unauthorized
    held: SignedIn = current_user.held
    return held


def me() -> Account:
    """The account that is signed in."""
    return signed_in().account


def preferred_language() -> str | None:
    """The language that the account has chosen; None for a stranger."""
    known: Who | None = g.get("who")
    return known.language if known else None


def begin_writing() -> None:
    """In a view that `only_reads` at first: let go of what was read, so that a transaction may write."""
    db.session.rollback()
    g.reads_only = False


def after(app: Flask, response: Response) -> Response:
    """Say how long the session lasts, and note once the answer has gone that it was used."""
    known: Who | None = g.get("who")
    if known is None:
        return response
    now = clock.machine_now()
    if known.is_due:
        response.call_on_close(lambda: note_seen(app, known.session_id, now))
    if wants_part():
        response.headers["Session-Ends-In"] = str(seconds_left())
    return response


def seconds_left() -> int | None:
    """How long the session lasts when nothing more is asked."""
    known: Who | None = g.get("who")
    if known is None:
        return None
    return max(0, int((known.ends_at - clock.machine_now()).total_seconds()))


def note_seen(app: Flask, held_id: int, at: dt.datetime) -> None:
    """Write that the session was used; a failure is logged, nobody's page fails on it."""
    seen = (
        update(SignedIn)
        .where(SignedIn.id == held_id, SignedIn.ended_at.is_(None), SignedIn.seen_at < at)
        .values(seen_at=at)
    )
    try:
        with app.app_context(), transaction() as writing:
            writing.execute(seen)
    except Exception:
        app.logger.exception("the use of a session was not noted")


def wrong_token(_error: CSRFError) -> Response:
    """A form from an old page, or from another site: calm words, nothing done."""
    db.session.rollback()
    return page("accounts/wrong_token.html", status=400)
