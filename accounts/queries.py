"""Reading in the accounts room: accounts, sessions, people and teams. It changes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Row, and_, bindparam, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts import session_life
from accounts.models import Account, Person, RoleGrant, SignedIn, Team
from accounts.notices.models import Notice
from accounts.permissions import Permission, Role, permissions_of
from core import clock
from core.db import Base, db, rows_of
from core.errors import NotThere
from core.pages.paging import By, Page, page_of
from core.trail import AuditEntry

SESSIONS_SHOWN = 20

TABLES: Final = Base.metadata.tables
held_, account_, person_, team_, grant_, notice_ = (
    TABLES[model.__tablename__] for model in (SignedIn, Account, Person, Team, RoleGrant, Notice)
)
# The header of every page says it: its index holds what is unread and nothing else, and above 99 the
# header says no more than that.
MOST_UNREAD: Final = 100
SOME_UNREAD: Final = (
    select(notice_.c.id)
    .where(notice_.c.person_id == account_.c.person_id, notice_.c.read_at.is_(None))
    .limit(MOST_UNREAD)
    .correlate(account_)
    .subquery()
)
UNREAD: Final = select(func.count()).select_from(SOME_UNREAD).scalar_subquery()
# Every request begins with this one: built once, on tables, a row for each role. As whole objects
# it cost half of a page. The columns stand in the order of Held.
HELD: Final = (
    select(
        *(held_.c.id, held_.c.began_at, held_.c.seen_at, held_.c.ended_at, held_.c.account_id),
        *(account_.c.person_id, account_.c.disabled_at, account_.c.must_change),
        *(account_.c.language, account_.c.shortcuts, person_.c.name.label("display_name")),
        *(team_.c.name.label("team_name"), UNREAD.label("unread"), grant_.c.role),
    )
    .join_from(held_, account_, account_.c.id == held_.c.account_id)
    .join(person_, person_.c.id == account_.c.person_id)
    .outerjoin(team_, team_.c.id == person_.c.team_id)
    .outerjoin(grant_, grant_.c.account_id == account_.c.id)
    .where(held_.c.token_hash == bindparam("token_hash"))
)
# The account of whoever asks, with all that pages ask of it in one statement.
OWN_ACCOUNT: Final = (
    select(Account).where(Account.id == bindparam("account_id")).options(joinedload(Account.grants))
)


@dataclass(frozen=True, slots=True)
class Held:
    """A session and what each request needs of its account, as columns and not as rows."""

    id: int
    began_at: dt.datetime
    seen_at: dt.datetime
    ended_at: dt.datetime | None
    account_id: int
    person_id: int
    disabled_at: dt.datetime | None
    must_change: bool
    language: str
    shortcuts: bool
    display_name: str
    team_name: str | None
    unread: int
    roles: frozenset[Role]


def token_hash(token: str) -> str:
    """What the table holds of a random token; it is long enough to need no key and no salt."""
    return sha256(token.encode()).hexdigest()


def session_of(token: str) -> Held | None:
    """The session behind a browser's token, ended or not, with what is known of its account."""
    rows = rows_of(HELD, {"token_hash": token_hash(token)}).all()
    if not rows:
        return None
    roles = frozenset(Role(row.role) for row in rows if row.role)
    return Held(*[*rows[0][:-1], roles])


def own_account(account_id: int) -> Account:
    """The account of whoever asks, with person, team and roles."""
    found = db.session.scalars(OWN_ACCOUNT, {"account_id": account_id})
    return found.unique().one()


def own_session(session_id: int) -> SignedIn:
    """The session of whoever asks."""
    return db.session.get_one(SignedIn, session_id)


def sessions_of(account: Account) -> Sequence[SignedIn]:
    """The sessions that still open something, the newest first."""
    at = clock.machine_now()
    wanted = (
        select(SignedIn)
        .where(
            SignedIn.account_id == account.id,
            SignedIn.ended_at.is_(None),
            SignedIn.seen_at > at - session_life.IDLE,
            SignedIn.began_at > at - session_life.AT_MOST,
        )
        .order_by(SignedIn.began_at.desc(), SignedIn.id.desc())
        .limit(SESSIONS_SHOWN)
    )
    return db.session.scalars(wanted).all()


def may(account: Account, permission: Permission) -> bool:
    """Whether the account holds a role with this permission now."""
    return permission in permissions_now(account)


def permissions_now(account: Account) -> frozenset[Permission]:
    """All that its roles allow; nothing once it is disabled."""
    return permissions_of(account.roles) if account.disabled_at is None else frozenset()


