"""The rule of a town in the test house: put into force, with the family of one of its examples."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from accounts.models import Account, Person
from books.models import Budget, BudgetShare, FundingSource
from core.db import db, transaction
from core.names import folded
from intake.people.models import (
    Address,
    Client,
    ClientStatus,
    Household,
    Membership,
    Responsible,
)
from intake.requests.models import Filing, Request
from offer.models import DiscountAgreement, Provider
from regulation.files.reading import read_rule_set
from regulation.versions.actions import bring_in, put_into_force
from regulation.vocabulary.cases import Example
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.means import Member
from regulation.vocabulary.rules import RuleSet
from tests.world import COUNCIL, NOW

FOLDER = Path(__file__).parents[2] / "regulation"
# The example rule of the small world ends the day before.
FIRST_DAY = dt.date(2020, 1, 2)
LONG_AGO = dt.date(2000, 1, 1)
PROVIDER = "De aanbieder van het voorbeeld"


def text_of(name: str) -> str:
    """A published file, with the first day that its town does not print."""
    text = (FOLDER / "published" / f"{name}.toml").read_text(encoding="utf-8")
    return dated(text)


def dated(text: str) -> str:
    """The same rule from our first day on, without an end."""
    head, validity, rest = text.partition("[validity]\n")
    own, gap, more = rest.partition("\n\n")
    kept = re.sub(r"^(from|until) = .*\n?", "", own, flags=re.MULTILINE)
    return f"{head}{validity}from = {FIRST_DAY}\n{kept.rstrip()}{gap}{more}"


def in_force(app: Flask, text: str) -> RuleSet:
    """Bring a rule in and put it into force, as two persons do."""
    with app.app_context(), transaction():
        hilde, bea = (
            db.session.scalars(select(Account).where(Account.username == name)).one()
            for name in ("hilde", "bea")
        )
        put_into_force(bring_in(text, by=hilde), by=bea, council=COUNCIL)
    return read_rule_set(text)


@dataclass(frozen=True)
class Family:
    """Who stands for the client of an example."""

    client_id: int
    facts: Facts


def family_of(app: Flask, example: Example) -> Family:
    """A file for the client of an example and the household, with what was given before."""
    with app.app_context(), transaction():
        facts = example.facts
        household = Household(household_type="family", made_at=NOW)
        household.addresses.append(_address(facts))
        db.session.add(household)
        people = {one.person or str(place): _joined(household, one, place) for place, one in
                  enumerate(_members(facts))}  # fmt: skip
        client = people["client"]
        _statuses(facts, client, [one for one in people.values() if one is not client])
        _provider(facts)
        db.session.flush()
        for claim in example.history:
            whose = people.get(claim.client) or (client if claim.client == facts.client else None)
            if whose or claim.household == facts.household:
                _earlier(claim, whose or _joined(household, Member(), 99), household)
        _budgets(example)
        db.session.flush()
        return Family(client.id, facts)


def _members(facts: Facts) -> list[Member]:
    """The members that the example names, the client by that name; a minor has a parent at least."""
    birth_on = facts.birth_on or dt.date(1986, 3, 14)
    own = Member(person="client", birth_on=birth_on, role=facts.role or "")
    others = list(facts.members or ())
    named = next((one for one in others if one.person == facts.client), None)
    like = named or next((one for one in others if one.birth_on == facts.birth_on), None)
    if like in others:
        others.remove(like)
    if facts.members is None and (_is_child(birth_on) or facts.parent_statuses):
        others.append(Member(birth_on=dt.date(1980, 1, 1), role="adult", parent=True))
    elif facts.members is None and facts.household_statuses:
        others.append(Member(birth_on=dt.date(1981, 1, 1), role="adult"))
    return [own, *others]


def _is_child(birth_on: dt.date) -> bool:
    return birth_on.year > 2006


def _joined(household: Household, one: Member, place: int) -> Client:
    birth_on = one.birth_on or dt.date(1980, 1, 1)
    worker = db.session.scalars(select(Person).where(Person.name == "An Aerts")).one()
    given, family = f"Persoon {place}", "Voorbeeld"
    client = Client(
        file_number=f"V{place:04}",
        given_name=given,
        family_name=family,
        sort_name=folded(f"{family} {given}"),
        sort_name_reversed=folded(f"{given} {family}"),
        birth_on=birth_on,
        made_at=NOW,
    )
    client.responsibles.append(Responsible(worker=worker, team=worker.team, from_on=LONG_AGO))
    role = one.role or ("child" if _is_child(birth_on) else "adult")
    household.memberships.append(Membership(client=client, role=role, from_on=LONG_AGO))
    if one.disabled:
        client.statuses.append(ClientStatus(status="disability", from_on=LONG_AGO))
    db.session.flush()
    return client


def _address(facts: Facts) -> Address:
    postal_code = {True: "3600", False: "3500", None: ""}[facts.resident]
    return Address(postal_code=postal_code, from_on=facts.resident_since or LONG_AGO)


def _statuses(facts: Facts, client: Client, others: list[Client]) -> None:
    since = {one.status: one.since_on for one in facts.statuses_since}
    held = facts.statuses or frozenset()
    for status in held:
        client.statuses.append(ClientStatus(status=status, from_on=since.get(status, LONG_AGO)))
    more = (facts.parent_statuses or frozenset()) | (facts.household_statuses or frozenset())
    for status in more - (held if not facts.parent_statuses else frozenset()):
        others[0].statuses.append(ClientStatus(status=status, from_on=LONG_AGO))


def _provider(facts: Facts) -> None:
    provider = Provider(
        name=PROVIDER,
        sort_name=folded(PROVIDER),
        provider_type=facts.provider_type or "association",
        neighbourhood="Winterslag" if facts.provider_local else "",
    )
    if facts.shares:
        shares = vars(facts.shares)
        provider.agreements.append(DiscountAgreement(**shares, from_on=LONG_AGO))
    db.session.add(provider)


def _earlier(claim: Claim, client: Client, household: Household) -> None:
    """An earlier request as the table holds it: granted, or open with its proposal."""
    worker = client.responsibles[0]
    day = claim.cost_on or claim.requested_on or claim.payment_on or claim.decision_on
    at = dt.datetime.combine(claim.requested_on or day, dt.time(9), dt.UTC)
    cents, key = claim.counted_cents, str(uuid.uuid4())
    filing = Filing(idempotency_key=key, receipt_number=key[:20], filed_by=worker.worker,
                    filed_at=at)  # fmt: skip
    given: dict = {"status": "submitted", "proposed_cents": cents}
    if not claim.is_open:
        given = {"status": "granted", "outcome": "granted", "proposed_cents": cents,
                 "granted_cents": cents, "decided_at": at}  # fmt: skip
    db.session.add(
        Request(
            **given, number=key[:18], filing=filing, client=client, household=household,
            worker_id=worker.worker_id, team_id=worker.team_id, kind="fund", scheme=claim.scheme,
            what="Vroeger", provider_type=claim.provider_type or "association",
            category=claim.category or "ticket", strand=claim.strand, pieces=claim.pieces, cost_cents=max(1, cents),
            cost_on=day, reason="belong", payee="client", submitted_at=at, legal_due_on=day,
        )
    )  # fmt: skip


def _budgets(example: Example) -> None:
    """Money for the year in which the example is decided."""
    year = (example.facts.requested_on or NOW).year
    if db.session.scalar(select(Budget.id).where(Budget.year == year)) is None:
        source = db.session.scalars(select(FundingSource).order_by(FundingSource.id)).first()
        budget = Budget(year=year, purpose="client_aid")
        budget.shares = [BudgetShare(source=source, priority=1, amount_cents=1_000_000)]
        db.session.add(budget)
