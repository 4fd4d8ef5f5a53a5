"""The page of a client with what is left. It stands on the blueprint of people, which know no request."""

from flask import Response

from accounts.gate import me, needs
from accounts.permissions import Permission, permissions_of
from core import audit
from core.clock import today
from core.pages.page import page
from intake.left.queries import standing_of
from intake.left.showing import LeftShown, shown
from intake.people import queries
from intake.people.models import Household, Membership
from intake.people.persons import age_on
from intake.people.routes import bp

__all__ = ["bp"]


@bp.get("/clients/<int:client_id>")
@needs(Permission.CLIENT_FIND)
def show(client_id: int) -> Response:
    """Everything known about a client, and what is left; the requests have a page of their own."""
    client = queries.client_for(me(), client_id)
    audit.look("client", client.id)
    on = today()
    identity = queries.identity_of(client, on)
    members = queries.members_of(identity.household, on)
    open_to_me = queries.names_open_to(me(), (row.client_id for row in members))
    return page(
        "people/client.html",
        identity=identity,
        client=client,
        members=members,
        open_to_me=open_to_me,
        left=_left(identity.household, members, open_to_me),
        ages={row.client_id: age_on(row.client.birth_on, on) for row in members},
        age=age_on(client.birth_on, on),
        address=queries.address_on(identity.household, on),
        statuses=queries.all_statuses(client),
        responsible=queries.responsible_on(client, on),
        national_number=queries.masked_number(client, "sealed_national_number"),
        iban=queries.masked_number(client, "sealed_iban"),
        on=on,
    )


def _left(
    household: Household, members: list[Membership], open_to_me: dict[int, str]
) -> LeftShown | None:
    """For who may read requests alone; members in the order of the household."""
    if Permission.REQUEST_READ not in permissions_of(me().roles):
        return None
    names = {
        one.client_id: open_to_me[one.client_id] for one in members if one.client_id in open_to_me
    }
    return shown(standing_of(household, members, today()), names)
