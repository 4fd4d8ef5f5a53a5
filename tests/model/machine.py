"""Histories of one household, done by the real actions and by the plain model at once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from books.actions import set_amount
from core import clock
from fund import actions as fund
from fund.letters.actions import Sending
from fund.revising.actions import GRANT, REFUSE, Wanted, revise
from intake.asking.asked import FilingInput, OtherPart, RequestInput
from intake.correcting.actions import correct
from intake.filing.actions import submit
from intake.requests import actions as intake
from payout import actions as payout
from payout.queries import held_request, newest_proof
from tests.model.agreement import agree
from tests.model.household import Household, act, share_of
from tests.model.meeting import sits, urgently
from tests.model.plain import DONE, PlainRequest
from tests.model.plain_session import PlainCentre
from tests.model.sessions import LESS, REQUESTS, Sessions
from tests.world import NOW

CENTS = st.integers(500, 20_000)
ASKED = (("fund", "child"), ("discount", "parent"), ("fund", "child"))


def suits(may: Callable[[PlainCentre], Callable[[PlainRequest], object]]) -> Callable[..., Any]:
    """Only where there is something to do it to; `_one` then takes another now and then."""
    return precondition(
        lambda self: any(may(self.plain)(one) in (True, DONE) for one in self.plain.requests)
    )


class LifeOfRequests(Sessions):
    """Each rule tries its verb on any request: the model says whether it is done, or why not."""

    @initialize(
        first=CENTS,
        second=CENTS,
        next_year=CENTS,
        asked=st.sampled_from((0, 0, 3)),
        costs=st.tuples(CENTS, CENTS, CENTS),
    )
    def begin(
        self, first: int, second: int, next_year: int, asked: int, costs: tuple[int, int, int]
    ) -> None:
        """A household of its own, often with something asked already, and so much room in the budgets."""
        with self.app.app_context(), clock.at(NOW):
            sits()
            self.household = Household.moves_in()
            budgets = self.household.leave_room({2026: [first, second], 2027: [next_year]})
        self.plain = PlainCentre(NOW, budgets)
        for (kind, who), cost_cents in list(zip(ASKED, costs, strict=True))[:asked]:
            self.file(kind, who, cost_cents, others=0, days=0)

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
        key = str(uuid.uuid4())
        form = FilingInput(requests=(self._wish(one, one.cost_cents),))
        filing = submit(form, by=act("an"), idempotency_key=key)
        assert submit(form, by=act("an"), idempotency_key=key) is filing
        return filing.requests[0].id

    def _wish(self, one: PlainRequest, cost_cents: int) -> RequestInput:
        others = [OtherPart(payer="school", amount_cents=one.others_cents)]
        return RequestInput(
            client_id=self.household.clients[one.who],
            what=self.household.activity.name,
            activity_id=self.household.activity.id,
            cost_cents=cost_cents,
            cost_on=one.cost_on,
            kind=one.kind,
            reason="belong",
            other_parts=tuple(others) if one.others_cents else (),
            evidence_seen=("invoice",) if one.is_proven else (),
        )

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS, cost_cents=CENTS)
    def correct(self, place: int, cost_cents: int) -> None:
        one, held = self._one(place, lambda one: self.plain.may_correct(one, cost_cents))
        wish, key = self._wish(one, cost_cents), str(uuid.uuid4())
        if self._attempt(
            self.plain.may_correct(one, cost_cents),
            lambda: correct(
                held(), wish, by=act("an"), note="Het kost iets anders.", draft_key=key
            ),
        ):
            self.plain.correct(one, cost_cents)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def add(self, place: int) -> None:
        """A word more, and a paper that came later."""
        one, held = self._one(place, self.plain.may_add)

        def bring() -> None:
            request = held()
            intake.add_information(request, by=act("an"), text="Hier is de factuur.")
            intake.record_evidence(request, "invoice", by=act("an"), seen=True)

        if self._attempt(self.plain.may_add(one), bring):
            self.plain.add(one)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def ask(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_ask)
        if self._attempt(
            self.plain.may_ask(one),
            lambda: fund.ask(held(), by=self._decider(), question="Welke groep?"),
        ):
            self.plain.ask(one)

    @suits(lambda plain: plain.may_answer)
    @rule(place=REQUESTS)
    def answer(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_answer)
        if self._attempt(
            self.plain.may_answer(one),
            lambda: intake.answer(held(), by=act("an"), text="De jongste.", evidence_seen=()),
        ):
            self.plain.answer(one)

    def _less(self, one: PlainRequest, less: int) -> int:
        return max(0, self.plain.gives_cents(one) - less)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS, less=LESS)
    def grant(self, place: int, less: int) -> None:
        one, held = self._one(place, lambda one: self.plain.may_grant(one, self._less(one, less)))
        cents = self._less(one, less)
        if self._attempt(
            self.plain.may_alone(self.plain.may_grant(one, cents)),
            lambda: fund.grant(
                held(), by=self._decider(), amount_cents=cents, reasons="Zo is het goed."
            ),
        ):
            self.plain.grant(one, cents)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS, less=LESS)
    def grant_urgently(self, place: int, less: int) -> None:
        one, held = self._one(place, lambda one: self.plain.may_grant(one, self._less(one, less)))
        cents = self._less(one, less)
        if self._attempt(
            self.plain.may_grant(one, cents),
            lambda: urgently(held(), cents),
        ):
            self.plain.grant_urgently(one, cents)

    @precondition(lambda self: self.ids)
    @rule(place=REQUESTS)
    def refuse(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_refuse)
        if self._attempt(
            self.plain.may_alone(self.plain.may_refuse(one)),
            lambda: fund.refuse(
                held(), by=self._decider(), reason_code="other", reasons="Dat kan niet."
            ),
        ):
            self.plain.refuse(one)

    def _withdraw(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_withdraw)
        if self._attempt(
            self.plain.may_withdraw(one),
            lambda: intake.withdraw(held(), by=act("an"), why="Toch niet."),
        ):
            self.plain.withdraw(one)

    # Twice among the rules: so it comes between vote and close, too.
    withdraw = precondition(lambda self: self.ids)(rule(place=REQUESTS)(_withdraw))
    withdraw_too = precondition(lambda self: self.ids)(rule(place=REQUESTS)(_withdraw))

    @suits(lambda plain: plain.may_undo)
    @rule(place=REQUESTS)
    def undo(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_undo)
        may = self.plain.may_take_back(one, by_chair=self._chair_is_next)
        if self._attempt(may, lambda: fund.undo(held(), by=self._decider())):
            self.plain.undo(one)

    @suits(lambda plain: plain.may_be_revised)
    @rule(place=REQUESTS, less=LESS, refuse=st.booleans())
    def revise(self, place: int, less: int, refuse: bool) -> None:
        one, held = self._one(
            place, lambda one: self.plain.may_revise(one, self._proposed(one, less, refuse))
        )
        cents = self._proposed(one, less, refuse)
        wanted = Wanted(
            ruling=REFUSE if refuse else GRANT,
            amount_cents=cents,
            reason_code="other",
            reasons="Er is meer geweten.",
        )
        if self._attempt(
            self.plain.may_alone(self.plain.may_revise(one, cents)),
            lambda: revise(held(), wanted, by=self._decider()),
        ):
            self.plain.revise(one, cents)

    @suits(lambda plain: plain.may_send)
    @rule(place=REQUESTS)
    def send(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_send)
        if self._attempt(
            self.plain.may_send(one),
            lambda: fund.mark_sent(held(), by=act("hilde"), sending=Sending(own=True)),
        ):
            self.plain.send(one)

    @suits(lambda plain: plain.may_hand_over)
    @rule(place=REQUESTS)
    def hand_over(self, place: int) -> None:
        one, held = self._one(place, self.plain.may_hand_over)

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
        if self.is_to_be_seen:
            self.is_to_be_seen = False
            self.plain.settle()
            with self.app.app_context():
                agree(self.plain, self.ids)
