"""The figure on the form, in the proposal, before the approver and in the decision is what the rule gives."""

from __future__ import annotations

import datetime as dt
import os
import re
from random import Random
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from core.db import db, transaction
from fund.models import Decision
from intake.people.actions import new_client
from intake.people.persons import NewClient, NewPerson
from intake.requests.models import Filing, Request
from regulation.judge.assess import assess
from regulation.versions.queries import rule_in_force, rule_set
from regulation.vocabulary.rules import RuleSet
from tests.database import SERVER
from tests.faults.amounts import randomness
from tests.faults.browser import form_in
from tests.inspector import InspectingClient, Page
from tests.model.cases import TODAY, Case, Someone, random_case
from tests.model.household import LONG_AGO, act
from tests.world import World

# The figures are worked out in Python; the other engine stores and reads them back.
CASES = int(os.environ.get("DRILL_CASES") or (50 if SERVER else 150))
CASES_A_PART = 50
AMOUNT = re.compile(r'class="amount">([^<]+)<')
STATUSES = (*(("leefloon", "increased_reimbursement") * 3), "other", "")


class Quick(InspectingClient):
    """A browser that does not inspect each page: here it is about one figure, 1,500 times."""

    def look(self, response: Any) -> None:
        """Not at these."""


class Desks:
    """An and Bert at their desks, and the families that come by."""

    def __init__(self, app: Flask, world: World, chance: Random) -> None:
        self.app, self.world, self.chance = app, world, chance
        self.an, self.bert = (Quick(app, app.response_class).sign_in(one) for one in ("an", "bert"))
        self.token = self.an.csrf()
        self.people: list[Someone] = []
        with app.app_context():
            rule = rule_in_force(TODAY)
            assert rule is not None
            self.rules: RuleSet = rule_set(rule)

    def somebody(self) -> Someone:
        """Often somebody who asked before, else somebody new."""
        if not self.people or self.chance.random() < 0.5:
            self.people.append(self._new())
        return self.chance.choice(self.people)

    def _new(self) -> Someone:
        birth_on = TODAY - dt.timedelta(days=self.chance.randint(365, 80 * 365))
        status = self.chance.choice(STATUSES)
        new = NewClient(
            person=NewPerson("Lio", "Mol", birth_on),
            status=status,
            status_from_on=LONG_AGO,
            postal_code="3600",
            town="Genk",
        )
        with self.app.app_context(), transaction() as session:
            client = new_client(new, by=act("an"), despite_twins=True)
            held = client.memberships[0]
            held.from_on = LONG_AGO
            session.flush()
            return Someone(client.id, str(held.household_id), birth_on, status)

    def on_the_form(self, case: Case) -> int:
        """What stands beside the form while it is filled in."""
        sent = {**case.typed, "csrf_token": self.token}
        answer = self.an.post("/filings/assess", data=sent, headers={"HX-Request": "true"})
        return figure(answer)

    def filed(self, case: Case) -> Request:
        """The request that the form becomes."""
        answer = self.an.post("/filings", data={**case.typed, "csrf_token": self.token})
        assert answer.status_code == 303, (case, said(answer))
        key = Filing.idempotency_key == case.key
        with self.app.app_context():
            return db.session.scalars(select(Request).join(Filing).where(key)).one()

    def before_the_approver(self, request_id: int) -> tuple[int, str]:
        """What the decide page says, and the page."""
        answer = self.bert.get(f"/worklist/{request_id}")
        return figure(answer), answer.text

    def decided(self, request_id: int, page: str) -> Decision:
        """Granted as proposed where there is something to grant, else refused."""
        address = f"/worklist/{request_id}"
        fields = form_in(page, f"{address}/grant")
        verb = "grant" if fields else "refuse"
        if not fields:
            fields = form_in(page, f"{address}/refuse")
            fields |= {"reason_code": "other", "reasons": "De regel geeft niets."}
        answer = self.bert.post(f"{address}/{verb}", data=fields)
        assert answer.status_code == 303, said(answer)
        wanted = select(Decision).where(Decision.request_id == request_id)
        with self.app.app_context():
            return db.session.scalars(wanted).one()


def said(answer: Any) -> str:
    """What the page complains of."""
    return Page(answer).text()


def figure(answer: Any) -> int:
    """The one figure of a page, in cents."""
    assert answer.status_code == 200, said(answer)
    found = AMOUNT.search(answer.text)
    assert found, answer.text
    return int(re.sub(r"\D", "", found[1]))


@pytest.mark.parametrize("part", range(CASES // CASES_A_PART))
def test_it_is_one_figure_all_the_way(app: Flask, world: World, part: int) -> None:
    chance = randomness("figures", part)
    desks = Desks(app, world, chance)
    figures = [one_figure(desks, chance) for _ in range(CASES_A_PART)]
    # Neither only zeroes nor only whole amounts: the cases are worth something.
    assert len(set(figures)) > len(figures) / 3


def one_figure(desks: Desks, chance: Random) -> int:
    """File a wish, decide on most of them, and compare at each step."""
    someone = desks.somebody()
    case = random_case(chance, someone, desks.world.activities)
    given_cents = assess(desks.rules, case.facts, someone.claims).amount_cents
    assert desks.on_the_form(case) == given_cents, case
    request = desks.filed(case)
    assert request.proposed_cents == given_cents, case
    shown_cents, page = desks.before_the_approver(request.id)
    assert shown_cents == given_cents, case
    if chance.random() < 0.2:  # it stays open, and counts as what is proposed
        someone.claims.append(case.claim(given_cents, is_open=True))
        return given_cents
    decision = desks.decided(request.id, page)
    assert decision.assessed_cents == decision.granted_cents == given_cents, case
    someone.claims.append(case.claim(given_cents, is_open=False))
    return given_cents
