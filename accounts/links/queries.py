"""Reading links for people without an account. Changes nothing."""

from sqlalchemy import ColumnElement, false, select, true
from sqlalchemy.orm import contains_eager

from accounts.links.models import AccessLink
from accounts.models import Account, Team
from accounts.permissions import Role
from accounts.queries import token_hash
from core.clock import today
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of


def opens(token: str, kind: str) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a link behind this token: one question, so that a link that never was takes
    as long as one that is over."""
    return (
        AccessLink.token_hash == token_hash(token),
        AccessLink.kind == kind,
        AccessLink.withdrawn_at.is_(None),
        AccessLink.until_on >= today(),
        AccessLink.uses < AccessLink.most_uses,
        AccessLink.team_id.in_(select(Team.id).where(Team.closed_at.is_(None))),
    )


def open_link(token: str, kind: str) -> AccessLink | None:
    """The link behind this token, when it opens something today."""
    return db.session.scalar(select(AccessLink).where(*opens(token, kind)))


def page_of_links(account: Account, *, key: str | None = None) -> Page[AccessLink]:
    """The links that this account sees to, the newest first."""
    statement = (
        select(AccessLink)
        .join(AccessLink.team)
        .join(AccessLink.made_by)
        .options(contains_eager(AccessLink.team), contains_eager(AccessLink.made_by))
        .where(_seen_by(account))
    )
    return page_of(statement, [By(AccessLink.id, descending=True)], key=key)


def link_for(account: Account, link_id: int) -> AccessLink:
    """A link that this account sees to; else NotThere."""
    found = None
    if is_row_id(link_id):
        wanted = select(AccessLink).where(AccessLink.id == link_id, _seen_by(account))
        found = db.session.scalar(wanted)
    if found is None:
        raise NotThere
    return found


def _seen_by(account: Account) -> ColumnElement[bool]:
    """The administrator sees to all links, a worker to those of her team."""
    if Role.ADMINISTRATOR in account.roles:
        return true()
    team_id = account.person.team_id
    return AccessLink.team_id == team_id if team_id is not None else false()
