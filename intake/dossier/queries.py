"""Reading all that stands on the page of a client, with a fixed number of statements. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from accounts.models import Account
from accounts.permissions import Permission, permissions_of
from core.clock import today
from intake.dossier.timeline import Happened, timeline_of
from intake.goals.models import PlanGoal
from intake.goals.profile import has_plan
from intake.goals.queries import pursued_by, words_of
from intake.handover.queries import opening_of
from intake.left.queries import standing_of
from intake.left.showing import LeftShown, shown
from intake.merging.models import ClientMerge
from intake.merging.queries import undoable
from intake.people import queries
from intake.people.household.queries import Elsewhere, of_age, other_households
from intake.people.identity import Identity, identity_of
from intake.people.models import (
    Address,
    Client,
    ClientStatus,
    FileOpening,
    Household,
    Membership,
    Responsible,
)
from regulation.vocabulary.dates import age_years

MOST_ON_PAGE: Final = 8


@dataclass(frozen=True)
class Dossier:
    """The page of a client."""

    client: Client
    identity: Identity
    members: list[Membership]
    open_to_me: dict[int, str]
    ages: dict[int, int]
    of_age: set[int]
    elsewhere: list[Elsewhere]
    address: Address | None
    statuses: list[ClientStatus]
    responsible: Responsible
    national_number: str
    iban: str
    left: LeftShown | None
    merges: Sequence[ClientMerge]
    # Whether one works on the file; else until when one may read it, if that is for a reason.
    in_care: bool
    opening: FileOpening | None
    door: str | None
    events: list[Happened]
    # The goals that are worked at; None where the centre has no plans.
    goals: list[tuple[PlanGoal, str]] | None
    on: dt.date


def dossier_of(account: Account, client_id: int) -> Dossier:
    """Everything known about a client whose file this account may open; else NotThere."""
    client, on = queries.client_for(account, client_id), today()
    identity = identity_of(client, on)
    members = queries.members_of(identity.household, on)
    open_to_me = queries.names_open_to(account, (row.client_id for row in members))
    statuses = queries.all_statuses(client)
    responsible = queries.responsible_on(client, on)
    in_care = client.id in queries.names_in_care(account, [client.id])
    opening = None if in_care else opening_of(account, client)
    return Dossier(
        client=client,
        identity=identity,
        members=members,
        open_to_me=open_to_me,
        ages={row.client_id: age_years(row.client.birth_on, on) for row in members},
        of_age=of_age(members, on),
        elsewhere=other_households(client, identity.household, on),
        address=queries.address_on(identity.household, on),
        statuses=statuses,
        responsible=responsible,
        national_number=queries.masked_number(client, "sealed_national_number"),
        iban=queries.masked_number(client, "sealed_iban"),
        left=_left(account, identity.household, members, open_to_me),
        merges=undoable(client),
        in_care=in_care,
        opening=opening,
        door=_door(account, responsible, in_care, opening),
        goals=[(one, words_of(one)) for one in pursued_by([client.id])] if has_plan() else None,
        events=timeline_of(account, client, statuses, MOST_ON_PAGE),
        on=on,
    )


def _left(
    account: Account, household: Household, members: list[Membership], open_to_me: dict[int, str]
) -> LeftShown | None:
    """For who may read requests alone; members in the order of the household."""
    if Permission.REQUEST_READ not in permissions_of(account.roles):
        return None
    names = {
        one.client_id: open_to_me[one.client_id] for one in members if one.client_id in open_to_me
    }
    return shown(standing_of(household, members, today()), names)


def _door(
    account: Account, responsible: Responsible, in_care: bool, opening: FileOpening | None
) -> str | None:
    """By what way one comes in, for the trail: nothing is said of one's own and one's team's files."""
    if opening is not None:
        return "opened"
    ours = (
        account.person_id == responsible.worker_id or account.person.team_id == responsible.team_id
    )
    return "stand_in" if in_care and not ours else None
