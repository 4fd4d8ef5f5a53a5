"""Verbs on who is who: two persons are one human being, or are not. They commit nothing and render nothing."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts.models import Account, Person
from accounts.permissions import Sphere
from accounts.same_person.models import PersonLink
from accounts.same_person.queries import same_as
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken


def link(person: Person, other: Person, *, by: Account) -> None:
    """From now on these two are one pair of eyes, in what was done before too.

    RuleBroken for one and the same row, for who is linked already, and across the wall between
    figures and clients. Nothing of either moves: their accounts, files and decisions stay.
    """
    if person.id == other.id:
        raise RuleBroken(_l("Choose somebody else."), field="other")
    mine = same_as(person.id)
    if other.id in mine:
        raise Conflict(_l("These two are linked already."))
    sphere, everybody = _sphere_of(person, other), mine | same_as(other.id)
    root = min(everybody)
    held = select(PersonLink).where(PersonLink.person_id.in_(everybody))
    for row in db.session.scalars(held):
        db.session.delete(row)
    db.session.flush()
    db.session.add_all(
        PersonLink(
            person_id=one,
            same_as_id=root,
            sphere=sphere,
            made_by_id=by.person_id,
            made_at=clock.now(),
        )
        for one in sorted(everybody - {root})
    )
    person.lock_version += 1
    other.lock_version += 1
    db.session.flush()
    audit.record("person.linked", kind="person", object_id=person.id, why=str(other.id))


def unlink(row: PersonLink) -> None:
    """It was a mistake: these are two human beings."""
    for one in (row.person, row.same_as):
        one.lock_version += 1
    audit.record("person.unlinked", kind="person", object_id=row.person_id, why=str(row.same_as_id))
    db.session.delete(row)


def _sphere_of(person: Person, other: Person) -> str:
    """The side of the wall on which both stand; who holds no role yet takes the other's side."""
    spheres = {one.sphere for one in (person, other) if one.sphere}
    if len(spheres) > 1:
        raise RuleBroken(
            _l(
                "The network coordinator reaches no client. "
                "One person cannot hold that role and another one."
            ),
            field="other",
        )
    sphere = next(iter(spheres), str(Sphere.CLIENTS))
    person.sphere = other.sphere = sphere
    db.session.flush()
    return sphere
