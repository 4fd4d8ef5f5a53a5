"""Mail about notices: how many wait, and where the product is. Never what they are about, nor whose they are.

A mail is noted before it is handed over, and noted again when it was taken. Killed in between, nobody
knows: then it is not sent again by itself, and the round of the next day counts what stays unread.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Final

from flask import current_app
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from sqlalchemy import and_, or_, select, update

from accounts.models import Account
from accounts.notices.actions import MAIL
from accounts.notices.models import NEVER, Notice, NoticeChoice
from accounts.notices.queries import choice_of, unread_count
from core import clock, mail
from core.db import db, transaction
from core.mail import MailServer, NotSent
from core.work import outbox

# After so long a mail of which nobody knows whether it left is taken for lost.
UNSURE_FOR: Final = dt.timedelta(hours=12)


@outbox.handler(MAIL, apart=True)
def deliver(person_id: int) -> None:
    """The worker's part: one mail for all that waits. Nothing to tell any more: no mail."""
    server: MailServer | None = current_app.config.get("MAIL")
    if server is None:
        return
    found = _to_send(person_id, server)
    db.session.rollback()  # what was read is let go of: a slow server holds up nobody
    if found is None:
        return
    message, notices = found
    try:
        mail.send(server, message, about_to=lambda: _note(notices, handing_at=clock.machine_now()))
    except NotSent as error:
        _note(notices, handing_at=None)
        if not error.for_good:
            raise
        _refused(person_id)
        return
    _sent(person_id, notices)


def waiting() -> Any:
    """Notices that no mail has counted, or of which nobody knows since long."""
    long_ago = clock.machine_now() - UNSURE_FOR
    return and_(
        Notice.read_at.is_(None),
        Notice.mailed_at.is_(None),
        or_(Notice.handing_at.is_(None), Notice.handing_at < long_ago),
    )


def _to_send(person_id: int, server: MailServer) -> tuple[EmailMessage, list[int]] | None:
    choice, account = choice_of(person_id), _account_of(person_id)
    if choice.way == NEVER or choice.refused_at is not None or account is None:
        return None
    mine = select(Notice.id).where(Notice.person_id == person_id, waiting()).order_by(Notice.id)
    notices = list(db.session.scalars(mine))
    if not notices:
        return None
    with force_locale(account.language):
        message = _message(server, choice.address, unread_count(person_id))
    message["Message-ID"] = _message_id(server, notices)
    return message, notices


def _account_of(person_id: int) -> Account | None:
    """A way in of this person: who has none any more is told nothing."""
    living = select(Account).where(Account.person_id == person_id, Account.disabled_at.is_(None))
    return db.session.scalars(living.order_by(Account.id)).first()


def _message(server: MailServer, address: str, count: int) -> EmailMessage:
    """The whole of what leaves the house."""
    subject = ngettext("%(num)s notice waits for you", "%(num)s notices wait for you", count)
    where = current_app.config.get("PUBLIC_URL")
    lines = [
        str(subject) + ".",
        _("Sign in to the Culture Fund to read them: %(address)s", address=f"{where}/notices")
        if where
        else _("Sign in to the Culture Fund to read them."),
        _("This mail holds no names. How often it comes, you choose on the page “My account”."),
    ]
    message = EmailMessage()
    message["From"], message["To"] = server.sender, address
    message["Subject"] = f"{_('Culture Fund')}: {subject}"
    message["Date"] = format_datetime(clock.machine_now())
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n\n".join(str(line) for line in lines) + "\n")
    return message


def _message_id(server: MailServer, notices: Sequence[int]) -> str:
    """The same for the same notices: a server that gets it twice can see so."""
    named = hashlib.sha256(",".join(map(str, notices)).encode()).hexdigest()[:32]
    return f"<{named}@{server.sender.rsplit('@', 1)[1]}>"


def _note(notices: Sequence[int], **values: dt.datetime | None) -> None:
    with transaction() as session:
        session.execute(update(Notice).where(Notice.id.in_(notices)).values(**values))


def _sent(person_id: int, notices: Sequence[int]) -> None:
    at = clock.machine_now()
    with transaction() as session:
        session.execute(update(Notice).where(Notice.id.in_(notices)).values(mailed_at=at))
        mine = NoticeChoice.person_id == person_id
        session.execute(update(NoticeChoice).where(mine).values(mailed_at=at))


def _refused(person_id: int) -> None:
    """The address is no good: the page of one's account says so, and nothing is tried any more."""
    with transaction() as session:
        mine = NoticeChoice.person_id == person_id
        session.execute(update(NoticeChoice).where(mine).values(refused_at=clock.machine_now()))
