"""Decided requests of many households, put straight into the tables: for figures, not for rules."""

import datetime as dt
from collections.abc import Sequence
from itertools import count

from sqlalchemy import select

from accounts.models import Person, Team
from core.db import db, transaction
from fund.models import Decision
from intake.people.models import Client, Household
from intake.requests.models import Filing, Request, RequestVersion
from regulation.versions.models import RuleVersion

NUMBER = count(1)
MIDDLE_OF = {"Q1": (2, 10), "Q2": (5, 10), "Q3": (8, 10), "Q4": (11, 10)}


def decided(
    quarter: str, *, households: int, outcome: str = "granted", again: Sequence[int] = ()
) -> list[Decision]:
    """A granted request of 10 euro for each of so many new households, and for requests `again`."""
    month, day = MIDDLE_OF[quarter[4:]]
    at = dt.datetime(int(quarter[:4]), month, day, 10, tzinfo=dt.UTC)
    with transaction() as session:
        requests = [_request(at) for _ in range(households - len(again))]
        requests += [session.get_one(Request, number) for number in again]
        return [_decision(one, at, quarter, outcome, bool(again)) for one in requests]


def _request(at: dt.datetime) -> Request:
    number = next(NUMBER)
    worker = db.session.scalars(select(Person).where(Person.name == "An Aerts")).one()
    team = db.session.scalars(select(Team).where(Team.name == "Noord")).one()
    household = Household(household_type="alone", made_at=at)
    client = Client(
        file_number=f"X{number}",
        given_name="Iemand",
        family_name=f"Verzonnen{number}",
        sort_name=f"verzonnen{number} iemand",
        sort_name_reversed=f"iemand verzonnen{number}",
        birth_on=dt.date(1980, 1, 1),
        made_at=at,
    )
    filing = Filing(
        idempotency_key=f"row-{number}",
        receipt_number=f"X-{number}",
        filed_by=worker,
        filed_at=at,
    )
    request = Request(
        number=f"X-{number:04}", filing=filing, client=client, household=household, worker=worker,
        team=team, kind="fund", scheme="cultuurfonds", status="granted", outcome="granted",
        what="Museum", category="museum", cost_cents=2000, cost_on=at.date(), reason="belong",
        payee="provider", submitted_at=at, legal_due_on=at.date(), proposed_cents=1000,
        granted_cents=1000, decided_at=at,
    )  # fmt: skip
    db.session.add(request)
    db.session.flush()
    return request


def _decision(
    request: Request, at: dt.datetime, quarter: str, outcome: str, is_again: bool
) -> Decision:
    rule = db.session.scalars(select(RuleVersion)).first()
    approver = db.session.scalars(select(Person).where(Person.name == "Bert Bex")).one()
    version = RequestVersion(
        request_id=request.id, number=next(NUMBER), made_by_id=approver.id, made_at=at,
        rule_version_id=rule.id, facts={}, evidence_seen=[],
    )  # fmt: skip
    db.session.add(version)
    db.session.flush()
    made = Decision(
        request_id=request.id, number=2 if is_again else 1, decided_by_id=approver.id,
        body="approver", capacity="approver", decided_at=at, outcome=outcome,
        assessed_cents=1000, granted_cents=0 if outcome == "refused" else 1000,
        request_version_id=version.id, rule_version_id=rule.id, facts={}, lines=[], caps=[],
        budget={}, booked_quarter=quarter, unit_household_id=request.household_id,
        leaf_client_id=request.client_id, leaf_neighbourhood="Winterslag", leaf_sector="culture",
        leaf_age_band="26-64", leaf_household_type="alone", leaf_kind="fund", leaf_again="first",
        leaf_provider_type="museum", leaf_funding_source="drawing_right",
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made
