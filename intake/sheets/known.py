"""What the file knows for the top of an empty form, read through the person who asks. It changes nothing."""

from accounts.models import Account
from core.clock import show_date, today
from intake.people.queries import (
    address_on,
    client_in_care,
    household_of,
    members_of,
    names_in_care,
)
from intake.sheets.empty import Known


def known_of(account: Account, client_id: int | None) -> Known:
    """Of a client in one's care with the household, of whom only open files; else nothing."""
    if client_id is None:
        return Known()
    client, on = client_in_care(account, client_id), today()
    household = household_of(client, on)
    members = members_of(household, on)
    names = names_in_care(account, (one.client_id for one in members))
    return Known(
        client,
        address_on(household, on),
        [
            (one.client.name, show_date(one.client.birth_on))
            for one in members
            if one.client_id in names
        ],
    )
