"""To whom a letter of the fund goes, and where: grown-ups, and no post where that is not safe. Changes nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from intake.people.models import Client
from intake.people.queries import address_on, members_of
from intake.requests.models import Request
from regulation.vocabulary.dates import age_years
from terms.lists import ANNEXES

OF_AGE: Final = 18
ADULT: Final = "adult"


@dataclass(frozen=True)
class Recipient:
    """Names, the lines of the address, and whether it is handed over because no post may come."""

    names: tuple[str, ...]
    address: tuple[str, ...]
    is_by_hand: bool
    # In which languages an annex goes along, each once.
    languages: tuple[str, ...] = ()


def recipient_of(request: Request, on: dt.date) -> Recipient:
    """The client, or for a child the grown-ups of the household that the request counts for."""
    client = request.client
    is_minor = age_years(client.birth_on, on) < OF_AGE
    adults = _adults(request, on) if is_minor else []
    people = adults or [client]
    if is_minor and not adults:
        names: tuple[str, ...] = (_("The legal representative of %(name)s", name=client.name),)
    else:
        names = tuple(one.name for one in people)
    is_by_hand = client.no_post or any(one.no_post for one in people)
    languages = dict.fromkeys(one.annex_language for one in people if one.annex_language in ANNEXES)
    return Recipient(names, _lines(request, on), is_by_hand, tuple(languages))


def _adults(request: Request, on: dt.date) -> list[Client]:
    members = members_of(request.household, on)
    return [one.client for one in members if one.role == ADULT and one.client.died_on is None]


def _lines(request: Request, on: dt.date) -> tuple[str, ...]:
    """A whole address or none: half of one does not arrive."""
    address = address_on(request.household, on)
    if address is None or not (address.street and address.postal_code and address.town):
        return ()
    return (address.street, f"{address.postal_code} {address.town}")
