"""What the files tell is frozen with the request: nobody is asked what the house knows already."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import delete, select

from core.db import db, transaction
from intake.people.models import Address, Client, ClientStatus, Household, Membership
from intake.requests.models import Request
from offer.models import Provider
from regulation.vocabulary.facts import Facts
from tests.requests.steps import filed


@pytest.fixture
def facts_of(app, sign_in, world):
    """File a common request for somebody; the facts that were frozen."""

    def read(who="noor", **changes):
        request_id = filed(sign_in("an"), world, who, **changes)
        with app.app_context():
            request = db.session.get_one(Request, request_id)
            return Facts.from_json(request.versions[-1].facts)

    return read


@pytest.fixture
def changed(app, world):
    """Change what stands in the files: `changed(lambda: ...)` inside one transaction."""

    def change(act):
        with app.app_context(), transaction():
            act()

    return change


def family(world) -> Household:
    noor = db.session.get_one(Client, world.clients["noor"])
    return noor.memberships[0].household


def test_the_members_with_birth_date_and_role(facts_of, world):
    members = {one.person: one for one in facts_of().members}
    lena, noor = (members[str(world.clients[who])] for who in ("lena", "noor"))
    assert len(members) == 3
    assert (lena.role, lena.parent, lena.birth_on) == ("adult", True, dt.date(1988, 3, 14))
    assert (noor.role, noor.parent, noor.disabled) == ("child", False, False)


def test_an_adult_has_no_parents_in_the_household(facts_of):
    facts = facts_of("lena")
    assert (facts.role, facts.parent_statuses) == ("adult", frozenset())
    assert not any(one.parent for one in facts.members)


def test_who_has_left_the_household_counts_no_more(facts_of, changed, world):
    def emir_leaves():
        emir = db.session.scalars(
            select(Membership).where(Membership.client_id == world.clients["emir"])
        ).one()
        emir.until_on = dt.date(2026, 6, 30)

    changed(emir_leaves)
    assert len(facts_of().members) == 2
    assert len(facts_of(cost_on="30/06/2026").members) == 3


def test_the_statuses_of_the_parents_of_a_minor(facts_of, changed, world):
    def only_lena_has_one():
        others = [world.clients["noor"], world.clients["emir"]]
        db.session.execute(delete(ClientStatus).where(ClientStatus.client_id.in_(others)))

    changed(only_lena_has_one)
    facts = facts_of()
    assert facts.statuses == frozenset()
    assert facts.parent_statuses == facts.household_statuses == {"increased_reimbursement"}


def test_a_minor_whose_parents_have_no_file(facts_of, changed, world):
    def noor_alone():
        lena = Membership.client_id == world.clients["lena"]
        db.session.execute(delete(Membership).where(lena))

    changed(noor_alone)
    assert facts_of().parent_statuses is None


def test_a_member_with_a_disability(facts_of, changed, world):
    def emir_has_a_card():
        db.session.add(
            ClientStatus(
                client_id=world.clients["emir"],
                status="disability_card",
                from_on=dt.date(2026, 2, 1),
            )
        )

    changed(emir_has_a_card)
    assert [one.disabled for one in facts_of().members].count(True) == 1
    assert not any(one.disabled for one in facts_of(cost_on="31/01/2026").members)


@pytest.mark.parametrize(
    ("earlier_until", "since_on"),
    [
        (dt.date(2025, 12, 31), dt.date(2025, 1, 1)),
        (dt.date(2026, 3, 1), dt.date(2025, 1, 1)),
        (dt.date(2025, 12, 30), dt.date(2026, 1, 1)),
    ],
    ids=["on the day before", "overlapping", "a day between"],
)
def test_since_when_a_status_runs_on(facts_of, changed, world, earlier_until, since_on):
    def earlier():
        db.session.add(
            ClientStatus(
                client_id=world.clients["noor"],
                status="increased_reimbursement",
                from_on=dt.date(2025, 1, 1),
                until_on=earlier_until,
            )
        )

    changed(earlier)
    assert [one.since_on for one in facts_of().statuses_since] == [since_on]


@pytest.mark.parametrize(
    ("before", "resident", "since_on"),
    [
        ("", True, dt.date(2026, 1, 1)),
        ("3600", True, dt.date(2020, 5, 1)),
        ("3500", True, dt.date(2026, 1, 1)),
    ],
)
def test_since_when_one_lives_here(facts_of, changed, world, before, resident, since_on):
    def lived_there():
        if before:
            db.session.add(
                Address(
                    household=family(world), postal_code=before, from_on=dt.date(2020, 5, 1),
                    until_on=dt.date(2025, 12, 31),
                )
            )  # fmt: skip

    changed(lived_there)
    facts = facts_of()
    assert (facts.resident, facts.resident_since) == (resident, since_on)


def test_before_the_first_address_nobody_knows_since_when(facts_of):
    facts = facts_of(cost_on="31/12/2025")
    assert (facts.resident, facts.resident_since) == (True, None)


@pytest.mark.parametrize(("postal_code", "resident"), [("3500", False), ("", None)])
def test_who_lives_elsewhere_or_nobody_knows_where(facts_of, changed, world, postal_code, resident):
    def moved():
        family(world).addresses[0].postal_code = postal_code

    changed(moved)
    facts = facts_of()
    assert (facts.resident, facts.resident_since) == (resident, None)


def test_a_provider_with_a_neighbourhood_is_in_the_municipality(facts_of, changed):
    assert facts_of().provider_local is None

    def in_bret():
        club = Provider.name == "Chiro Kris Kas"
        db.session.scalars(select(Provider).where(club)).one().neighbourhood = "Bret-Gelieren"

    changed(in_bret)
    assert facts_of().provider_local is True