def account_by_username(username: str) -> Account | None:
    """The account with this name to sign in; capitals do not count."""
    wanted = select(Account).where(Account.username == username.strip().casefold())
    return db.session.scalars(wanted).one_or_none()


def account(account_id: int) -> Account:
    """One account, or NotThere."""
    found = db.session.get(Account, account_id)
    if found is None:
        raise NotThere
    return found


def has_administrator() -> bool:
    """Whether anybody can make people and roles here."""
    wanted = (
        select(RoleGrant.id)
        .join(Account, Account.id == RoleGrant.account_id)
        .where(RoleGrant.role == str(Role.ADMINISTRATOR), Account.disabled_at.is_(None))
    )
    return db.session.scalars(wanted.limit(1)).first() is not None


def person(person_id: int) -> Person:
    """One member of staff, or NotThere."""
    found = db.session.get(Person, person_id)
    if found is None:
        raise NotThere
    return found


def people(key: str | None = None) -> Page[Person]:
    """The staff by name, page by page, with accounts and roles."""
    wanted = select(Person).options(selectinload(Person.accounts))
    return page_of(wanted, (By(Person.sort_name), By(Person.id)), key=key)


def last_change_of(person: Person) -> Row[str, dt.datetime, str] | None:
    """What was done last to this member of staff or an account of theirs, when, and by whom."""
    accounts = [str(account.id) for account in person.accounts]
    # by the first word of the action: `kind` would bring sign-ins as well
    of_person = AuditEntry.action.startswith("person.") & (AuditEntry.object_id == str(person.id))
    of_account = AuditEntry.action.startswith("account.") & AuditEntry.object_id.in_(accounts)
    wanted = (
        select(AuditEntry.action, AuditEntry.at, Person.name)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(of_person | of_account)
        .order_by(AuditEntry.seq.desc())
    )
    return db.session.execute(wanted.limit(1)).first()


def names_of(person_ids: set[int]) -> dict[int, str]:
    """Who is behind these numbers."""
    wanted = select(Person.id, Person.name).where(Person.id.in_(person_ids))
    return {row.id: row.name for row in db.session.execute(wanted)}


def persons_in(*roles: Role) -> set[int]:
    """Who holds one of these roles on an account that is open."""
    wanted = (
        select(RoleGrant.person_id)
        .join(Account, Account.id == RoleGrant.account_id)
        .where(RoleGrant.role.in_([str(role) for role in roles]), Account.disabled_at.is_(None))
    )
    return set(db.session.scalars(wanted))


def teams(*, open_only: bool = False) -> Sequence[Team]:
    """The teams by name; a centre has a handful."""
    wanted = select(Team).order_by(Team.name, Team.id)
    if open_only:
        wanted = wanted.where(Team.closed_at.is_(None))
    return db.session.scalars(wanted).all()


def team(team_id: int) -> Team:
    """One team, or NotThere."""
    found = db.session.get(Team, team_id)
    if found is None:
        raise NotThere
    return found


def members_of_team(team: Team) -> Sequence[Person]:
    """Who belongs to the team, by name."""
    wanted = select(Person).where(Person.team_id == team.id)
    return db.session.scalars(wanted.order_by(Person.sort_name, Person.id)).all()


def access_log(
    *, kind: str | None = None, object_id: str | None = None, key: str | None = None
) -> Page[AuditEntry]:
    """What was done and seen, the newest first; of one kind and one object when they are given."""
    wanted = select(AuditEntry)
    if kind:
        wanted = wanted.where(AuditEntry.kind == kind)
    if object_id:
        wanted = wanted.where(AuditEntry.object_id == object_id)
    return page_of(wanted, (By(AuditEntry.seq, descending=True),), key=key)


def trail_about(
    objects: Mapping[str, Iterable[int]], *, until: dt.datetime, most: int
) -> Sequence[Any]:
    """What was done and seen of these objects, by their kinds, with who; the newest first."""
    about = [
        and_(AuditEntry.kind == kind, AuditEntry.object_id.in_([str(one) for one in numbers]))
        for kind, numbers in objects.items()
    ]
    columns = (
        AuditEntry.at,
        AuditEntry.actor_id,
        AuditEntry.action,
        AuditEntry.kind,
        AuditEntry.why,
    )
    wanted = (
        select(*columns, Person.name)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(or_(*about), AuditEntry.at <= until)
        .order_by(AuditEntry.seq.desc())
    )
    return db.session.execute(wanted.limit(most)).all()
