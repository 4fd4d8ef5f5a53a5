"""Histories of one household, done by the real actions and by the plain model at once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from accounts.models import Account
from books.actions import set_amount
from core import clock
from core.db import db, transaction
from core.errors import Conflict, NotThere, RuleBroken
from fund import actions as fund
from fund.revising.actions import GRANT, REFUSE, Wanted, revise
from intake.asking.asked import FilingInput, OtherPart, RequestInput
from intake.filing.actions import submit
from intake.requests import actions as intake
from intake.requests.models import Request
from intake.requests.queries import for_update
from payout import actions as payout
from payout.queries import held_request, newest_proof
from tests.model.agreement import agree
from tests.model.household import Household, act, share_of
from tests.model.plain import Plain, PlainRequest
from tests.world import NOW

REQUESTS = st.integers(0, 5)
CENTS = st.integers(500, 20_000)
# So few cents less than the rule gives; less than nothing is more.
LESS = st.sampled_from((0, 0, 0, 0, 1, 500, -1, 10**6))


class LifeOfRequests(RuleBasedStateMachine):
    """Each rule tries its verb on any request: the model says whether it is done, or why not."""

    app: Flask

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[int] = []
        self.deciders = 0

    @initialize(first=CENTS, second=CENTS, next_year=CENTS)
    def begin(self, first: int, second: int, next_year: int) -> None:
        """A household of its own, and so much room in the budgets."""
        with self.app.app_context(), clock.at(NOW):
            self.household = Household.moves_in()
            budgets = self.household.leave_room({2026: [first, second], 2027: [next_year]})
        self.plain = Plain(NOW, budgets)

    @rule(
        kind=st.sampled_from(("fund", "fund", "discount")),
        who=st.sampled_from(("parent", "child")),
        cost_cents=CENTS,
        others=st.integers(0, 100),
        days=st.integers(0, 60),
    )
    def file(self, kind: str, who: str, cost_cents: int, others: int, days: int) -> None:
        today = self.plain.today
        one = PlainRequest(
            kind=kind,
            who=who,
            cost_cents=cost_cents,
            others_cents=cost_cents * others // 100 if others > 60 else 0,
            cost_on=today - dt.timedelta(days=days),
            asked_on=today,
        )
        self._attempt(frozenset({"done"}), lambda: self.ids.append(self._submit(one)))
        self.plain.file(one)

    def _submit(self, one: PlainRequest) -> int:
        others = [OtherPart(payer="school", amount_cents=one.others_cents)]
        wish = RequestInput(
            client_id=self.household.clients[one.who],
            what=self.household.activity.name,
            activity_id=self.household.activity.id,
            cost_cents=one.cost_cents,
            cost_on=one.cost_on,
            kind=one.kind,
            reason="belong",
            other_parts=tuple(others) if one.others_cents else (),
        )
        key = str(uuid.uuid4())
        form = FilingInput(requests=(wish,))
        filing = submit(form, by=act("an"), idempotency_key=key)
        assert submit(form, by=act("an"), idempotency_key=key) is filing
        return filing.requests[0].id

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def ask(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(
            self.plain.may_ask(one),
            lambda: fund.ask(held(), by=self._decider(), question="Welke groep?"),
        ):
            self.plain.ask(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def answer(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(
            self.plain.may_answer(one),
            lambda: intake.answer(held(), by=act("an"), text="De jongste.", evidence_seen=()),
        ):
            self.plain.answer(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS, less=LESS)
    def grant(self, place: int, less: int) -> None:
        one, held = self._one(place)
        cents = max(0, self.plain.gives_cents(one) - less)
        if self._attempt(
            self.plain.may_grant(one, cents),
            lambda: fund.grant(
                held(), by=self._decider(), amount_cents=cents, reasons="Zo is het goed."
            ),
        ):
            self.plain.grant(one, cents)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def refuse(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(
            self.plain.may_refuse(one),
            lambda: fund.refuse(
                held(), by=self._decider(), reason_code="other", reasons="Dat kan niet."
            ),
        ):
            self.plain.refuse(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def withdraw(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(
            self.plain.may_withdraw(one),
            lambda: intake.withdraw(held(), by=act("an"), why="Toch niet."),
        ):
            self.plain.withdraw(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def undo(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(self.plain.may_undo(one), lambda: fund.undo(held(), by=self._decider())):
            self.plain.undo(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS, less=LESS, refuse=st.booleans())
    def revise(self, place: int, less: int, refuse: bool) -> None:
        one, held = self._one(place)
        cents = 0 if refuse else max(1, self.plain.gives_cents(one) - less)
        wanted = Wanted(
            ruling=REFUSE if refuse else GRANT,
            amount_cents=cents,
            reason_code="other",
            reasons="Er is meer geweten.",
        )
        if self._attempt(
            self.plain.may_revise(one, cents), lambda: revise(held(), wanted, by=self._decider())
        ):
            self.plain.revise(one, cents)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def send(self, place: int) -> None:
        one, held = self._one(place)
        if self._attempt(self.plain.may_send(one), lambda: fund.mark_sent(held(), by=act("hilde"))):
            self.plain.send(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def hand_over(self, place: int) -> None:
        one, held = self._one(place)

        def give() -> None:
            request = held_request(held())
            payout.hand_over(request, newest_proof(request), by=act("an"))

        if self._attempt(self.plain.may_hand_over(one), give):
            self.plain.hand_over(one)

    @rule(
        year=st.sampled_from((2026, 2026, 2027)),
        last=st.booleans(),
        room=st.integers(-2_000, 9_000),
    )
    def change_amount(self, year: int, last: bool, room: int) -> None:
        place = len(self.plain.budgets[year]) - 1 if last else 0
        share = self.plain.budgets[year][place]
        cents = max(0, share.committed_cents + room)

        def change() -> None:
            held = share_of(year, place)
            set_amount(held, cents, seen_version=held.budget.lock_version)

        if self._attempt(self.plain.may_set_amount(share, cents), change):
            share.amount_cents = cents

    @rule(days=st.integers(0, 45), hours=st.integers(0, 23))
    def let_time_pass(self, days: int, hours: int) -> None:
        self.plain.now += dt.timedelta(days=days, hours=hours)

    @rule()
    def turn_the_year(self) -> None:
        """Half past midnight in Brussels, which is still December in London."""
        year = self.plain.today.year
        if year < 2028:
            self.plain.now = dt.datetime(year, 12, 31, 23, 30, tzinfo=dt.UTC)

    @invariant()
    def both_say_the_same(self) -> None:
        if hasattr(self, "plain"):
            with self.app.app_context():
                agree(self.plain, self.ids)

    def _one(self, place: int) -> tuple[PlainRequest, Callable[[], Request]]:
        """A request in the model, and what holds the real one as somebody sees it now."""
        place %= len(self.ids)

        def held() -> Request:
            seen_version = db.session.get_one(Request, self.ids[place]).lock_version
            return for_update(self.ids[place], seen_version)

        return self.plain.requests[place], held

    def _decider(self) -> Account:
        self.deciders += 1
        return act(("bert", "boris")[self.deciders % 2])

    def _attempt(self, expected: frozenset[str], do: Callable[[], Any]) -> bool:
        """Whether it was done, as the model expected; what was refused is rolled back."""
        with self.app.app_context(), clock.at(self.plain.now):
            try:
                with transaction():
                    do()
            except (RuleBroken, Conflict, NotThere) as error:
                ended = type(error).__name__
            else:
                ended = "done"
        assert ended in expected, (ended, expected)
        return ended == "done"
