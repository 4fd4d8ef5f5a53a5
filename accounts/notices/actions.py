"""Telling people, and what they do with it. Commits nothing, and sends nothing: that is the worker's."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Final

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import ColumnElement, select, update

from accounts.models import Account
from accounts.notices.kinds import Kind
from accounts.notices.models import AT_ONCE, DAILY, NEVER, Notice, NoticeChoice
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from core.upsert import insert_into
from core.work import outbox

MAIL: Final = "notice.mail"
# Who wants mail at once gets no more than one in this time: what comes meanwhile goes along.
BETWEEN_MAILS: Final = dt.timedelta(minutes=10)
WAYS: Final = (NEVER, DAILY, AT_ONCE)
ADDRESS: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


def tell(people: Iterable[int], kind: Kind, subject_id: int, about: str = "") -> None:
    """Tell these persons, within the transaction of what happened; what still stands unread is not doubled.

    `about` is how people call the subject, such as its number. It never holds a name.
    """
    ids = sorted(set(people))  # in one order, so that two transactions do not wait for each other
    if not ids:
        return
    session, at = db.session(), clock.now()
    rows = [
        {"person_id": one, "kind": kind.code, "subject_id": subject_id, "about": about}
        | {"told_at": at}
        for one in ids
    ]
    telling = (
        insert_into(session, Notice)
        .values(rows)
        .on_conflict_do_nothing(
            index_elements=["person_id", "kind", "subject_id"],
            index_where=Notice.read_at.is_(None),
        )
        .returning(Notice.person_id)
    )
    told = list(session.scalars(telling))
    if told and kind.at_once and current_app.config.get("MAIL") is not None:
        _mail_at_once(told)


def settle(kinds: Iterable[Kind], subject_id: int) -> None:
    """What was told of this is over, for everybody: nobody is called for what somebody did."""
    codes = [kind.code for kind in kinds]
    _read(Notice.kind.in_(codes), Notice.subject_id == subject_id)


def mark_read(notice: Notice) -> None:
    """It was read; the first time is what counts."""
    notice.read_at = notice.read_at or clock.now()


def mark_all_read(account: Account, until_id: int) -> None:
    """All that stood on the page, and not what came meanwhile."""
    _read(Notice.person_id == account.person_id, Notice.id <= until_id)


def choose(account: Account, *, way: str, address: str) -> None:
    """How this person wants mail, and where."""
    if way not in WAYS:
        raise RuleBroken(_("Choose something from the list."), "way")
    if way != NEVER and not address:
        raise RuleBroken(_("Write the address that mail goes to."), "address")
    if address and not ADDRESS.fullmatch(address):
        raise RuleBroken(_("This is no e-mail address."), "address")
    new: dict[str, Any] = {"way": way, "address": address, "refused_at": None}
    session = db.session()
    insert = insert_into(session, NoticeChoice).values(person_id=account.person_id, **new)
    session.execute(insert.on_conflict_do_update(index_elements=["person_id"], set_=new))
    audit.record("notices.chosen", kind="person", object_id=account.person_id)


def _read(*which: ColumnElement[bool]) -> None:
    """Locked in one order first: who reads and who settles may mean the same rows."""
    held = select(Notice.id).where(*which, Notice.read_at.is_(None)).order_by(Notice.id)
    ids = list(db.session.scalars(held.with_for_update()))
    if ids:
        reading = update(Notice).where(Notice.id.in_(ids)).values(read_at=clock.now())
        db.session.execute(reading)


def _mail_at_once(told: list[int]) -> None:
    wanted = (
        select(NoticeChoice.person_id, NoticeChoice.mailed_at)
        .where(
            NoticeChoice.person_id.in_(told),
            NoticeChoice.way == AT_ONCE,
            NoticeChoice.refused_at.is_(None),
        )
        .order_by(NoticeChoice.person_id)
    )
    now = clock.machine_now()
    for person_id, mailed_at in db.session.execute(wanted):
        due_at = now if mailed_at is None else max(now, mailed_at + BETWEEN_MAILS)
        outbox.put_later(due_at, MAIL, person_id=person_id)
