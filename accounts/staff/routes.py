"""The staff, for the administrator, in the accounts room: people, their accounts and roles. No rules."""

from collections.abc import Callable
from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts import passphrases, queries, session_actions
from accounts.blueprint import bp
from accounts.gate import begin_writing, me, needs, only_reads, signed_in
from accounts.models import Account, Person, Team
from accounts.permissions import Permission
from accounts.staff import actions
from accounts.staff.forms import AccountForm, NewStaffForm, RolesForm, SeenForm, StaffForm, roles_of
from accounts.staff.log_words import ACTIONS
from accounts.visitor import let_in
from core.blame import done
from core.db import transaction
from core.errors import Conflict, NotThere
from core.pages.page import go, page


@bp.get("/staff")
@needs(Permission.PEOPLE)
def staff() -> Response:
    """Everybody who works here, by name."""
    return page("accounts/staff.html", people=queries.people(request.args.get("key")))


@bp.get("/staff/new")
@needs(Permission.PEOPLE)
def new_staff() -> Response:
    """The form for a new member of staff."""
    return page("accounts/new_staff.html", form=_with_teams(NewStaffForm()))


@bp.post("/staff/new")
@needs(Permission.PEOPLE)
@only_reads
def add_staff() -> Response:
    """Make person and account; the one-time passphrase is shown on the answer, and never again."""
    form = _with_teams(NewStaffForm())
    made: list[Account] = []
    secret, secret_hash = _one_time()

    def act() -> None:
        person = actions.new_person(form.name.data, team=_team(form.team.data))
        made.append(_new_account(person, form, secret_hash))

    if not done(form, act):
        return page("accounts/new_staff.html", status=422, form=form)
    return page("accounts/handed_over.html", account=made[0], secret=secret)


@bp.get("/staff/<int:person_id>")
@needs(Permission.PEOPLE)
def one_of_staff(person_id: int) -> Response:
    """One member of staff with the accounts."""
    return _person_page(person_id)


def _person_page(person_id: int, status: int = 200, **wrong: Any) -> Response:
    """`wrong` holds the form that was refused, in place of a fresh one."""
    person = queries.person(person_id)
    seen = {"formdata": None, "seen_version": person.lock_version}
    team_id = person.team_id or 0
    forms: dict[str, Any] = {
        "form": _with_teams(StaffForm(name=person.name, team=team_id, **seen)),
        "further": AccountForm(prefix="new-", **seen),
        **wrong,
    }
    roles = {one.id: _roles_form(one, seen) for one in person.accounts}
    roles |= wrong.get("roles", {})
    refused = next((form for form in [*wrong.values()] if isinstance(form, FlaskForm)), None)
    return page(
        "accounts/person.html",
        status=status,
        person=person,
        account=me(),
        **{**forms, "roles": roles, "refused": refused or wrong.get("refused")},
    )


@bp.post("/staff/<int:person_id>")
@needs(Permission.PEOPLE)
def change_staff(person_id: int) -> Response:
    """Name and team."""
    form = _with_teams(StaffForm())

    def act() -> None:
        actions.change_person(
            queries.person(person_id),
            name=form.name.data,
            team=_team(form.team.data),
            seen_version=form.seen_version.data or 0,
        )

    return _refusal(person_id, form, act, form=form) or _saved(person_id)


@bp.post("/staff/<int:person_id>/accounts")
@needs(Permission.PEOPLE)
@only_reads
def add_account(person_id: int) -> Response:
    """A further account for the same person."""
    form = AccountForm(prefix="new-")
    made: list[Account] = []
    secret, secret_hash = _one_time()

    def act() -> None:
        person = queries.person(person_id)
        actions.require_version(person, form.seen_version.data or 0)
        made.append(_new_account(person, form, secret_hash))

    refusal = _refusal(person_id, form, act, further=form)
    return refusal or page("accounts/handed_over.html", account=made[0], secret=secret)


@bp.post("/staff/<int:person_id>/accounts/<int:account_id>/roles")
@needs(Permission.PEOPLE)
def change_roles(person_id: int, account_id: int) -> Response:
    """Other roles: all sessions of the account end; the administrator's own gets a new token."""
    account = _account_of(person_id, account_id)
    form = RolesForm(prefix=f"a{account_id}-")
    renewed: list[str] = []

    def act() -> None:
        actions.require_version(account.person, form.seen_version.data or 0)
        actions.set_roles(account, roles_of(form.roles))
        if account is me():
            renewed.append(session_actions.renew_session(signed_in()))

    refusal = _refusal(person_id, form, act, roles={account_id: form}, refused=form)
    if refusal is not None:
        return refusal
    if renewed:
        let_in(signed_in(), renewed[0])
        return go(url_for("accounts.home"))
    return _saved(person_id)


@bp.post("/staff/<int:person_id>/accounts/<int:account_id>/<any(disable, enable):act>")
@needs(Permission.PEOPLE)
def switch_account(person_id: int, account_id: int, act: str) -> Response:
    """Close the account to everybody, or open it again."""
    account = _account_of(person_id, account_id)
    form = SeenForm()

    def switch() -> None:
        actions.require_version(account.person, form.seen_version.data or 0)
        (actions.disable if act == "disable" else actions.enable)(account)

    return _refusal(person_id, form, switch, refused=form) or _saved(person_id)


@bp.post("/staff/<int:person_id>/accounts/<int:account_id>/passphrase")
@needs(Permission.PEOPLE)
@only_reads
def hand_over(person_id: int, account_id: int) -> Response:
    """A new one-time passphrase for who has forgotten the own one."""
    secret, secret_hash = _one_time()
    with transaction():
        account = _account_of(person_id, account_id)
        actions.reset_passphrase(account, secret_hash)
    return page("accounts/handed_over.html", account=account, secret=secret)


def _refusal(person_id: int, sent: Any, act: Callable[[], object], **wrong: Any) -> Response | None:
    """None when it is done; else the page with what is wrong, or with what somebody else changed."""
    try:
        return None if done(sent, act) else _person_page(person_id, 422, **wrong)
    except Conflict as conflict:
        person = queries.person(person_id)
        sent.seen_version.raw_data = [str(person.lock_version)]
        last = queries.last_change_of(person)
        return _person_page(person_id, 409, conflict=conflict, last=last, actions=ACTIONS, **wrong)


def _saved(person_id: int) -> Response:
    flash(_("Saved."), "success")
    return go(url_for("accounts.one_of_staff", person_id=person_id))


def _one_time() -> tuple[str, str]:
    """A one-time passphrase and its hash, made with no transaction open."""
    begin_writing()
    secret = passphrases.one_time()
    return secret, passphrases.hashed(secret)


def _new_account(person: Person, form: NewStaffForm | AccountForm, secret_hash: str) -> Account:
    return actions.new_account(
        person, form.username.data, passphrase_hash=secret_hash, roles=roles_of(form.roles)
    )


def _roles_form(account: Account, seen: dict[str, Any]) -> RolesForm:
    held = [str(role) for role in account.roles]
    return RolesForm(prefix=f"a{account.id}-", roles=held, **seen)


def _account_of(person_id: int, account_id: int) -> Account:
    account = queries.account(account_id)
    if account.person_id != person_id:
        raise NotThere
    return account


def _team(team_id: int) -> Team | None:
    return queries.team(team_id) if team_id else None


def _with_teams(form: Any) -> Any:
    form.offer(list(queries.teams(open_only=True)))
    return form
