"""What else happens when one decides, once each: at the counter, with two persons, forwarded, heard, revised.

It draws by itself, so that all the rest of the example stays what it was.
"""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from random import Random
from typing import Final

from accounts.models import Account
from core import audit, clock
from core.clock import add_days
from demo.history import Fate, History, working_moment
from demo.wishes import Wish, free_wish
from fund import actions as fund
from fund.counter.actions import grant_at_counter
from fund.revising.actions import GRANT, Wanted, revise
from intake.asking.asked import DISCOUNT, FilingInput, RequestInput
from intake.forwarding.actions import Elsewhere, forward
from intake.hearing.actions import Invitation, invite, note_wish
from intake.people.models import Client
from intake.requests.judging import judge
from intake.requests.models import Request
from offer.models import Activity

# Of the fund for discounts alone: a small one is granted at the counter, a large one asks two persons.
DECIDE: Final = "[schemes.korting.decide]\n"
BASIS: Final = """[schemes.korting.basis]
rests_on = "council_rule"
counter_up_to = 10
second_above = 115

[schemes.korting.time_limits]
decide_days = 30
notify_days = 8
forward_days = 5
appeal_months = 3
appeal_to = "labour_court"

"""
FEWEST_CENTS: Final = 1_000
SEASON, MUSEUM = "Voetbal jeugdwerking, seizoen", "Museumbezoek met atelier"
WITH_KIT_CENTS: Final = 32_000
SEED: Final = 3_700


class Deciding:
    """Plans each of them, for a household of its own."""

    def __init__(self, history: History, staff: dict[str, Account], today: dt.date) -> None:
        self.history, self.staff, self.today = history, staff, today
        self.rng = Random(SEED)

    def plan(self, households: list[list[Client]], offer: Iterable[Activity]) -> None:
        """All five."""
        named = {one.name: one for one in offer}
        first, second, third, fourth, fifth = (members[-1] for members in households[9:14])
        self._file(8, first, "revised", ((1, self.grant_half), (2, self.send), (5, self.revise)))
        self._file(6, second, "heard", ((1, self.hear),))
        self._file(4, third, "forwarded", ((1, self.forward),))
        season = self._discount(fourth, named[SEASON], WITH_KIT_CENTS)
        self._plan(3, fourth, season, "second", ((1, self.rule_first),))
        museum = self._discount(fifth, named[MUSEUM], named[MUSEUM].price_cents)
        self._plan(2, fifth, museum, "counter", ((0, self.at_counter),))

    def _file(
        self, ago: int, client: Client, key: str, fates: tuple[tuple[int, Fate], ...]
    ) -> None:
        at = self._moment(ago)
        self._plan(ago, client, free_wish(self.rng, client, self._day(ago), at).filing, key, fates)

    def _plan(
        self,
        ago: int,
        client: Client,
        filing: FilingInput,
        key: str,
        fates: tuple[tuple[int, Fate], ...],
    ) -> None:
        wish = Wish(self._moment(ago), client, filing)
        self.history.plan(
            wish.at, partial(self.history.file_for, wish, f"demo-decided-{key}", fates)
        )

    def _day(self, ago: int) -> dt.date:
        return max(add_days(self.today, -ago), dt.date(self.today.year, 1, 1))

    def _moment(self, ago: int) -> dt.datetime:
        return working_moment(Random(SEED + ago), self._day(ago))

    def _discount(self, client: Client, activity: Activity, cost_cents: int | None) -> FilingInput:
        asked = RequestInput(
            client_id=client.id,
            what=activity.name,
            activity_id=activity.id,
            cost_on=self.today,
            cost_cents=cost_cents,
            kind=DISCOUNT,
            category=activity.category,
            reason="belong",
            evidence_seen=("invoice", "enrolment_confirmation"),
        )
        return FilingInput(
            requests=(asked,), life_domain="leisure", goal="Meedoen", report="Wil erbij horen."
        )

    def grant_half(self, request: Request) -> None:
        """Bert grants half of what the rule gives."""
        amount_cents = judge(request).amount_cents
        if amount_cents >= FEWEST_CENTS:
            with audit.acting(self.staff["bert"].person_id):
                fund.grant(
                    request,
                    by=self.staff["bert"],
                    amount_cents=amount_cents // 2 // 100 * 100,
                    reasons="Het gezin betaalt zelf een deel, zoals afgesproken.",
                )

    def send(self, request: Request) -> None:
        """The letter leaves."""
        self.history.send(request, self.staff["bert"])

    def revise(self, request: Request) -> None:
        """Boris grants all, once it is known that the family cannot pay its part."""
        if request.left_at is None:
            return
        wanted = Wanted(
            ruling=GRANT,
            amount_cents=judge(request).amount_cents,
            reasons="Het gezin bezorgde een attest: het kan zijn deel niet betalen.",
        )
        with audit.acting(self.staff["boris"].person_id):
            revise(request, wanted, by=self.staff["boris"])

    def hear(self, request: Request) -> None:
        """The client asks to be heard, and is invited."""
        worker = self.history.cast.workers[request.client_id]
        with audit.acting(worker.person_id):
            note_wish(request, clock.today(), by=worker)
            when = Invitation(add_days(self.today, 7), "14:30", "Sociaal Huis, bureau 3")
            invite(request, when, by=worker)

    def forward(self, request: Request) -> None:
        """Another centre is competent."""
        worker = self.history.cast.workers[request.client_id]
        to = Elsewhere(
            "OCMW Hasselt",
            "A. Rodenbachstraat 20\n3500 Hasselt",
            "De cliënt verhuisde vorige maand naar Hasselt.",
        )
        with audit.acting(worker.person_id):
            forward(request, to, by=worker)

    def rule_first(self, request: Request) -> None:
        """Bert rules first on a large one; Boris has not come to it yet."""
        with audit.acting(self.staff["bert"].person_id):
            amount_cents = judge(request).amount_cents
            fund.grant(request, by=self.staff["bert"], amount_cents=amount_cents)

    def at_counter(self, request: Request) -> None:
        """The worker grants a small one at once."""
        worker = self.history.cast.workers[request.client_id]
        with audit.acting(worker.person_id):
            grant_at_counter(request, by=worker, shown_cents=judge(request).amount_cents)
