"""Who sits at the worklist: which bodies, what is closed to this one, what else waits. Changes nothing.

The fund's first page is opened all day: for nearly everybody one statement says that there is nothing
special, and only then nothing more is asked.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import Date, bindparam, exists, func, or_, select

from accounts.same_person.models import PersonLink
from accounts.same_person.queries import persons_of
from accounts.saved_views.models import SavedView
from accounts.visitor import Who, me
from core.clock import today
from core.db import rows_of
from fund.bodies.kept_out import CONFLICT
from fund.bodies.queries import bodies_of_roles, bodies_open_to
from fund.counter.queries import UNSEEN
from fund.meetings.models import ItemAbsence
from fund.narrowing.filters import LIST
from fund.worklist import Hidden, hidden_from
from intake.handover.actions import DECISIONS
from intake.people.models import Absence
from intake.requests.recusal.models import Recusal

PERSON: Final[Any] = bindparam("person_id")
TODAY: Final = cast(dt.date, bindparam("today", callable_=today, type_=Date()))
MARKS: Final = select(
    exists()
    .where(or_(PersonLink.person_id == PERSON, PersonLink.same_as_id == PERSON))
    .label("linked"),
    exists()
    .where(
        *(Absence.stand_in_id == PERSON, Absence.duty == DECISIONS, Absence.ended_at.is_(None)),
        *(Absence.from_on <= TODAY, Absence.until_on >= TODAY),
    )
    .label("stands_in"),
    or_(
        exists().where(Recusal.person_id == PERSON, Recusal.lifted_at.is_(None)),
        exists().where(ItemAbsence.person_id == PERSON, ItemAbsence.why == CONFLICT),
    ).label("kept_out"),
    exists().where(SavedView.person_id == PERSON, SavedView.list_name == LIST).label("has_views"),
    select(func.count()).select_from(UNSEEN.subquery()).scalar_subquery().label("at_counter"),
)


@dataclass(frozen=True)
class Desk:
    """What the worklist needs to know of one human being."""

    persons: frozenset[int]
    # The words in `request.body` for which this one decides today.
    bodies: tuple[str, ...]
    # The open requests that are closed to this one.
    hidden: Hidden
    has_views: bool
    # Grants at the counter that nobody has looked at.
    at_counter: int


def desk_of(who: Who) -> Desk:
    """For whoever asks."""
    marks = rows_of(MARKS, {"person_id": who.person_id}).one()
    persons = persons_of(me()) if marks.linked else frozenset({who.person_id})
    special = marks.linked or marks.stands_in
    return Desk(
        persons=persons,
        bodies=bodies_open_to(me(), persons) if special else bodies_of_roles(who.roles),
        hidden=hidden_from(me()) if marks.linked or marks.kept_out else (),
        has_views=bool(marks.has_views),
        at_counter=int(marks.at_counter),
    )
