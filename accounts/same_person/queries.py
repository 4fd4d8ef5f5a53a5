"""Who is who: all the persons in the tables that one human being is. Changes nothing."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from accounts.models import Account, Person
from accounts.same_person.models import PersonLink
from core.db import db, rows_of
from core.errors import NotThere
from core.once import once

MOST = 1_000
# Made once: an alias knows its columns only when it was used, and every page asks who is who.
_mine, _theirs = aliased(PersonLink), aliased(PersonLink)
_ANY: Final[Any] = bindparam("person_ids", expanding=True)
_LINKED: Final = (
    select(_theirs.person_id, _theirs.same_as_id)
    .join(_mine, _mine.same_as_id == _theirs.same_as_id)
    .distinct()
)
SAME_AS_ANY: Final = _LINKED.where(or_(_mine.person_id.in_(_ANY), _mine.same_as_id.in_(_ANY)))
_ONE: Final[Any] = bindparam("person_id")
SAME_AS: Final = _LINKED.where(or_(_mine.person_id == _ONE, _mine.same_as_id == _ONE))


def persons_of(account: Account) -> frozenset[int]:
    """All that this human being is in the tables: four eyes compare these."""
    return same_as(account.person_id)


@once
def same_as(person_id: int) -> frozenset[int]:
    """This person, and all who are the same one."""
    rows = rows_of(SAME_AS, {"person_id": person_id})
    return frozenset({person_id, *(one for row in rows for one in row)})


def same_as_any(person_ids: Collection[int]) -> frozenset[int]:
    """All of these, and all who are the same one as one of them: in one statement, however many."""
    rows = rows_of(SAME_AS_ANY, {"person_ids": list(person_ids)})
    return frozenset({*person_ids, *(one for row in rows for one in row)})


def humans_of(person_ids: Collection[int]) -> dict[int, int]:
    """Of each of these a number that all persons share who are the same human being: to count heads."""
    wanted = select(PersonLink.person_id, PersonLink.same_as_id)
    found = db.session.execute(wanted.where(PersonLink.person_id.in_(person_ids)))
    linked = {row.person_id: row.same_as_id for row in found}
    return {one: linked.get(one, one) for one in person_ids}


@lru_cache(maxsize=1_024)
def is_person(column: InstrumentedAttribute[int], person_id: int) -> ColumnElement[bool]:
    """The same as a condition of a query: a column names this human being, by whichever of its persons."""
    linked = or_(_mine.person_id == person_id, _mine.same_as_id == person_id)
    others = (
        select(one).join(_mine, _mine.same_as_id == _theirs.same_as_id).where(linked)
        for one in (_theirs.person_id, _theirs.same_as_id)
    )
    return or_(column == person_id, *(column.in_(one) for one in others))


def linked_sphere(person_id: int) -> str | None:
    """The side of the wall on which a linked person stays; None for who is linked to nobody."""
    is_linked = or_(PersonLink.person_id == person_id, PersonLink.same_as_id == person_id)
    return db.session.scalar(select(PersonLink.sphere).where(is_linked).limit(1))


def others_than(person: Person) -> Sequence[Person]:
    """Whom this person may turn out to be: a centre has some dozens."""
    wanted = select(Person).where(Person.id.not_in(same_as(person.id)))
    return db.session.scalars(wanted.order_by(Person.sort_name, Person.id).limit(MOST)).all()


def link_of(person: Person, linked_id: int) -> PersonLink:
    """One link that this person is part of; else NotThere."""
    row = db.session.get(PersonLink, linked_id)
    if row is None or not {row.person_id, row.same_as_id} & same_as(person.id):
        raise NotThere
    return row


def links_of(person_id: int) -> Sequence[PersonLink]:
    """The links that this person is part of, with the names on both sides."""
    of = same_as(person_id)
    return db.session.scalars(
        select(PersonLink)
        .where(PersonLink.person_id.in_(of))
        .options(joinedload(PersonLink.person), joinedload(PersonLink.same_as))
        .order_by(PersonLink.person_id)
    ).all()
