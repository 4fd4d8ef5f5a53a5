"""Reading meetings through the person who asks: who sits where, agendas, items. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from accounts.models import Account, RoleGrant
from accounts.permissions import Role
from accounts.same_person.queries import persons_of
from core.clock import today
from core.db import db
from fund.bodies.deciding import BY_MEETING, LEFT_OPEN
from fund.meetings.life import AHEAD, BEFORE, NO_QUORUM, OPEN, PENDING
from fund.meetings.models import (
    Item,
    ItemAbsence,
    ItemPresence,
    Meeting,
    MinutesCorrection,
    Seat,
    UrgentGrant,
)
from fund.models import Decision
from fund.setup.choices import body_of_centre
from intake.requests.life import SUBMITTED
from intake.requests.models import Request, RequestVersion

# An agenda of more is no evening's work; the rest waits for the next one.
MOST_ITEMS: Final = 200
# A request seldom comes back more often.
MOST_SHOWN: Final = 20
SITTING: Final = (Role.MEMBER, Role.APPROVER)


def counts_of(meetings: Sequence[Meeting]) -> dict[int, int]:
    """How many items stand on each agenda."""
    rows = db.session.execute(
        select(Item.meeting_id, func.count())
        .where(Item.meeting_id.in_([one.id for one in meetings]), Item.stage != "dropped")
        .group_by(Item.meeting_id)
    )
    return {row[0]: row[1] for row in rows}


def agenda_of(meeting: Meeting) -> Sequence[Item]:
    """Its items in their order, with what a list of them shows."""
    return db.session.scalars(
        select(Item)
        .where(Item.meeting_id == meeting.id)
        .options(
            joinedload(Item.request).joinedload(Request.client),
            joinedload(Item.request).joinedload(Request.filing),
            joinedload(Item.taken_out_by),
            selectinload(Item.absences).joinedload(ItemAbsence.person),
            selectinload(Item.presences).joinedload(ItemPresence.person),
        )
        .order_by(Item.position, Item.id)
    ).all()


def changed_since(items: Sequence[Item]) -> set[int]:
    """The items whose request got a newer version than their draft was written on."""
    newest = (
        select(RequestVersion.request_id, func.max(RequestVersion.id).label("id"))
        .where(RequestVersion.request_id.in_([one.request_id for one in items]))
        .group_by(RequestVersion.request_id)
    )
    known = {row.request_id: row.id for row in db.session.execute(newest)}
    return {one.id for one in items if known[one.request_id] != one.request_version_id}


def words_for(body: str) -> list[str]:
    """What stands on a request that this body decides on: its name, or nobody's where it is the centre's."""
    return [body, *(LEFT_OPEN if body == body_of_centre() else ())]


def meeting_words() -> frozenset[str]:
    """All that stands on requests that a body decides on in a meeting."""
    return frozenset(word for body in BY_MEETING for word in words_for(body))


def for_meetings() -> ColumnElement[bool]:
    """Requests that a body decides on in a meeting."""
    return Request.body.in_(sorted(meeting_words()))


def candidates(body: str) -> Sequence[Request]:
    """What waits for this body and is on no agenda yet, the first term first."""
    waits = ~exists().where(Item.request_id == Request.id, Item.stage == PENDING)
    return db.session.scalars(
        select(Request)
        .where(Request.status == SUBMITTED, Request.body.in_(words_for(body)), waits)
        .options(joinedload(Request.client), joinedload(Request.filing))
        .order_by(Request.legal_due_on, Request.id)
        .limit(MOST_ITEMS)
    ).all()


def pending_item(request: Request, kind: str | None = None) -> Item | None:
    """Where it waits on an agenda, for whatever or of one kind."""
    of_kind = [Item.kind == kind] if kind else []
    return db.session.scalars(
        select(Item)
        .where(Item.request_id == request.id, Item.stage == PENDING, *of_kind)
        .options(joinedload(Item.meeting))
    ).one_or_none()


def items_of(request: Request) -> Sequence[Item]:
    """Every agenda that it stood on, the newest first."""
    return db.session.scalars(
        select(Item)
        .where(Item.request_id == request.id)
        .options(joinedload(Item.meeting))
        .order_by(Item.id.desc())
        .limit(MOST_SHOWN)
    ).all()


def item_that_made(decision: Decision) -> Item | None:
    """The item on which a decision was voted, with who was there; None where no meeting made it."""
    return db.session.scalars(
        select(Item)
        .where(Item.decision_id == decision.id)
        .options(
            joinedload(Item.meeting),
            selectinload(Item.presences).joinedload(ItemPresence.person),
        )
    ).one_or_none()


def urgent_grant_of(decision: Decision) -> UrgentGrant | None:
    """The urgent grant that a decision of a chair is."""
    wanted = select(UrgentGrant).where(UrgentGrant.decision_id == decision.id)
    return db.session.scalars(wanted).one_or_none()


def next_pending(meeting: Meeting, after: Item | None = None) -> Item | None:
    """The next item without an outcome: after this one, else from the beginning."""
    waiting = [
        one
        for one in agenda_of(meeting)
        if one.stage == PENDING and (after is None or one.id != after.id)
    ]
    later = [one for one in waiting if after is not None and one.position > after.position]
    return next(iter(later or waiting), None)


def next_number(body: str, year: int) -> int:
    """Meetings of a body are numbered per year."""
    last = select(func.max(Meeting.number)).where(Meeting.body == body, Meeting.year == year)
    return (db.session.scalar(last) or 0) + 1


def seats_of(body: str, on: dt.date) -> Sequence[Seat]:
    """Who sits in a body on a day, who chairs it first."""
    return db.session.scalars(
        select(Seat)
        .where(
            Seat.body == body,
            Seat.from_on <= on,
            or_(Seat.until_on.is_(None), Seat.until_on > on),
        )
        .options(joinedload(Seat.person))
        .order_by(Seat.is_chair.desc(), Seat.id)
    ).all()


def chairs(account: Account, body: str) -> bool:
    """Does this human being chair that body today?"""
    mine = persons_of(account)
    return any(one.is_chair and one.person_id in mine for one in seats_of(body, today()))


def may_sit() -> Sequence[Any]:
    """Everybody who could be given a seat, by name."""
    from_roles = [str(role) for role in SITTING]
    person = RoleGrant.person_id
    return (
        db.session.scalars(
            select(Account)
            .join(RoleGrant, RoleGrant.account_id == Account.id)
            .where(RoleGrant.role.in_(from_roles), Account.disabled_at.is_(None))
            .options(joinedload(Account.person))
            .order_by(person, Account.id)
            .distinct()
        )
        .unique()
        .all()
    )


def waits_to_be_ratified(body: str) -> Sequence[UrgentGrant]:
    """Urgent grants that this body has not spoken on, and that are on no agenda to come."""
    on_agenda = exists().where(
        *(Item.urgent_grant_id == UrgentGrant.id, Item.stage == PENDING),
        *(Item.meeting_id == Meeting.id, Meeting.stage.in_(AHEAD)),
    )
    return db.session.scalars(
        select(UrgentGrant)
        .where(UrgentGrant.body == body, UrgentGrant.outcome.is_(None), ~on_agenda)
        .options(joinedload(UrgentGrant.decision), joinedload(UrgentGrant.request))
        .order_by(UrgentGrant.id)
    ).all()


def is_unspoken(decision: Decision) -> bool:
    """Was it granted urgently, and has its body not spoken on it yet?"""
    wanted = select(UrgentGrant.id).where(
        UrgentGrant.decision_id == decision.id, UrgentGrant.outcome.is_(None)
    )
    return db.session.scalar(wanted) is not None


def bodies_with_seats(on: dt.date) -> list[tuple[str, Sequence[Seat]]]:
    """Each body that decides in a meeting, with who sits there."""
    return [(body, seats_of(body, on)) for body in sorted(BY_MEETING)]


def corrections_of(meeting: Meeting) -> Sequence[MinutesCorrection]:
    """What was put right after signing, in its order."""
    return db.session.scalars(
        select(MinutesCorrection)
        .where(MinutesCorrection.meeting_id == meeting.id)
        .options(joinedload(MinutesCorrection.made_by))
        .order_by(MinutesCorrection.id)
    ).all()


def next_meeting_of(body: str, *, held: bool = False) -> Meeting | None:
    """The first meeting of a body whose session has not begun, where there is one; `held` until the
    transaction ends. A second convocation takes nothing new."""
    wanted = (
        select(Meeting)
        .where(Meeting.body == body, Meeting.stage.in_(BEFORE), Meeting.second_of_id.is_(None))
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(1)
    )
    if held:
        wanted = wanted.with_for_update(of=Meeting).execution_options(populate_existing=True)
    return db.session.scalars(wanted).one_or_none()


def left_open(before: dt.datetime) -> Sequence[Meeting]:
    """Sessions that began before an instant and were not closed, the first one first."""
    return db.session.scalars(
        select(Meeting)
        .where(Meeting.stage == OPEN, Meeting.starts_at < before)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(MOST_SHOWN)
    ).all()


def stood_on(meeting: Meeting, request: Request) -> bool:
    """Did this request stand on its agenda?"""
    found = select(Item.id).where(Item.meeting_id == meeting.id, Item.request_id == request.id)
    return db.session.scalar(found.limit(1)) is not None


def may_second(meeting: Meeting) -> bool:
    """Was there no quorum, and is it not convened anew yet?"""
    again = select(Meeting.id).where(Meeting.second_of_id == meeting.id)
    return meeting.stage == NO_QUORUM and db.session.scalar(again) is None
