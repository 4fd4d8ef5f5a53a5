"""The small world: nine members of staff, three households, a few providers, a budget and a rule."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from sqlalchemy import select

from accounts.models import Account, Person, RoleGrant, Team
from accounts.permissions import Role, sphere_of
from books.models import Budget, BudgetShare, FundingSource
from core.config import ROOT
from core.db import db, transaction
from core.names import folded
from fund.models import FundBudget
from intake.people.models import (
    Address,
    Client,
    ClientStatus,
    Household,
    Membership,
    Responsible,
)
from offer.models import Activity, DiscountAgreement, Provider
from regulation.versions import actions as regulation
from tests.inspector import PASSPHRASE

# A working Tuesday, half past ten in Brussels.
NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
START_OF_YEAR = dt.date(2026, 1, 1)
SCHEMES = ("fonds", "korting")
COUNCIL = regulation.CouncilDecision(dt.date(2019, 12, 10), "2019/184")

STAFF = (
    ("an", "An Aerts", "Noord", (Role.SOCIAL_WORKER,)),
    ("arne", "Arne Adams", "Zuid", (Role.SOCIAL_WORKER,)),
    ("bert", "Bert Bex", None, (Role.APPROVER,)),
    ("boris", "Boris Bal", None, (Role.APPROVER,)),
    ("hilde", "Hilde Hox", None, (Role.HEAD,)),
    ("fien", "Fien Faes", None, (Role.FINANCE,)),
    ("carla", "Carla Cox", None, (Role.COORDINATOR,)),
    ("dirk", "Dirk Dils", None, (Role.DPO,)),
    ("bea", "Bea Beks", None, (Role.ADMINISTRATOR,)),
)


@dataclass
class World:
    """Numbers by name."""

    people: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    clients: dict[str, int] = field(default_factory=dict)
    activities: dict[str, int] = field(default_factory=dict)
    budget_share: int = 0


def build_world() -> None:
    """Fill an empty, migrated database."""
    with transaction():
        teams = _staff()
        _clients(teams)
        _offer()
        _budget()
        bea = db.session.scalars(select(Account).where(Account.username == "bea")).one()
        text = (ROOT / "regulation" / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
        version = regulation.bring_in(text, by=None)
        regulation.put_into_force(version, by=bea, council=COUNCIL)


def _staff() -> dict[str, tuple[Person, Team]]:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    teams = {name: Team(name=name) for name in ("Noord", "Zuid")}
    db.session.add_all(teams.values())
    workers = {}
    for username, name, team, roles in STAFF:
        person = Person(
            name=name, team=teams[team] if team else None, sphere=str(sphere_of(roles[0]))
        )
        account = Account(
            person=person,
            username=username,
            passphrase_hash=hasher.hash(PASSPHRASE),
            passphrase_changed_at=NOW,
        )
        db.session.add(account)
        db.session.flush()
        db.session.add_all(
            RoleGrant(
                account_id=account.id,
                person_id=person.id,
                role=str(role),
                sphere=str(sphere_of(role)),
            )
            for role in roles
        )
        if team:
            workers[team] = (person, teams[team])
    db.session.flush()
    return workers


def _clients(workers: dict[str, tuple[Person, Team]]) -> None:
    households = (
        # An's: Lena with two children, who have turned 9 and 12
        ("Noord", "one_parent", "Winterslag", (
            ("Lena", "Peeters", dt.date(1988, 3, 14), "adult"),
            ("Noor", "Peeters", dt.date(2017, 5, 2), "child"),
            ("Emir", "Peeters", dt.date(2014, 9, 30), "child"),
        )),
        # An's: Zoë, alone
        ("Noord", "alone", "Sledderlo", (("Zoë", "Van den Eynde", dt.date(1990, 7, 1), "adult"),)),
        # Arne's: Karim
        ("Zuid", "alone", "Waterschei", (("Karim", "Yilmaz", dt.date(1979, 1, 20), "adult"),)),
    )  # fmt: skip
    number = 20176
    for team, kind, neighbourhood, members in households:
        household = Household(household_type=kind, made_at=NOW)
        household.addresses.append(
            Address(neighbourhood=neighbourhood, postal_code="3600", town="Genk",
                    from_on=START_OF_YEAR)
        )  # fmt: skip
        for given, family, birth_on, role in members:
            number += 1
            household.memberships.append(
                Membership(
                    client=_client(str(number), given, family, birth_on, workers[team]),
                    role=role,
                    from_on=START_OF_YEAR,
                )
            )
        db.session.add(household)
    db.session.flush()


def _client(
    number: str, given: str, family: str, birth_on: dt.date, worker: tuple[Person, Team]
) -> Client:
    client = Client(
        file_number=number,
        given_name=given,
        family_name=family,
        sort_name=folded(f"{family} {given}"),
        sort_name_reversed=folded(f"{given} {family}"),
        birth_on=birth_on,
        made_at=NOW,
    )
    client.statuses.append(
        ClientStatus(
            status="increased_reimbursement",
            from_on=START_OF_YEAR,
            until_on=dt.date(2027, 12, 31),
            proof_seen_on=START_OF_YEAR,
        )
    )
    client.responsibles.append(Responsible(worker=worker[0], team=worker[1], from_on=START_OF_YEAR))
    return client


def _offer() -> None:
    pool = Provider(
        name="Zwembad Boxbergheide",
        sort_name=folded("Zwembad Boxbergheide"),
        provider_type="city_service",
    )
    club = Provider(
        name="Chiro Kris Kas", sort_name=folded("Chiro Kris Kas"), provider_type="youth_movement"
    )
    pool.agreements.append(
        DiscountAgreement(
            client_percent=20, provider_percent=10, network_percent=70, from_on=START_OF_YEAR
        )
    )
    for provider, name, category, price in (
        (pool, "Zwemles, reeks van 10", "swimming", 6000),
        (pool, "Zwembeurten, kaart van 10", "swimming", 3000),
        (club, "Lidgeld Chiro, werkjaar", "membership_youth", 4000),
        (club, "Chirokamp, 10 dagen", "camp", 13000),
    ):
        provider.activities.append(
            Activity(
                name=name,
                sort_name=folded(f"{name} {provider.name}"),
                category=category,
                price_cents=price,
            )
        )
    db.session.add_all((pool, club))


def _budget() -> None:
    right = FundingSource(code="drawing_right", name="Trekkingsrecht")
    own = FundingSource(code="own_means", name="Eigen middelen OCMW")
    budget = Budget(year=2026, purpose="client_aid")
    budget.shares = [
        BudgetShare(source=right, priority=1, amount_cents=900_000),
        BudgetShare(source=own, priority=2, amount_cents=600_000),
    ]
    db.session.add(budget)
    db.session.flush()
    db.session.add_all(FundBudget(scheme=s, year=2026, budget_id=budget.id) for s in SCHEMES)


def world_of() -> World:
    """The numbers of all that stands in the small world."""
    world = World()
    for account in db.session.scalars(select(Account)):
        world.people[account.username] = account.person_id
        world.accounts[account.username] = account.id
    for one in db.session.scalars(select(Client)):
        world.clients[one.given_name.lower()] = one.id
    for activity in db.session.scalars(select(Activity)):
        world.activities[activity.name.split(",")[0].lower()] = activity.id
    world.budget_share = db.session.scalars(
        select(BudgetShare.id).where(BudgetShare.priority == 1)
    ).one()
    return world
