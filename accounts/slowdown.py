"""How fast guessing may go, for the accounts room: counts of late failures, judged. It signs nobody in.

Of links for people without an account the address alone counts: their tokens cannot be guessed, and
what is refused is only asked to wait. Sign-in is otherwise.

Refused is only who comes from an address that failed of late *and* meets a slow account, or who
meets an account that failed of late from a slow address. So an attacker cannot shut a person out:
from an address without failures the right passphrase always opens. He gains one guess per fresh
address, against passphrases of 15 characters and more."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from accounts.models import SignInCount
from core import clock
from core.db import db
from core.sealing.sealed import search_key
from core.upsert import insert_into

FORGOTTEN_AFTER = dt.timedelta(minutes=30)
ACCOUNT_FREE = 5
# One address is often a whole town hall.
ADDRESS_FREE = 20
LINK_FREE = 20
LONGEST_S = 300


@dataclass(frozen=True)
class Subjects:
    """The account's name and the address as keyed hashes: the table holds neither."""

    account: str
    address: str


def subjects_of(username: str, address: str) -> Subjects:
    """The rows in which an attempt counts; a name that nobody has counts as well."""
    return Subjects(
        account="account:" + search_key(username.casefold(), column="sign_in.account"),
        address="address:" + search_key(address, column="sign_in.address"),
    )


def is_slowed(subjects: Subjects) -> bool:
    """Whether this attempt comes too early."""
    at = clock.machine_now()
    account, address = _late(subjects.account, at), _late(subjects.address, at)
    slow_account = _waits(account, ACCOUNT_FREE, at)
    slow_address = _waits(address, ADDRESS_FREE, at)
    return (slow_account and address is not None) or (slow_address and account is not None)


def count(subjects: Subjects, *, failed: bool) -> None:
    """Count a failure in both rows. A refused attempt writes as much and counts nothing: no faster,
    no slower, and it lengthens nobody's wait."""
    for subject in (subjects.account, subjects.address):
        _count(subject, failed=failed)


def forgive(subjects: Subjects) -> None:
    """The right passphrase clears the account; not the address, where others may be guessing."""
    gone = delete(SignInCount).where(SignInCount.subject_key == subjects.account)
    db.session.execute(gone)


def is_slow_for_links(address: str) -> bool:
    """Whether links are opened from here too early after many that were none. It asks no link."""
    at = clock.machine_now()
    return _waits(_late(_link_subject(address), at), LINK_FREE, at)


def count_dead_link(address: str) -> None:
    """Somebody tried a link that opens nothing."""
    _count(_link_subject(address), failed=True)


def _link_subject(address: str) -> str:
    return "link:" + search_key(address, column="link.address")


def _count(subject: str, *, failed: bool) -> None:
    at = clock.machine_now()
    session = db.session()
    session.execute(delete(SignInCount).where(SignInCount.last_failed_at < at - FORGOTTEN_AFTER))
    insert = insert_into(session, SignInCount).values(
        subject_key=subject, failures=int(failed), last_failed_at=at
    )
    changes: dict[str, Any] = {"failures": SignInCount.failures + int(failed)}
    if failed:
        changes["last_failed_at"] = at
    session.execute(insert.on_conflict_do_update(index_elements=["subject_key"], set_=changes))


def _late(subject: str, at: dt.datetime) -> SignInCount | None:
    wanted = select(SignInCount).where(
        SignInCount.subject_key == subject,
        SignInCount.failures > 0,
        SignInCount.last_failed_at >= at - FORGOTTEN_AFTER,
    )
    return db.session.scalars(wanted).one_or_none()


def _waits(row: SignInCount | None, free: int, at: dt.datetime) -> bool:
    if row is None or row.failures < free:
        return False
    wait_s = min(LONGEST_S, 2 ** min(row.failures - free, 20))
    return at < row.last_failed_at + dt.timedelta(seconds=wait_s)
