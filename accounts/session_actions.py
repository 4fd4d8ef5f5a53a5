"""Beginning and ending sessions and proving who one is, in the accounts room. It renders and commits nothing."""

import secrets

from sqlalchemy import update

from accounts import queries, slowdown
from accounts.models import Account, SignedIn
from core import audit, clock
from core.db import db
from core.errors import NotThere

TOKEN_BYTES = 32
LONGEST_BROWSER = 120


def begin_session(account: Account, *, browser: str = "") -> tuple[SignedIn, str]:
    """A new session, and the token that only its browser will hold."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    at = clock.machine_now()
    held = SignedIn(
        token_hash=queries.token_hash(token),
        account=account,
        began_at=at,
        seen_at=at,
        browser=browser[:LONGEST_BROWSER],
    )
    db.session.add(held)
    db.session.flush()
    audit.record("session.begun", kind="account", object_id=account.id)
    return held, token


def extend_session(held: SignedIn) -> None:
    """Still there: the idle time starts again; the absolute end stays."""
    held.seen_at = clock.machine_now()


def end_session(held: SignedIn) -> None:
    """Sign out: the token opens nothing any more."""
    held.ended_at = clock.machine_now()
    audit.record("session.ended", kind="account", object_id=held.account_id)


def end_own_session(account: Account, session_id: int) -> None:
    """End another of one's own sessions; somebody else's is NotThere."""
    held = db.session.get(SignedIn, session_id)
    if held is None or held.account_id != account.id:
        raise NotThere
    end_session(held)


def end_sessions(account: Account, *, but: SignedIn | None = None) -> None:
    """Sign the account out everywhere, in one statement."""
    ending = update(SignedIn).where(SignedIn.account_id == account.id, SignedIn.ended_at.is_(None))
    if but is not None:
        ending = ending.where(SignedIn.id != but.id)
    db.session.execute(ending.values(ended_at=clock.machine_now()))
    audit.record("session.all_ended", kind="account", object_id=account.id)


def renew_session(held: SignedIn) -> str:
    """A new token for the same session: what was known of the old one opens nothing."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    held.token_hash = queries.token_hash(token)
    held.ended_at = None
    return token


def sign_in(
    account: Account | None, *, proved: str | None, subjects: slowdown.Subjects, browser: str
) -> tuple[SignedIn, str] | None:
    """Let in who is enabled, not slowed, and whose stored hash `proved` still is; else None.

    Whether it comes too early is judged here, in the transaction that counts: guesses sent all at
    once are counted one after the other."""
    slowed = slowdown.is_slowed(subjects)
    right = account is not None and proved == account.passphrase_hash
    if account is None or not right or slowed or account.disabled_at is not None:
        slowdown.count(subjects, failed=not slowed)
        audit.record("session.refused", kind="account", object_id=account.id if account else "-")
        return None
    slowdown.forgive(subjects)
    audit.actor_is(account.person_id)
    return begin_session(account, browser=browser)


def rehash(account: Account, new_hash: str) -> None:
    """The same passphrase, stored at today's costs."""
    account.passphrase_hash = new_hash
