"""Reading in the accounts room: accounts, sessions, people and teams. It changes nothing."""

from hashlib import sha256

from sqlalchemy import select

from accounts.models import Account, SignedIn
from accounts.permissions import Permission, permissions_of
from core.db import db


def token_hash(token: str) -> str:
    """What the table holds of a random token; it is long enough to need no key and no salt."""
    return sha256(token.encode()).hexdigest()


def session_of(token: str) -> SignedIn | None:
    """The session behind a browser's token, ended or not, with its account."""
    wanted = select(SignedIn).where(SignedIn.token_hash == token_hash(token))
    return db.session.scalars(wanted).one_or_none()


def may(account: Account, permission: Permission) -> bool:
    """Whether the account holds a role with this permission now."""
    return account.disabled_at is None and permission in permissions_of(account.roles)


def account_by_username(username: str) -> Account | None:
    """The account with this name to sign in; capitals do not count."""
    wanted = select(Account).where(Account.username == username.strip().casefold())
    return db.session.scalars(wanted).one_or_none()
