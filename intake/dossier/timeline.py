"""What happened to a client, from intake's own events: it never asks fund. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from accounts.models import Account
from core.clock import brussels, show_date
from core.db import db
from intake.goals.forms import STATE_WORDS
from intake.goals.models import PlanGoalEvent
from intake.goals.profile import has_plan
from intake.goals.queries import events_of, words_of
from intake.mandates.forms import HOW, WITH
from intake.mandates.models import ClientContact
from intake.mandates.queries import contacts_of
from intake.merging.models import ClientMerge
from intake.people.models import Address, Client, ClientStatus, Membership, Responsible
from intake.requests.models import Request, RequestEvent
from intake.requests.queries import readable_by
from intake.requests.wording import EVENT_WORDS
from terms.lists import LIFE_DOMAINS, ROLES_IN_HOUSEHOLD, STATUSES, label_of

# Of each kind at most so many: a page is read, not an archive.
MOST: Final = 100


@dataclass(frozen=True)
class Happened:
    """One thing, on a day; `at` orders those of one day where the moment is known."""

    on: dt.date
    title: str
    by: str = ""
    words: str = ""
    at: dt.datetime | None = None

    @property
    def shown(self) -> tuple[str, str, str, str]:
        """As the component wants it."""
        return self.title, show_date(self.on), self.by, self.words


def timeline_of(
    account: Account, client: Client, statuses: Iterable[ClientStatus], most: int = MOST
) -> list[Happened]:
    """The newest first; the requests only those that this account may read."""
    found = [
        *_requests(account, client),
        *_statuses(statuses),
        *_places(client),
        *_workers(client),
        *_merges(client),
        *(_contact(one) for one in contacts_of(client, MOST)),
        *(_goal(one) for one in (events_of(client, MOST) if has_plan() else ())),
    ]
    if client.died_on is not None:
        found.append(Happened(client.died_on, _("Died")))
    found.sort(
        key=lambda one: (one.on, one.at is not None, one.at and one.at.timestamp()), reverse=True
    )
    return found[:most]


def _requests(account: Account, client: Client) -> Iterator[Happened]:
    rows = db.session.scalars(
        select(RequestEvent)
        .join(RequestEvent.request)
        .where(Request.client_id == client.id, readable_by(account))
        .options(contains_eager(RequestEvent.request), joinedload(RequestEvent.by))
        .order_by(RequestEvent.id.desc())
        .limit(MOST)
    )
    for row in rows:
        title = _(
            "Request %(number)s: %(what)s", number=row.request.number, what=EVENT_WORDS[row.verb]
        )
        on = brussels(row.at).date()
        yield Happened(on, title, row.by.name, row.request.what, row.at)


def _statuses(statuses: Iterable[ClientStatus]) -> Iterator[Happened]:
    for row in statuses:
        name = label_of(STATUSES, row.status)
        yield Happened(row.from_on, _("Status begins: %(name)s", name=name))
        if row.until_on is not None:
            yield Happened(row.until_on, _("Last day of status: %(name)s", name=name))


def _places(client: Client) -> Iterator[Happened]:
    """Into a household, out of it, and where it moved while the client was in it."""
    memberships = db.session.scalars(
        select(Membership).where(Membership.client_id == client.id).order_by(Membership.id)
    ).all()
    for row in memberships:
        role = label_of(ROLES_IN_HOUSEHOLD, row.role)
        yield Happened(row.from_on, _("In a household as %(role)s", role=role.lower()))
        if row.until_on is not None:
            yield Happened(
                row.until_on, _("Last day in a household as %(role)s", role=role.lower())
            )
    homes = {row.household_id for row in memberships}
    addresses = select(Address).where(Address.household_id.in_(homes)).order_by(Address.id)
    for address in db.session.scalars(addresses):
        if any(_lived(row, address) for row in memberships):
            where = address.neighbourhood or address.town or address.street
            yield Happened(address.from_on, _("Lives in %(where)s", where=where))


def _lived(row: Membership, address: Address) -> bool:
    begins = address.until_on is None or row.from_on <= address.until_on
    ends = row.until_on is None or address.from_on <= row.until_on
    return row.household_id == address.household_id and begins and ends


def _workers(client: Client) -> Iterator[Happened]:
    rows = db.session.scalars(
        select(Responsible)
        .where(Responsible.client_id == client.id)
        .options(joinedload(Responsible.worker), joinedload(Responsible.team))
        .order_by(Responsible.id)
    )
    for row in rows:
        yield Happened(
            row.from_on,
            _("Worker: %(name)s, team %(team)s", name=row.worker.name, team=row.team.name),
        )


def _merges(client: Client) -> Iterator[Happened]:
    rows = db.session.scalars(
        select(ClientMerge)
        .where(ClientMerge.kept_id == client.id)
        .options(joinedload(ClientMerge.gone), joinedload(ClientMerge.merged_by))
        .order_by(ClientMerge.id)
    )
    for row in rows:
        title = _("File %(number)s merged into this one", number=row.gone.file_number)
        words = _("undone") if row.undone_at is not None else ""
        yield Happened(
            brussels(row.merged_at).date(), title, row.merged_by.name, words, row.merged_at
        )


def _goal(row: PlanGoalEvent) -> Happened:
    title = _(
        "Goal (%(domain)s): %(state)s",
        domain=label_of(LIFE_DOMAINS, row.goal.life_domain),
        state=STATE_WORDS[row.state],
    )
    on = brussels(row.made_at).date()
    return Happened(on, title, row.made_by.name, words_of(row.goal), row.made_at)


def _contact(row: ClientContact) -> Happened:
    how = next((words for code, words in HOW if code == row.how), row.how)
    party = row.mandate.party if row.mandate else dict(WITH)[row.with_whom]
    title = _("%(how)s: %(party)s", how=how, party=party)
    return Happened(row.held_on, title, row.made_by.name, row.words, row.made_at)
