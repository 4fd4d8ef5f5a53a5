"""Reading who lives with whom, through a client whose file one has. Changes nothing."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core.clock import today
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from intake.people.models import Client, Household, Membership
from intake.people.persons import ADULT_YEARS
from intake.people.queries import client_in_care, households_of, members_of
from regulation.vocabulary.dates import age_years


@dataclass(frozen=True)
class Elsewhere:
    """Another household of a client: who live there, by name."""

    household_id: int
    names: list[str]


def membership_for(account: Account, client: Client, membership_id: int) -> Membership:
    """A membership of a household of this client, of somebody whose file is open; else NotThere."""
    if not is_row_id(membership_id):
        raise NotThere
    row = db.session.scalar(
        select(Membership)
        .where(Membership.id == membership_id)
        .options(joinedload(Membership.household), joinedload(Membership.client))
    )
    ours = {household.id for household in households_of(client, today())}
    if row is None or row.household_id not in ours:
        raise NotThere
    client_in_care(account, row.client_id)
    return row


def other_households(client: Client, first: Household, on: dt.date) -> list[Elsewhere]:
    """Where a child lives besides, with the others there."""
    return [
        Elsewhere(one.id, [row.client.name for row in members_of(one, on)])
        for one in households_of(client, on)
        if one.id != first.id
    ]


def of_age(members: list[Membership], on: dt.date) -> set[int]:
    """The memberships of children who have come of age."""
    return {
        row.id
        for row in members
        if row.role == "child" and age_years(row.client.birth_on, on) >= ADULT_YEARS
    }
