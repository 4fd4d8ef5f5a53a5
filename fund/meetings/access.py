"""Who reads which meeting, item and request, and until when: always through the person. Changes nothing."""

import datetime as dt
from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Account
from accounts.permissions import READS_ALL_TEAMS, Permission, Role
from accounts.queries import may
from accounts.same_person.queries import persons_of
from core import settings
from core.clock import add_days, begin_of, today
from core.db import db
from core.errors import NotThere, RuleBroken
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from fund.bodies.kept_out import in_conflict_over
from fund.meetings.choices import ACCESS_DAYS
from fund.meetings.life import CLOSED, CONVENED, DROPPED, OPEN
from fund.meetings.models import (
    Item,
    ItemPresence,
    Meeting,
    Member,
    Seat,
    UrgentGrant,
)
from fund.meetings.queries import for_meetings
from fund.models import Decision
from intake.requests.models import Request
from intake.requests.queries import readable_by
from intake.requests.recusal.queries import closed_to


def holds_meetings(account: Account) -> bool:
    """Prepares, records and closes them."""
    return may(account, Permission.MEETINGS)


def _reads_all(account: Account) -> bool:
    return holds_meetings(account) or bool(account.roles & READS_ALL_TEAMS)


def open_to_members(on: dt.date) -> ColumnElement[bool]:
    """From the convocation until a number of days after the session, also of one that nobody closed."""
    since = begin_of(add_days(on, -settings.get(ACCESS_DAYS)))
    return or_(
        and_(Meeting.stage.in_((CONVENED, OPEN)), Meeting.starts_at >= since),
        and_(Meeting.stage == CLOSED, Meeting.access_until_on >= on),
    )


def _sits_in(persons: Collection[int]) -> ColumnElement[bool]:
    return exists().where(Member.meeting_id == Meeting.id, Member.person_id.in_(persons))


def sits_in(account: Account, meeting: Meeting) -> bool:
    """Was this one convened to it, by whatever account?"""
    mine = persons_of(account)
    return any(one.person_id in mine for one in meeting.members)


def readable(account: Account) -> list[ColumnElement[bool]]:
    """The meetings that somebody reads: all for who holds them or reads every file, else one's own."""
    if _reads_all(account):
        return []
    return [open_to_members(today()), _sits_in(persons_of(account))]


def meeting_for(account: Account, meeting_id: int, *, held: bool = False) -> Meeting:
    """One meeting, locked where it will change, for who holds meetings or was convened; else NotThere."""
    wanted = select(Meeting).where(Meeting.id == meeting_id, *readable(account))
    if held:
        wanted = wanted.with_for_update(of=Meeting)
    found = db.session.scalars(wanted).one_or_none() if is_row_id(meeting_id) else None
    if found is None:
        raise NotThere
    return found


def page_of_meetings(account: Account, key: str | None = None) -> Page[Meeting]:
    """All that this account may read, the last one first."""
    wanted = select(Meeting).where(*readable(account))
    by = [By(Meeting.starts_at, descending=True), By(Meeting.id, descending=True)]
    return page_of(wanted, by, key=key)


def _closed_on_an_agenda(account: Account) -> ColumnElement[bool]:
    """Requests that no meeting opens to this account; one on which it works itself it reads elsewhere."""
    return or_(in_conflict_over(account.person_id), closed_to(account))


def closed_in(account: Account, meeting: Meeting) -> frozenset[int]:
    """The items that this account does not read: in conflict over them, or stepped back from them."""
    wanted = (
        select(Item.id)
        .join(Request, Request.id == Item.request_id)
        .where(Item.meeting_id == meeting.id, _closed_on_an_agenda(account))
    )
    return frozenset(db.session.scalars(wanted))


def item_for(account: Account, item_id: int) -> Item:
    """One item of a meeting that this account may read; not for a member in conflict over it, nor for who
    stepped back from it."""
    wanted = (
        select(Item)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .join(Request, Request.id == Item.request_id)
        .where(Item.id == item_id, ~_closed_on_an_agenda(account), *readable(account))
        .options(joinedload(Item.meeting), joinedload(Item.request))
    )
    found = db.session.scalars(wanted).one_or_none() if is_row_id(item_id) else None
    if found is None:
        raise NotThere
    return found


def extracts_for(account: Account, meeting: Meeting) -> list[Item]:
    """The items of a closed meeting of which this account may take an extract, in their order: those on
    which something was decided, and which this account reads."""
    if meeting.decided is None:
        return []
    of_request = joinedload(Item.request)
    wanted = (
        select(Item)
        .where(Item.meeting_id == meeting.id, Item.id.not_in(closed_in(account, meeting)))
        .options(
            of_request.joinedload(Request.client),
            selectinload(Item.presences).joinedload(ItemPresence.person),
            joinedload(Item.decision).joinedload(Decision.request_version),
            joinedload(Item.urgent_grant)
            .joinedload(UrgentGrant.decision)
            .joinedload(Decision.request_version),
        )
        .order_by(Item.position, Item.id)
    )
    return [one for one in db.session.scalars(wanted) if one.spoken_on is not None]


def reach(account: Account) -> Sequence[ColumnElement[bool]]:
    """Requests that meetings open to somebody: what its agenda holds to a member, what a body decides
    in a meeting to who holds them."""
    ways: list[ColumnElement[bool]] = []
    if Role.SECRETARY in account.roles:
        ways.append(for_meetings())
        ways.append(exists().where(Item.request_id == Request.id))
    if Role.MEMBER in account.roles:
        persons = persons_of(account)
        on_my_agenda = (
            select(Item.request_id)
            .join(Meeting, Meeting.id == Item.meeting_id)
            .join(Member, Member.meeting_id == Meeting.id)
            .where(
                Member.person_id.in_(persons),
                open_to_members(today()),
                Item.stage != DROPPED,
            )
        )
        ways.append(and_(Request.id.in_(on_my_agenda), ~in_conflict_over(account.person_id)))
    return ways


def meant(account: Account, ticked: Sequence[int], number: str) -> Sequence[int]:
    """The requests that somebody ticked, or the one whose number was typed; RuleBroken for none."""
    if not number:
        if not ticked:
            raise RuleBroken(_("Tick at least one request."), "requests")
        return ticked
    wanted = select(Request.id).where(Request.number == number, readable_by(account))
    found = db.session.scalar(wanted)
    if found is None:
        raise RuleBroken(_("There is no request with this number."), "number")
    return [found]


def seat_for(account: Account, seat_id: int) -> Seat:
    """One seat, for who holds meetings; else NotThere."""
    found = db.session.get(Seat, seat_id) if is_row_id(seat_id) else None
    if found is None or not holds_meetings(account):
        raise NotThere
    return found
