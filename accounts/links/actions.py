"""Making, using and withdrawing links for people without an account. Commits nothing."""

import datetime as dt
import secrets
from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from sqlalchemy import update

from accounts.links.models import AccessLink
from accounts.links.queries import opens
from accounts.models import Account, Team
from accounts.queries import token_hash
from core import audit
from core.clock import add_days, now, today
from core.db import db
from core.errors import RuleBroken

LONGEST_DAYS = 366


@dataclass(frozen=True)
class NewLink:
    """A link as typed."""

    kind: str
    organisation: str
    team: Team
    until_on: dt.date
    most_uses: int


def make_link(new: NewLink, *, by: Account) -> tuple[AccessLink, str]:
    """The link and its token, which nobody can read again afterwards."""
    if new.until_on < today():
        raise RuleBroken(_("This day is over."), "until_on")
    if new.until_on > add_days(today(), LONGEST_DAYS):
        raise RuleBroken(_("A link works for a year at most."), "until_on")
    if new.team.closed_at is not None:
        raise RuleBroken(_("Choose something from the list."), "team")
    token = secrets.token_urlsafe(32)
    link = AccessLink(
        kind=new.kind,
        token_hash=token_hash(token),
        organisation=new.organisation,
        team_id=new.team.id,
        until_on=new.until_on,
        most_uses=new.most_uses,
        made_by_id=by.person_id,
        made_at=now(),
    )
    db.session.add(link)
    db.session.flush()
    audit.record("link.make", kind="access_link", object_id=link.id)
    return link, token


def use_link(token: str, kind: str) -> int | None:
    """Take one use of the link, in one guarded statement; its number, or None when nothing is left."""
    taking = (
        update(AccessLink)
        .where(*opens(token, kind))
        .values(uses=AccessLink.uses + 1)
        .returning(AccessLink.id)
        .execution_options(synchronize_session=False)
    )
    return db.session.scalar(taking)


def withdraw_link(link: AccessLink, *, by: Account) -> None:
    """From now on it opens nothing; the first time is what counts."""
    if link.withdrawn_at is None:
        link.withdrawn_at, link.withdrawn_by_id = now(), by.person_id
    audit.record("link.withdraw", kind="access_link", object_id=link.id)
