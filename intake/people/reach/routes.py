"""Pages about reaching a client. They read input, call and answer; no rule stands here."""

from flask import Response

from accounts.gate import me, needs
from accounts.permissions import Permission
from intake.people import queries
from intake.people.blueprint import bp
from intake.people.reach import actions
from intake.people.reach.forms import NumbersForm, ReachForm
from intake.people.routes import done_or_form


@bp.route("/clients/<int:client_id>/reach", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def reach(client_id: int) -> Response:
    """How to reach somebody safely."""
    client = queries.client_in_care(me(), client_id)
    form = ReachForm(obj=client)
    return done_or_form(
        form, lambda: actions.set_reach(client, form.reach()), "people/reach.html", client
    )


@bp.route("/clients/<int:client_id>/numbers", methods=["GET", "POST"])
@needs(Permission.CLIENT_CHANGE)
def numbers(client_id: int) -> Response:
    """The sealed numbers, typed anew."""
    client = queries.client_in_care(me(), client_id)
    form = NumbersForm()

    def act() -> None:
        actions.set_numbers(
            client,
            form.national_number.data or "",
            form.iban.data or "",
            drop_number=form.drop_number.data,
            drop_iban=form.drop_iban.data,
        )

    national_number = queries.masked_number(client, "sealed_national_number")
    iban = queries.masked_number(client, "sealed_iban")
    return done_or_form(
        form, act, "people/numbers.html", client, national_number=national_number, iban=iban
    )
