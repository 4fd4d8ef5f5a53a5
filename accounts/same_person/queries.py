"""Who is who: all the persons in the tables that one human being is. Changes nothing."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload

from accounts.models import Account, Person
from accounts.same_person.models import PersonLink
from core.db import db
from core.errors import NotThere

MOST = 1_000


def persons_of(account: Account) -> frozenset[int]:
    """All that this human being is in the tables: four eyes compare these."""
    return same_as(account.person_id)


def same_as(person_id: int) -> frozenset[int]:
    """This person, and all who are the same one."""
    mine, theirs = PersonLink, aliased(PersonLink)
    rows = db.session.execute(
        select(theirs.person_id, theirs.same_as_id)
        .join(mine, mine.same_as_id == theirs.same_as_id)
        .where(or_(mine.person_id == person_id, mine.same_as_id == person_id))
        .distinct()
    )
    return frozenset({person_id, *(one for row in rows for one in row)})


def is_self(column: InstrumentedAttribute[int], account: Account) -> ColumnElement[bool]:
    """The same as a condition of a query: a column names this human being."""
    mine, theirs = aliased(PersonLink), aliased(PersonLink)
    linked = or_(mine.person_id == account.person_id, mine.same_as_id == account.person_id)
    others = (
        select(one).join(mine, mine.same_as_id == theirs.same_as_id).where(linked)
        for one in (theirs.person_id, theirs.same_as_id)
    )
    return or_(column == account.person_id, *(column.in_(one) for one in others))


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
