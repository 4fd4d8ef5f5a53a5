"""The gate of the accounts room: every request passes here before any view. Closed unless marked open.

Order of a request: which view is meant, is it public, who asks, may they, does the token match.
A stranger is sent to /sign-in (303) or gets 401; one who may not gets 404, whatever the method,
so that an address which exists answers like one which does not."""

import datetime as dt
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode

from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from sqlalchemy import update
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    Unauthorized,
)

from accounts.late import browser_session, csrf, keep_late_text
from accounts.marks import (
    Mark,
    keeps_late_text,
    needs,
    only_reads,
    public,
    takes_small_form,
    takes_up_to,
)
from accounts.models import SignedIn
from accounts.own_paths import own_path, path_of_page
from accounts.visitor import (
    begin_writing,
    known,
    load_visitor,
    me,
    preferred_language,
    seconds_left,
    signed_in,
    who,
)
from core import clock
from core.db import SAFE_METHODS, transaction
from core.pages.page import go, page, wants_part

__all__ = [
    "begin_writing",
    "browser_session",
    "init_gate",
    "keeps_late_text",
    "me",
    "needs",
    "only_reads",
    "preferred_language",
    "public",
    "signed_in",
    "takes_small_form",
    "takes_up_to",
    "who",
]

PUBLIC_ENDPOINTS = frozenset({"static"})
# Open to one who must first choose a passphrase.
BEFORE_CHANGING = frozenset(
    {"accounts.passphrase", "accounts.change_passphrase", "accounts.sign_out", "accounts.language"}
)
SIGN_IN = "accounts.sign_in"


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
    login = LoginManager()
    login.session_protection = None  # binds to address and browser, which change on the road
    login.init_app(app, add_context_processor=False)
    login.user_loader(load_visitor)
    csrf.init_app(app)
    app.before_request(guard)
    app.after_request(partial(after, app))
    app.context_processor(words_of_session)


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
    return _token_matches(marks)


def _token_matches(marks: list[Mark]) -> ResponseReturnValue | None:
    """None when it does; where files may come, the token is found only once they have been read.
    A form without a file is no larger there than anywhere."""
    small = [mark.small_form for mark in marks if mark.small_form is not None]
    if small:
        request.max_content_length = min(small)
    with_files = [mark for mark in marks if mark.most_bytes is not None]
    takes = next(iter(with_files), None) if request.mimetype == "multipart/form-data" else None
    if takes is not None:
        request.max_content_length = takes.most_bytes
    try:
        csrf.protect()
    except RequestEntityTooLarge:
        if takes is None or takes.too_large is None:
            raise
        return cast(ResponseReturnValue, takes.too_large(**(request.view_args or {})))
    return None


def _who_and_may(marks: list[Mark]) -> ResponseReturnValue | None:
    if not current_user.is_authenticated:
        return turn_away(marks)
    if not any(mark.permission in who().permissions for mark in marks):
        raise NotFound
    if who().must_change and request.endpoint not in BEFORE_CHANGING:
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
        return Mark(public(lambda: None))
    return Mark(current_app.view_functions[endpoint])


def turn_away(marks: list[Mark]) -> ResponseReturnValue:
    """The answer to a stranger, and to one whose session has ended."""
    kept = keep_late_text(marks)
    if wants_part():
        current = path_of_page(request.headers.get("HX-Current-URL"), request.host)
        answer = Response("", 401, mimetype="text/plain")
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


def words_of_session() -> dict[str, Any]:
    """What every template knows: when the session ends, and who asks.

    Who asks is looked up by the template that says it: the page that tells that the database does
    not answer must not ask it again."""
    return {"session_ends_in": seconds_left(), "current_user": current_user}


def after(app: Flask, response: Response) -> Response:
    """Say how long the session lasts, and note once the answer has gone that it was used."""
    visitor = known()
    if visitor is None:
        return response
    now = clock.machine_now()
    if visitor.is_due:
        response.call_on_close(lambda: note_seen(app, visitor.session_id, now))
    if wants_part():
        response.headers["Session-Ends-In"] = str(seconds_left())
    return response


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
