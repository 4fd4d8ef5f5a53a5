"""Verbs of the accounts room on people, accounts, roles and teams. They render, hash and commit nothing."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts import queries
from accounts.models import Account, Person, RoleGrant, Team
from accounts.permissions import Role, Sphere, sphere_of
from accounts.same_person.queries import linked_sphere
from accounts.session_actions import end_sessions
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken


def new_person(name: str, *, team: Team | None = None) -> Person:
    """A member of staff, without an account yet."""
    person = Person(name=name, team=team)
    db.session.add(person)
    db.session.flush()
    audit.record("person.added", kind="person", object_id=person.id)
    return person


def new_account(
    person: Person,
    username: str,
    *,
    passphrase_hash: str,
    roles: Iterable[Role] = (),
    must_change: bool = True,
) -> Account:
    """A way for this person to sign in; a second one is the same pair of eyes."""
    wanted = username.strip().casefold()
    if queries.account_by_username(wanted) is not None:
        raise RuleBroken(_l("Somebody signs in with this name already."), field="username")
    account = Account(
        person=person,
        username=wanted,
        passphrase_hash=passphrase_hash,
        passphrase_changed_at=clock.now(),
        must_change=must_change,
    )
    db.session.add(account)
    person.lock_version += 1
    db.session.flush()
    audit.record("account.added", kind="account", object_id=account.id)
    set_roles(account, frozenset(roles))
    return account


def change_person(person: Person, *, name: str, team: Team | None, seen_version: int) -> None:
    """Another name or team; Conflict when somebody changed the person meanwhile."""
    require_version(person, seen_version)
    if team is not None and team.closed_at is not None and team is not person.team:
        raise RuleBroken(_l("This team is closed."), field="team")
    person.name = name
    person.team = team
    person.lock_version = seen_version + 1
    audit.record("person.changed", kind="person", object_id=person.id)


def require_version(person: Person, seen_version: int) -> None:
    """Conflict when the person or an account of theirs has changed since it was read."""
    db.session.refresh(person, with_for_update={"of": Person})
    if person.lock_version != seen_version:
        raise Conflict(_l("Somebody else changed this person. Look at the data again."))


def set_roles(account: Account, roles: frozenset[Role]) -> None:
    """Give the account exactly these roles. Its sessions end: they were opened with others."""
    person = account.person
    kept = roles | {role for one in person.accounts if one is not account for role in one.roles}
    spheres = {sphere_of(role) for role in kept}
    if linked := linked_sphere(person.id):  # who is the same human being stays on the same side
        spheres.add(Sphere(linked))
    if len(spheres) > 1:
        raise RuleBroken(
            _l(
                "The network coordinator reaches no client. "
                "One person cannot hold that role and another one."
            ),
            field="roles",
        )
    if account.roles == roles:
        return
    if Role.ADMINISTRATOR in account.roles - roles:
        _require_another_administrator(account)
    _replace_roles(account, roles, next(iter(spheres), None))
    person.lock_version += 1
    end_sessions(account)
    audit.record("account.roles_set", kind="account", object_id=account.id)


def _replace_roles(account: Account, roles: frozenset[Role], sphere: Sphere | None) -> None:
    """First take, then move the wall, then give: the database lets nothing stand across it."""
    account.grants = [grant for grant in account.grants if Role(grant.role) in roles]
    db.session.flush()
    account.person.sphere = str(sphere) if sphere else None
    db.session.flush()
    account.grants += [
        RoleGrant(person_id=account.person_id, role=str(role), sphere=str(sphere_of(role)))
        for role in sorted(roles - account.roles)
    ]
    db.session.flush()


def disable(account: Account) -> None:
    """Nobody signs in with it any more, and whoever is signed in with it is out."""
    if Role.ADMINISTRATOR in account.roles:
        _require_another_administrator(account)
    account.disabled_at = clock.now()
    account.person.lock_version += 1
    end_sessions(account)
    audit.record("account.disabled", kind="account", object_id=account.id)


def enable(account: Account) -> None:
    """Signing in is possible again."""
    account.disabled_at = None
    account.person.lock_version += 1
    audit.record("account.enabled", kind="account", object_id=account.id)


def change_passphrase(account: Account, new_hash: str) -> None:
    """The account's own choice; the caller ends the other sessions."""
    account.passphrase_hash = new_hash
    account.passphrase_changed_at = clock.now()
    account.must_change = False
    audit.record("account.passphrase_changed", kind="account", object_id=account.id)


def reset_passphrase(account: Account, one_time_hash: str) -> None:
    """A passphrase to hand over: it must be changed at once, and no session goes on."""
    account.passphrase_hash = one_time_hash
    account.passphrase_changed_at = clock.now()
    account.must_change = True
    account.person.lock_version += 1
    end_sessions(account)
    audit.record("account.passphrase_reset", kind="account", object_id=account.id)


def set_preferences(account: Account, *, language: str, shortcuts: bool) -> None:
    """How the pages speak to this account, and whether single keys act."""
    account.language = language
    account.shortcuts = shortcuts
    audit.record("account.preferences_set", kind="account", object_id=account.id)


def new_team(name: str) -> Team:
    """A team of social workers."""
    _require_free_name(name)
    team = Team(name=name)
    db.session.add(team)
    db.session.flush()
    audit.record("team.added", kind="team", object_id=team.id)
    return team


def rename_team(team: Team, name: str) -> None:
    """Another name for the same team."""
    if name != team.name:
        _require_free_name(name)
    team.name = name
    audit.record("team.renamed", kind="team", object_id=team.id)


def close_team(team: Team) -> None:
    """No new members; what it did stays its own."""
    if queries.members_of_team(team):
        raise RuleBroken(_l("Give the members of this team another team first."))
    team.closed_at = clock.now()
    audit.record("team.closed", kind="team", object_id=team.id)


def _require_free_name(name: str) -> None:
    if db.session.scalars(select(Team.id).where(Team.name == name)).first() is not None:
        raise RuleBroken(_l("There is a team with this name already."), field="name")


def _require_another_administrator(account: Account) -> None:
    """Somebody must be able to open the door again. The rows are locked in one order: of two who
    take each other's role at the same moment, the second finds nobody left."""
    grants = (
        select(RoleGrant.account_id)
        .join(Account, Account.id == RoleGrant.account_id)
        .where(RoleGrant.role == str(Role.ADMINISTRATOR), Account.disabled_at.is_(None))
        .order_by(RoleGrant.id)
        .with_for_update(of=RoleGrant)
    )
    if not any(holder != account.id for holder in db.session.scalars(grants)):
        raise RuleBroken(
            _l("This is the last administrator. Give somebody else the role first."),
            field="roles",
        )
