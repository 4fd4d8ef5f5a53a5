"""Who is one and the same human being, for the administrator, in the accounts room. No rules."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts import queries
from accounts.blueprint import bp
from accounts.gate import me, needs
from accounts.models import Person
from accounts.permissions import Permission
from accounts.same_person import actions
from accounts.same_person.queries import link_of, links_of, others_than
from accounts.staff.forms import SamePersonForm, UnlinkForm
from core.blame import done
from core.pages.page import go, page


@bp.get("/staff/<int:person_id>/same-person")
@needs(Permission.PEOPLE)
def same_person(person_id: int) -> Response:
    """Whom this person is too, and the form to say so."""
    person = queries.person(person_id)
    return _page(person, _form(person))


@bp.post("/staff/<int:person_id>/same-person")
@needs(Permission.PEOPLE)
def link_person(person_id: int) -> Response:
    """These two are one human being."""
    person = queries.person(person_id)
    form = _form(person)

    def act() -> None:
        actions.link(person, queries.person(form.other.data), by=me())

    if not done(form, act):
        return _page(person, form, 422)
    flash(_("Linked. From now on they count as one person."), "success")
    return go(url_for(".same_person", person_id=person_id))


@bp.post("/staff/<int:person_id>/same-person/undo")
@needs(Permission.PEOPLE)
def unlink_person(person_id: int) -> Response:
    """It was a mistake."""
    person, form = queries.person(person_id), UnlinkForm()
    if not done(form, lambda: actions.unlink(link_of(person, form.linked.data))):
        return _page(person, _form(person), 422)
    flash(_("No longer linked. They count as two persons again."), "info")
    return go(url_for(".same_person", person_id=person_id))


def _form(person: Person) -> SamePersonForm:
    form = SamePersonForm()
    form.other.offer([(one.id, one.name) for one in others_than(person)])
    return form


def _page(person: Person, form: SamePersonForm, status: int = 200) -> Response:
    found = links_of(person.id)
    return page("accounts/same_person.html", status=status, person=person, form=form, found=found)
