"""Coming in and going out, in the accounts room: sign-in, sign-out, first run, home. No rules."""

from flask import Response, current_app, request, session, url_for
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from accounts import passphrases, queries, session_actions, slowdown
from accounts.blueprint import bp
from accounts.gate import begin_writing, me, needs, only_reads, public, signed_in
from accounts.menu import home_path
from accounts.own_paths import own_path
from accounts.permissions import Permission
from accounts.signing import first_run
from accounts.signing.forms import FirstRunForm, SignInForm
from accounts.staff.actions import set_preferences
from accounts.visitor import known, let_in, let_out, who
from accounts.words import NOT_RIGHT
from core.blame import blame
from core.db import transaction
from core.errors import RuleBroken
from core.pages.page import go, page, wants_part
from core.pages.words import LANGUAGES


@bp.get("/")
@needs(Permission.OWN_ACCOUNT)
def home() -> Response:
    """To the page where this role begins."""
    return go(request.script_root + home_path(who().permissions))


@bp.get("/sign-in")
@public
def sign_in() -> Response:
    """Who are you?"""
    if current_user.is_authenticated:
        return go(url_for("accounts.home"))
    form = SignInForm(next=own_path(request.args.get("next")) or "")
    return page("accounts/sign_in.html", form=form)


@bp.post("/sign-in")
@public
@only_reads
def enter() -> Response:
    """Known, unknown, disabled and slowed: the same words, status and work."""
    form = SignInForm()
    if not form.validate():
        return page("accounts/sign_in.html", status=422, form=form)
    proved, fresh = _proved(form.username.data, form.passphrase.data)
    subjects = slowdown.subjects_of(form.username.data, request.remote_addr or "")
    with transaction():
        if current_user.is_authenticated:
            session_actions.end_session(signed_in())
        account = queries.account_by_username(form.username.data)
        opened = session_actions.sign_in(
            account, proved=proved, subjects=subjects, browser=request.user_agent.string
        )
        if opened and fresh:
            session_actions.rehash(opened[0].account, fresh)
    if opened is None:
        blame(form, RuleBroken(NOT_RIGHT, "username"))
        return page("accounts/sign_in.html", status=422, form=form)
    let_in(*opened)
    return go(_onward(form.next.data))


def _proved(username: str, passphrase: str) -> tuple[str | None, str | None]:
    """The stored hash that the passphrase fits, and a newer one when costs have changed.

    Hashing is slow on purpose: what was read is let go of first, so that nobody waits for it."""
    account = queries.account_by_username(username)
    stored = account.passphrase_hash if account else None
    begin_writing()
    if not passphrases.is_right(passphrase, stored) or stored is None:
        return None, None
    fresh = passphrases.hashed(passphrase) if passphrases.needs_rehash(stored) else None
    return stored, fresh


def _onward(wanted: str | None) -> str:
    """The page that was asked for before signing in, when there is one; else the first page."""
    path = own_path(wanted)
    adapter = current_app.create_url_adapter(request)
    if path and adapter is not None:
        try:
            adapter.match(path.partition("?")[0].removeprefix(request.script_root), method="GET")
            return path
        except HTTPException:
            pass
    return url_for("accounts.home")


@bp.post("/sign-out")
@needs(Permission.OWN_ACCOUNT)
def sign_out() -> Response:
    """The session ends on the server; the browser forgets pages and cookie."""
    with transaction():
        session_actions.end_session(signed_in())
    let_out()
    answer = go(url_for("accounts.sign_in"))
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@bp.post("/session/extend")
@needs(Permission.OWN_ACCOUNT)
def extend() -> Response:
    """Still there."""
    with transaction():
        session_actions.extend_session(signed_in())
    return Response(status=204) if wants_part() else go(url_for("accounts.home"))


@bp.post("/language")
@public
def language() -> Response:
    """Dutch or English: kept with the account, or in the browser before signing in."""
    wanted = request.form.get("language", "")
    if wanted in LANGUAGES and current_user.is_authenticated:
        with transaction():
            set_preferences(me(), language=wanted, shortcuts=me().shortcuts)
    elif wanted in LANGUAGES:
        session["language"] = wanted
    return go(url_for("accounts.home" if known() else "accounts.sign_in"))


@bp.get("/keys")
@needs(Permission.OWN_ACCOUNT)
def keys() -> Response:
    """All keys that do something."""
    return page("accounts/keys.html")


@bp.get("/first-run/<token>")
@public
def first_run_form(token: str) -> Response:
    """The form behind the one-time link."""
    first_run.link_of(token)
    return page("accounts/first_run.html", form=FirstRunForm(), token=token)


@bp.post("/first-run/<token>")
@public
@only_reads
def make_first(token: str) -> Response:
    """Make the first administrator, who is signed in at once."""
    form = FirstRunForm()
    first_run.link_of(token)
    begin_writing()
    if not form.validate():
        return page("accounts/first_run.html", status=422, form=form, token=token)
    name, username, passphrase = form.name.data, form.username.data, form.passphrase.data
    try:
        passphrases.require_good(passphrase, known_words=(username, name))
        new_hash = passphrases.hashed(passphrase)
        with transaction():
            account = first_run.use_link(
                token, name=name, username=username, passphrase_hash=new_hash
            )
            opened = session_actions.begin_session(account, browser=request.user_agent.string)
    except RuleBroken as broken:
        blame(form, broken)
        return page("accounts/first_run.html", status=422, form=form, token=token)
    let_in(*opened)
    return go(url_for("accounts.home"))
