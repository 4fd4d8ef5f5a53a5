"""What happens in the example network, day by day: made by the real actions, decided by one seed."""

import datetime as dt
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from accounts.models import Account
from core import audit, clock
from core.db import db, transaction
from core.errors import RuleBroken
from demo.names import ANSWERS, CORRECTED, QUESTIONS, REFUSALS, WITHDRAWALS
from demo.wishes import Wish
from fund import actions as fund
from fund.letters.actions import Sending, make_ready
from fund.letters.queries import deciding_letter
from fund.letters.terms import CERTAIN, POST, RECEIPT, REGISTERED
from intake.asking.asked import FUND, RequestInput
from intake.correcting import actions as correcting
from intake.filing import actions as filing_actions
from intake.requests import actions as requests
from intake.requests.judging import judge
from intake.requests.models import Request
from network.releases.build import build_due
from network.releases.gauge import set_gauge
from payout import actions as payout
from payout.queries import newest_proof

BRUSSELS = ZoneInfo("Europe/Brussels")
EVENTS_PER_TRANSACTION = 60
# Of a hundred requests.
WITHDRAWN_EARLY, ASKED, PARTLY, REFUSED, WITHDRAWN_LATE, UNDONE = 4, 9, 20, 8, 2, 1
# Of late more is asked, so that the example shows a question that waits.
LATELY, ASKED_LATELY = dt.timedelta(days=21), 30

# Decided so lately that no letter has left.
JUST_NOW = dt.timedelta(hours=3)

Happening = Callable[[], None]
Fate = Callable[[Request], None]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Cast:
    """Who acts in the example."""

    workers: dict[int, Account]
    approvers: tuple[Account, ...]


