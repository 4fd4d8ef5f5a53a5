"""One's own account, in the accounts room: preferences, sessions, passphrase. No rules."""

from flask import Response, current_app, flash, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts import passphrases, queries, session_actions
from accounts.blueprint import bp
from accounts.feeds.queries import feed_of
from accounts.feeds.sources import has_any
from accounts.gate import begin_writing, me, needs, only_reads, signed_in
from accounts.notices.actions import choose
from accounts.notices.forms import MailForm
from accounts.notices.queries import choice_of
from accounts.permissions import Permission
from accounts.signing.forms import PassphraseForm, PreferencesForm
from accounts.staff.actions import change_passphrase as change
from accounts.staff.actions import set_preferences
from accounts.visitor import let_in
from core.blame import blame, done
from core.db import transaction
from core.errors import RuleBroken
from core.pages.page import go, page


@bp.get("/account")
@needs(Permission.OWN_ACCOUNT)
def own() -> Response:
    """Who I am here, and what is mine to set."""
    return _own_page()


def _own_page(sent: FlaskForm | None = None, status: int = 200) -> Response:
    """All that is mine, with one of the forms as it was sent."""
    choice = choice_of(me().person_id)
    return page(
        "accounts/own.html",
        status=status,
        form=sent,
        preferences=sent if isinstance(sent, PreferencesForm) else PreferencesForm(None, obj=me()),
        mail=sent if isinstance(sent, MailForm) else MailForm(None, obj=choice),
        choice=choice,
        feed=feed_of(me()),
        has_calendar=has_any(me()),
        has_mail=current_app.config.get("MAIL") is not None,
        account=me(),
        sessions=queries.sessions_of(me()),
        this_session=signed_in(),
    )


@bp.post("/account")
@needs(Permission.OWN_ACCOUNT)
def change_own() -> Response:
    """Language and shortcuts."""
    form = PreferencesForm()
    if not form.validate():
        return _own_page(form, 422)
    with transaction():
        set_preferences(me(), language=form.language.data, shortcuts=form.shortcuts.data)
    return go(url_for("accounts.own"))


@bp.post("/account/notices")
@needs(Permission.OWN_ACCOUNT)
def change_mail() -> Response:
    """How often I want mail, and where."""
    form = MailForm()

    def act() -> None:
        choose(me(), way=form.way.data or "", address=form.address.data or "")

    if not done(form, act):
        return _own_page(form, 422)
    flash(_("Saved."), "success")
    return go(url_for("accounts.own"))


@bp.post("/account/sessions/<int:session_id>/end")
@needs(Permission.OWN_ACCOUNT)
def end_session(session_id: int) -> Response:
    """Sign out one of one's own browsers."""
    with transaction():
        session_actions.end_own_session(me(), session_id)
    flash(_("That session has ended."), "success")
    return go(url_for("accounts.own"))


@bp.get("/account/passphrase")
@needs(Permission.OWN_ACCOUNT)
def passphrase() -> Response:
    """The form for another passphrase."""
    return page("accounts/passphrase.html", form=PassphraseForm(), must=me().must_change)


@bp.post("/account/passphrase")
@needs(Permission.OWN_ACCOUNT)
@only_reads
def change_passphrase() -> Response:
    """Change it; all other sessions of the account end, and this one gets a new token."""
    form, must = PassphraseForm(), me().must_change
    if not form.validate():
        return page("accounts/passphrase.html", status=422, form=form, must=must)
    try:
        new_hash = _checked(form)
    except RuleBroken as broken:
        blame(form, broken)
        return page("accounts/passphrase.html", status=422, form=form, must=must)
    with transaction():
        change(me(), new_hash)
        session_actions.end_sessions(me(), but=signed_in())
        token = session_actions.renew_session(signed_in())
    let_in(signed_in(), token)
    flash(_("Your passphrase has changed. Other sessions have ended."), "success")
    return go(url_for("accounts.home" if must else "accounts.own"))


def _checked(form: PassphraseForm) -> str:
    """The hash of the new one, once the old one is right; hashed with no transaction open."""
    account = me()
    stored, words = account.passphrase_hash, (account.username, account.person.name)
    begin_writing()
    if not passphrases.is_right(form.old.data, stored):
        raise RuleBroken(_("This is not your passphrase."), field="old")
    passphrases.require_good(form.passphrase.data, known_words=words)
    if form.old.data == form.passphrase.data:
        raise RuleBroken(_("Choose another one than you have now."), field="passphrase")
    return passphrases.hashed(form.passphrase.data)
