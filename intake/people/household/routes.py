"""Pages about who lives with whom. They read input, call and answer; no rule stands here."""

from flask import Response, request, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from intake.people import queries
from intake.people.actions import LooksLikeAnother
from intake.people.blueprint import bp
from intake.people.forms import MemberToAddForm
from intake.people.household import actions
from intake.people.household.forms import DeathForm, MembershipForm, moving_form
from intake.people.household.queries import membership_for
from intake.people.models import Address
from intake.people.persons import role_of
from intake.people.routes import done_or_form, note_twins


@bp.route("/clients/<int:client_id>/address", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def move(client_id: int) -> Response:
    """A new address from a day on, for all of the household or for some."""
    client = queries.client_in_care(me(), client_id)
    household = queries.household_of(client, today())
    members = queries.members_of(household, today())
    form = moving_form(members, {row.client_id: row.client.name for row in members})

    def act() -> None:
        address = Address(from_on=form.from_on.data or today(), **form.parts())
        actions.relocate(household, address, form.where(), client=client)

    return done_or_form(form, act, "people/address.html", client)


@bp.route("/clients/<int:client_id>/members/new", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def add_member(client_id: int) -> Response:
    """Somebody more in the household: new, or with a file that one may open."""
    client = queries.client_in_care(me(), client_id)
    form = MemberToAddForm(family_name=client.family_name)
    known_id = request.form.get("known", type=int)

    def act() -> None:
        household = queries.household_of(client, today())
        if known_id:
            known = queries.client_in_care(me(), known_id)
            actions.join_household(household, known, role_of(form.person()))
        else:
            despite = "despite_twins" in request.form
            actions.add_member(household, form.person(), by=me(), despite_twins=despite)

    try:
        return done_or_form(form, act, "people/member.html", client, twins=[])
    except LooksLikeAnother as broken:
        form.form_errors.append(str(broken))
        note_twins(broken.twins)
        return page("people/member.html", status=422, form=form, client=client, twins=broken.twins)


@bp.route("/clients/<int:client_id>/members/<int:membership_id>", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def change_member(client_id: int, membership_id: int) -> Response:
    """The role of somebody in the household, and from when until when."""
    client = queries.client_in_care(me(), client_id)
    row = membership_for(me(), client, membership_id)
    form = MembershipForm(obj=row)

    def act() -> None:
        period = actions.Period(form.from_on.data or row.from_on, form.until_on.data)
        actions.change_membership(row, form.role.data or row.role, period)

    return done_or_form(form, act, "people/membership.html", client, held=row)


@bp.post("/clients/<int:client_id>/members/<int:membership_id>/adult")
@needs(Permission.CLIENT_CHANGE)
def come_of_age(client_id: int, membership_id: int) -> Response:
    """A child is an adult of the household from the eighteenth birthday on."""
    client = queries.client_in_care(me(), client_id)
    row = membership_for(me(), client, membership_id)
    with transaction():
        actions.come_of_age(row)
    return go(url_for(".show", client_id=client_id))


@bp.route("/clients/<int:client_id>/death", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def note_death(client_id: int) -> Response:
    """Somebody has died: what runs ends on that day."""
    client = queries.client_in_care(me(), client_id)
    form = DeathForm(data={"died_on": client.died_on or today()})
    return done_or_form(
        form, lambda: actions.note_death(client, form.died_on.data), "people/death.html", client
    )
