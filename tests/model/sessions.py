"""What every rule of a history needs, and the rules of a session: other steps come between its vote and its end."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy import select

from accounts.models import Account
from core import clock
from core.db import db, transaction
from core.errors import Conflict, NotThere, RuleBroken
from fund.meetings.models import Item
from fund.meetings.votes.actions import retract
from intake.requests.models import Request
from intake.requests.queries import for_update
from tests.model import meeting
from tests.model.household import act
from tests.model.plain import DONE, PlainRequest
from tests.model.plain_session import PlainCentre, PlainItem

REQUESTS = st.integers(0, 11)
# So few cents less than the rule gives; less than nothing is more.
LESS = st.sampled_from((0, 0, 0, 0, 1, 500, -1, 10**6))
REFUSES = st.sampled_from((False, False, False, True))
SAID = st.sampled_from(("for", "for", "for", "against", "retract", "close", "close"))
May = Callable[[PlainRequest], frozenset[str]]
SIT = rule(place=REQUESTS, less=LESS, refuse=REFUSES, what=SAID)


def sitting(step: Callable[..., None]) -> Any:
    """A rule of its own, once something was asked."""
    return precondition(lambda self: self.ids)(SIT(step))


class Sessions(RuleBasedStateMachine):
    """One session at a time; while it runs its agenda is in the model, too."""

    app: Flask
    plain: PlainCentre
    meeting_id: int

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[int] = []
        self.deciders = 0
        # Something was tried since the two were compared: time alone changes neither.
        self.is_to_be_seen = False

    def _sit(self, place: int, less: int, refuse: bool, what: str) -> None:
        """The next step of the session that runs, else a new one begins, often with a vote."""
        if not self.plain.agenda:
            self._convene(place, less, refuse)
            if self.plain.agenda and what in ("for", "against"):
                self._vote(place, is_for=what == "for")
        elif what == "retract":
            self._retract(place)
        elif what == "close" or (place % 3 and not self.plain.waits_on_the_agenda):
            if self._attempt(self.plain.may_close(), lambda: meeting.close(self.meeting_id)):
                self.plain.close()
        else:
            self._vote(place, is_for=what == "for")

    # Several times among the rules: a session takes several steps, and others come between them.
    sit = sitting(_sit)
    sit_on = sitting(_sit)
    sit_to_the_end = sitting(_sit)

    def _convene(self, place: int, less: int, refuse: bool) -> None:
        """About one request, and whatever was urgent; or about that alone."""
        if place % 4 == 0 and any(one.is_urgent for one in self.plain.requests):
            self._attempt(DONE, lambda: self._begin(None, 0))
            self.plain.convene(None)
            return
        one, held = self._one(
            place, lambda one: self.plain.may_convene(one, self._proposed(one, less, refuse))
        )
        cents = self._proposed(one, less, refuse)
        if self._attempt(self.plain.may_convene(one, cents), lambda: self._begin(held(), cents)):
            self.plain.convene(one, cents)

    def _begin(self, request: Request | None, cents: int) -> None:
        self.meeting_id = meeting.convene(request, cents)

    def _proposed(self, one: PlainRequest, less: int, refuse: bool) -> int:
        return 0 if refuse else max(1, self.plain.gives_cents(one) - less)

    def _vote(self, place: int, *, is_for: bool) -> None:
        """What is rejected stays as it was."""
        item, real = self._item(place, lambda item: self.plain.may_vote(item, is_for=is_for))
        if self._attempt(
            self.plain.may_vote(item, is_for=is_for), lambda: meeting.vote(real(), is_for=is_for)
        ):
            self.plain.vote(item, is_for=is_for)

    def _retract(self, place: int) -> None:
        item, real = self._item(place, self.plain.may_retract)
        if self._attempt(self.plain.may_retract(item), lambda: retract(real(), by=act("hilde"))):
            self.plain.retract(item)

    def _item(
        self, place: int, may: Callable[[PlainItem], frozenset[str]]
    ) -> tuple[PlainItem, Callable[[], Item]]:
        """One on the agenda, and the real one as it is stored."""
        agenda = self.plain.agenda
        item = agenda[self._suitable(place, [may(one) for one in agenda])]
        request_id = self.ids[self.plain.requests.index(item.one)]
        wanted = select(Item).where(Item.meeting_id == self.meeting_id, Item.kind == item.kind)
        about_it = wanted.where(Item.request_id == request_id)
        return item, lambda: db.session.scalars(about_it).one()

    def _one(self, place: int, may: May) -> tuple[PlainRequest, Callable[[], Request]]:
        """A request in the model, and what holds the real one as somebody sees it now."""
        requests, on_agenda = self.plain.requests, {item.one for item in self.plain.agenda}
        first = {n for n, one in enumerate(requests) if one in on_agenda}
        place = self._suitable(place, [may(one) for one in requests], first)

        def held() -> Request:
            seen_version = db.session.get_one(Request, self.ids[place]).lock_version
            return for_update(self.ids[place], seen_version)

        return requests[place], held

    def _suitable(self, place: int, ends: list[frozenset[str]], first: Collection[int] = ()) -> int:
        """Mostly one of those that the verb can be done to, where there are any: else little would happen."""
        suit = [n for n, expected in enumerate(ends) if expected == DONE]
        suit = [n for n in suit if n in first] or suit
        among = suit if suit and place % 3 else range(len(ends))
        return among[place % len(among)]

    def _decider(self) -> Account:
        self.deciders += 1
        return act(("bert", "boris")[self.deciders % 2])

    @property
    def _chair_is_next(self) -> bool:
        return self.deciders % 2 == 1

    def _attempt(self, expected: frozenset[str], do: Callable[[], Any]) -> bool:
        """Whether it was done, as the model expected; what was refused is rolled back."""
        self.is_to_be_seen = True
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
