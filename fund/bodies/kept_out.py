"""Who reads and decides nothing of a request, whatever role he has: who stepped back from it, and who sits out in
conflict over it on whatever agenda. Asked from both sides: of a person, and of a request. Changes nothing."""

from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from accounts.same_person.queries import is_person
from core.one_of import one_of
from fund.meetings.models import Item, ItemAbsence
from intake.requests.models import Filing, Request, RequestEvent
from intake.requests.recusal.models import Recusal

# Who did one of these worked on the request, whoever's it is now: four eyes are two others.
BY_WORKERS: Final = ("submit", "answer", "correct", "add", "grant_at_counter", "register")
CONFLICT: Final = "conflict"

# Whatever else a list joins, these are tables of their own in it.
_item, _absence = aliased(Item), aliased(ItemAbsence)
_filing, _event = aliased(Filing), aliased(RequestEvent)


def in_conflict_over(person_id: int) -> ColumnElement[bool]:
    """Requests over which this human being sits out: no meeting opens them to him."""
    wanted = (
        select(_item.request_id)
        .join(_absence, _absence.item_id == _item.id)
        .where(_absence.why == CONFLICT, is_person(_absence.person_id, person_id))
    )
    return Request.id.in_(wanted)


def closed_by_conflict(person_id: int) -> ColumnElement[bool]:
    """The same for every other door; but who sits out because she worked on it goes on working on it."""
    worked_on = or_(
        is_person(Request.worker_id, person_id),
        exists().where(_filing.id == Request.filing_id, is_person(_filing.filed_by_id, person_id)),
        exists().where(
            _event.request_id == Request.id,
            one_of(_event.verb, BY_WORKERS),
            is_person(_event.by_id, person_id),
        ),
    )
    return and_(in_conflict_over(person_id), ~worked_on)


def kept_out_of(
    request_id: int | BindParameter[Any], *, but: Item | None = None
) -> tuple[Select[int], Select[int]]:
    """The persons whom that keeps out of a request, as statements for one union; `but` what one item says."""
    stepped_back = select(Recusal.person_id).where(
        Recusal.request_id == request_id, Recusal.lifted_at.is_(None)
    )
    in_conflict = (
        select(ItemAbsence.person_id)
        .join(Item, Item.id == ItemAbsence.item_id)
        .where(Item.request_id == request_id, ItemAbsence.why == CONFLICT)
    )
    if but is not None:
        in_conflict = in_conflict.where(Item.id != but.id)
    return stepped_back, in_conflict