class History:
    """Events in order of time; each may add later ones. What lies after `until` does not happen."""

    def __init__(self, rng: Random, cast: Cast, until: dt.datetime) -> None:
        self.rng, self.cast, self.until = rng, cast, until
        self.events: list[tuple[dt.datetime, int, Happening]] = []
        self.order = count()

    def plan(self, at: dt.datetime, happening: Happening) -> None:
        """Let something happen at a moment."""
        if at <= self.until:
            heapq.heappush(self.events, (at, next(self.order), happening))

    def run(self, progress: Progress) -> None:
        """Let it all happen, a few events in each transaction."""
        done = 0
        while self.events:
            with transaction():
                for _ in range(min(EVENTS_PER_TRANSACTION, len(self.events))):
                    at, _order, happening = heapq.heappop(self.events)
                    with clock.at(at):
                        happening()
                    done += 1
            db.session.expire_all()
            progress(done, done + len(self.events))

    def file(self, wish: Wish, key: str, then: Fate | None = None) -> None:
        """A worker files; what follows is `then`, or drawn here, so that the seed decides it."""
        request, worker = self._filed(wish, key)
        if then is not None:
            self.plan(self.until - JUST_NOW, lambda: then(request))
            return
        fate = self.rng.randrange(100)
        asked = ASKED_LATELY if self.until - clock.now() < LATELY else ASKED
        if fate < WITHDRAWN_EARLY:
            self.plan(self.after(1, 6), lambda: self.withdraw(request, worker))
        elif fate < WITHDRAWN_EARLY + asked:
            self.plan(self.after(1, 5), lambda: self.ask(request, worker))
        else:
            self.plan(self.after(6, 25), lambda: self.decide(request, worker))

    def file_for(self, wish: Wish, key: str, fates: Iterable[tuple[int, Fate]]) -> None:
        """A worker files, and so many days afterwards each of these happens, in working hours."""
        request, _worker = self._filed(wish, key)
        for days, fate in fates:
            at = clock.now() + dt.timedelta(minutes=5)
            if days:
                at = working_moment(Random(days), clock.today() + dt.timedelta(days=days))
            self.plan(at, partial(fate, request))

    def _filed(self, wish: Wish, key: str) -> tuple[Request, Account]:
        worker = self.cast.workers[wish.client.id]
        with audit.acting(worker.person_id):
            filing = filing_actions.submit(wish.filing, by=worker, idempotency_key=key)
        return filing.requests[0], worker

    def after(self, fewest_days: int, most_days: int) -> dt.datetime:
        """A moment in working hours, some days from now."""
        day = clock.today() + dt.timedelta(days=self.rng.randint(fewest_days, most_days))
        return working_moment(self.rng, day)

    def withdraw(self, request: Request, worker: Account) -> None:
        """The family changes its mind."""
        with audit.acting(worker.person_id):
            requests.withdraw(request, by=worker, why=self.rng.choice(WITHDRAWALS))

    def ask(self, request: Request, worker: Account) -> None:
        """An approver asks; the worker answers some days later, mostly."""
        approver = self.rng.choice(self.cast.approvers)
        with audit.acting(approver.person_id):
            fund.ask(request, by=approver, question=self.rng.choice(QUESTIONS))
        self.plan(self.after(4, 12), lambda: self.answer(request, worker))

    def answer(self, request: Request, worker: Account) -> None:
        """The worker answers, and the request comes back."""
        with audit.acting(worker.person_id):
            requests.answer(
                request, by=worker, text=self.rng.choice(ANSWERS), evidence_seen=("invoice",)
            )
        self.plan(self.after(1, 8), lambda: self.decide(request, worker))

    def decide(self, request: Request, worker: Account) -> None:
        """An approver decides as the rule says, with some exceptions."""
        approver = self.rng.choice(self.cast.approvers)
        fate = self.rng.randrange(100)
        amount_cents = judge(request).amount_cents
        with audit.acting(approver.person_id):
            if (
                amount_cents == 0
                or fate < REFUSED
                or not self.give(request, approver, amount_cents, partly=fate < REFUSED + PARTLY)
            ):
                self.refuse(request, approver, amount_cents)
        if request.status == "granted" and self.rng.randrange(100) < UNDONE:
            self.plan(clock.now() + dt.timedelta(minutes=20), lambda: self.undo(request, approver))
            self.plan(self.after(1, 2), lambda: self.decide(request, worker))
        else:
            self.follow(request, worker, approver)

    def give(self, request: Request, by: Account, amount_cents: int, *, partly: bool) -> bool:
        """Grant, unless the budget is spent."""
        less = partly and amount_cents > 1000 and request.kind == FUND
        try:
            with db.session.begin_nested():
                fund.grant(
                    request,
                    by=by,
                    amount_cents=amount_cents // 2 // 100 * 100 if less else amount_cents,
                    reasons="Het gezin betaalt zelf een deel, zoals afgesproken." if less else "",
                )
        except RuleBroken:
            return False
        return True

    def refuse(self, request: Request, by: Account, amount_cents: int) -> None:
        """Refuse, with the reason that fits."""
        is_covered = request.category != "school_trip"
        code = "other" if amount_cents else "cap_reached" if is_covered else "not_covered"
        fund.refuse(request, by=by, reason_code=code, reasons=REFUSALS[code])

    def decide_just_now(self, request: Request, *, partly: bool) -> None:
        """A decision whose letter has not left yet, so that the example shows one."""
        approver = self.cast.approvers[0]
        with audit.acting(approver.person_id):
            amount_cents = judge(request).amount_cents
            if not partly or not self.give(request, approver, amount_cents, partly=True):
                self.refuse(request, approver, amount_cents)

    def correct(self, request: Request, *, asked: RequestInput) -> None:
        """The worker puts right what was filed, and says why."""
        worker = self.cast.workers[request.client_id]
        with audit.acting(worker.person_id):
            correcting.correct(request, asked, by=worker, note=CORRECTED, draft_key="demo")

    def undo(self, request: Request, by: Account) -> None:
        """The approver took the wrong one."""
        with audit.acting(by.person_id):
            fund.undo(request, by=by)

    def follow(self, request: Request, worker: Account, approver: Account) -> None:
        """After a decision: the letter leaves, a proof is handed over, seldom a withdrawal."""
        if request.outcome != "refused" and self.rng.randrange(100) < WITHDRAWN_LATE:
            self.plan(self.after(3, 12), lambda: self.withdraw(request, worker))
        elif request.kind == "discount" and request.outcome != "refused":
            self.plan(self.after(1, 3), lambda: self.hand_over(request, worker))
            self.plan(self.after(4, 6), lambda: self.send(request, approver))
        else:
            self.plan(self.after(2, 8), lambda: self.send(request, approver))

    def send(self, request: Request, by: Account) -> None:
        """The letter is marked as sent, by hand."""
        if request.status in {"granted", "partly_granted", "refused"}:
            sending = self.way_of(request)
            with audit.acting(by.person_id):
                letter = deciding_letter(request)
                # One that starts a term was made here; of the others the service wrote its own.
                if sending.way in CERTAIN and letter is not None:
                    make_ready(letter)
                fund.mark_sent(request, by=by, sending=sending)

    def way_of(self, request: Request) -> Sending:
        """Refusals leave by registered letter, some others are signed for; the number decides."""
        if request.outcome == "refused":
            return Sending(REGISTERED, tracking=f"RR{request.id:09}BE", own=True)
        return Sending(RECEIPT if request.id % 5 == 0 else POST, own=True)

    def hand_over(self, request: Request, worker: Account) -> None:
        """The worker gives the proof to the client."""
        with audit.acting(worker.person_id):
            payout.hand_over(request, newest_proof(request), by=worker)

    def close_quarters(self) -> None:
        """What the background worker does at the beginning of a month."""
        build_due(clock.today())
        set_gauge()


def working_moment(rng: Random, day: dt.date) -> dt.datetime:
    """A moment in working hours on that day, or on the Monday after it."""
    day += dt.timedelta(days=max(0, 7 - day.isoweekday() + 1) if day.isoweekday() > 5 else 0)
    minutes = rng.randint(8 * 60 + 30, 16 * 60 + 30)
    noon = dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60), BRUSSELS)
    return noon.astimezone(dt.UTC)
