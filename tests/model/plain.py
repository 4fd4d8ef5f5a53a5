"""The same world in plain Python: no database, no framework, written from the domain and not from the code."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")
CAP_CENTS = {"parent": 8_000, "child": 10_000}
TERM_DAYS = 30
PROOF_DAYS = 60

OPEN = ("submitted", "waiting")
GIVEN = ("granted", "partly_granted")
DECIDED = (*GIVEN, "refused")

DONE = frozenset({"done"})
NO = frozenset({"RuleBroken"})
TOO_LATE = frozenset({"Conflict"})


@dataclass
class PlainProof:
    valid_until: dt.date
    is_revoked: bool = False
    is_handed_over: bool = False


@dataclass(eq=False)
class PlainRequest:
    """One request as a person would keep it on a card."""

    kind: str
    who: str
    cost_cents: int
    others_cents: int
    cost_on: dt.date
    asked_on: dt.date
    proposed_cents: int = 0
    status: str = "submitted"
    outcome: str | None = None
    granted_cents: int = 0
    freed_cents: int = 0
    has_left: bool = False
    # One person decided it, neither a vote nor the chair.
    made_alone: bool = False
    # The chair granted it, and the committee has not spoken on that.
    is_urgent: bool = False
    versions: int = 1
    # The invoice was seen.
    is_proven: bool = False
    waited_days: int = 0
    paused_on: dt.date | None = None
    pauses: int = 0
    moves: list[tuple[str, str | None, str]] = field(default_factory=list)
    proof: PlainProof | None = None
    # Which share of which year's budget gave how much.
    given_by: list[tuple[PlainShare, int]] = field(default_factory=list)
    given_year: int = 0

    @property
    def counted_cents(self) -> int:
        """What it takes of the cap of its year."""
        if self.status in OPEN:
            return self.proposed_cents
        return self.granted_cents - self.freed_cents

    def move(self, verb: str, to: str) -> None:
        before = self.moves[-1][2] if self.moves else None
        self.moves.append((verb, before, to))
        self.status = to


@dataclass
class PlainShare:
    amount_cents: int
    committed_cents: int

    @property
    def room_cents(self) -> int:
        return self.amount_cents - self.committed_cents


@dataclass
class Plain:
    """A household, its requests, and the budgets of the years that have one."""

    now: dt.datetime
    budgets: dict[int, list[PlainShare]]
    requests: list[PlainRequest] = field(default_factory=list)

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(BRUSSELS).date()

    def gives_cents(self, one: PlainRequest) -> int:
        """What the rule gives: 90 % up to the person's cap of the year, or the network's 70 %."""
        to_pay = one.cost_cents - one.others_cents
        if one.kind == "discount":
            return to_pay * 70 // 100
        if one.asked_on > dt.date(one.cost_on.year + 1, 1, 15):
            return 0
        used = sum(
            other.counted_cents
            for other in self.requests
            if other is not one
            and (other.kind, other.who, other.cost_on.year) == ("fund", one.who, one.cost_on.year)
        )
        return max(0, min(to_pay * 90 // 100, CAP_CENTS[one.who] - used))

    def file(self, one: PlainRequest) -> None:
        one.proposed_cents = self.gives_cents(one)
        one.move("submit", "submitted")
        self.requests.append(one)

    def may_ask(self, one: PlainRequest) -> frozenset[str]:
        return DONE if one.status == "submitted" else TOO_LATE

    def ask(self, one: PlainRequest) -> None:
        one.paused_on, one.pauses = self.today, one.pauses + 1
        one.move("ask", "waiting")

    def may_answer(self, one: PlainRequest) -> frozenset[str]:
        return DONE if one.status == "waiting" else TOO_LATE

    def answer(self, one: PlainRequest) -> None:
        self._go_on(one)
        one.versions += 1
        one.proposed_cents = self.gives_cents(one)
        one.move("answer", "submitted")

    def may_correct(self, one: PlainRequest, cost_cents: int) -> frozenset[str]:
        if one.status not in OPEN:
            return TOO_LATE
        is_other = cost_cents != one.cost_cents
        return DONE if is_other and cost_cents >= one.others_cents else NO

    def correct(self, one: PlainRequest, cost_cents: int) -> None:
        """Asked otherwise and judged anew; a question still waits for its answer."""
        one.cost_cents = cost_cents
        one.versions += 1
        one.proposed_cents = self.gives_cents(one)
        one.move("correct", one.status)

    def may_add(self, one: PlainRequest) -> frozenset[str]:
        return DONE if one.status in OPEN else TOO_LATE

    def add(self, one: PlainRequest) -> None:
        """The invoice came; a second one says nothing new."""
        one.versions += not one.is_proven
        one.is_proven = True
        one.move("add", one.status)

    def may_grant(self, one: PlainRequest, cents: int) -> frozenset[str]:
        if one.status not in OPEN:
            return TOO_LATE
        if not self._is_to_be_given(one, cents):
            return NO
        shares = self.budgets.get(self.today.year)
        if shares is None:
            return NO
        room_cents = sum(share.room_cents for share in shares)
        return DONE if cents <= room_cents else frozenset({"BudgetSpent"})

    def _is_to_be_given(self, one: PlainRequest, cents: int) -> bool:
        gives_cents = self.gives_cents(one)
        return 0 < cents <= gives_cents and (one.kind == "fund" or cents == gives_cents)

    def grant(self, one: PlainRequest, cents: int) -> None:
        is_whole = cents == self.gives_cents(one)
        one.given_year = self.today.year
        one.given_by = self._take(cents, one.given_year)
        self._go_on(one)
        one.outcome = "granted" if is_whole else "partly_granted"
        one.granted_cents, one.freed_cents = cents, 0
        one.made_alone = True
        self._give_proof(one)
        one.move("grant" if is_whole else "grant_partly", one.outcome)

    def grant_urgently(self, one: PlainRequest, cents: int) -> None:
        """The chair grants it as somebody would; it waits to be ratified."""
        self.grant(one, cents)
        one.is_urgent, one.made_alone = True, False
        self._called(one, "urgent")

    def _called(self, one: PlainRequest, way: str) -> None:
        """The same step under another name."""
        verb, before, after = one.moves[-1]
        called = {"grant": "grant", "grant_partly": "partly", "refuse": "refuse"}[verb]
        one.moves[-1] = (f"{way}_{called}", before, after)

    def ratify(self, one: PlainRequest) -> None:
        one.is_urgent = False
        one.move("ratify", one.status)

    def not_ratify(self, one: PlainRequest) -> None:
        """Nothing was paid here, so all of it is free again."""
        one.is_urgent = False
        self._give_back(one)
        one.freed_cents = one.granted_cents
        one.move("not_ratify", "not_ratified")

    def may_refuse(self, one: PlainRequest) -> frozenset[str]:
        return DONE if one.status in OPEN else TOO_LATE

    def refuse(self, one: PlainRequest) -> None:
        self._go_on(one)
        one.outcome, one.made_alone = "refused", True
        one.move("refuse", "refused")

    def may_withdraw(self, one: PlainRequest) -> frozenset[str]:
        if one.status in (*OPEN, *GIVEN):
            return DONE
        return DONE if one.status == "notified" and one.outcome in GIVEN else TOO_LATE

    def withdraw(self, one: PlainRequest) -> None:
        self._go_on(one)
        one.is_urgent = False
        if one.granted_cents:
            self._give_back(one)
            one.freed_cents = one.granted_cents
        one.move("withdraw", "withdrawn")

    def may_undo(self, one: PlainRequest) -> frozenset[str]:
        if one.status not in DECIDED:
            return TOO_LATE
        return NO if one.has_left else DONE

    def undo(self, one: PlainRequest) -> None:
        if one.granted_cents:
            self._give_back(one)
        one.outcome, one.granted_cents, one.is_urgent = None, 0, False
        one.move("undo", "submitted")

    def may_revise(self, one: PlainRequest, cents: int) -> frozenset[str]:
        """Another decision in the place of one that has left; nothing granted is a refusal."""
        if not self.may_be_revised(one):
            return TOO_LATE
        still_holds = one.status != "not_ratified"
        if not cents:
            return NO if one.outcome == "refused" and still_holds else DONE
        gives_cents = self.gives_cents(one)
        if cents > gives_cents or (one.kind == "discount" and cents != gives_cents):
            return NO
        if still_holds and (self._outcome(one, cents), cents) == (one.outcome, one.granted_cents):
            return NO
        shares = self.budgets.get(self._year_of(one))
        if shares is None:
            return NO
        back_cents = sum(part for _share, part in one.given_by)
        room_cents = sum(share.room_cents for share in shares) + back_cents
        return DONE if cents <= room_cents else frozenset({"BudgetSpent"})

    def may_be_revised(self, one: PlainRequest) -> bool:
        return one.status == "not_ratified" or (
            one.has_left and one.status in (*DECIDED, "notified")
        )

    def revise(self, one: PlainRequest, cents: int) -> None:
        outcome, year = self._outcome(one, cents), self._year_of(one)
        one.is_urgent, one.made_alone = False, True
        self._give_back(one)
        one.outcome, one.granted_cents, one.freed_cents = outcome, cents, 0
        if cents:
            one.given_by, one.given_year = self._take(cents, year), year
            self._give_proof(one)
        verbs = {"granted": "grant", "partly_granted": "partly", "refused": "refuse"}
        one.move(f"revise_{verbs[outcome]}", outcome)

    def _outcome(self, one: PlainRequest, cents: int) -> str:
        if not cents:
            return "refused"
        return "granted" if cents == self.gives_cents(one) else "partly_granted"

    def _year_of(self, one: PlainRequest) -> int:
        """The money stays with the budget that gave it."""
        return one.given_year if one.given_by else self.today.year

    def _give_proof(self, one: PlainRequest) -> None:
        if one.kind == "discount":
            until = max(one.cost_on, self.today) + dt.timedelta(days=PROOF_DAYS)
            one.proof = PlainProof(until)

    def may_send(self, one: PlainRequest) -> frozenset[str]:
        return DONE if one.status in DECIDED else TOO_LATE

    def send(self, one: PlainRequest) -> None:
        one.has_left = True
        one.move("notify", "notified")

    def may_hand_over(self, one: PlainRequest) -> frozenset[str]:
        if one.proof is None:
            return frozenset({"NotThere"})
        if one.proof.is_revoked:
            return TOO_LATE
        return NO if one.proof.valid_until < self.today else DONE

    def hand_over(self, one: PlainRequest) -> None:
        assert one.proof is not None
        one.proof.is_handed_over = one.has_left = True

    def may_set_amount(self, share: PlainShare, cents: int) -> frozenset[str]:
        return DONE if cents >= share.committed_cents else NO

    def _go_on(self, one: PlainRequest) -> None:
        """A question that waited waits no longer."""
        if one.paused_on is not None:
            one.waited_days += (self.today - one.paused_on).days
            one.paused_on = None

    def _take(self, cents: int, year: int) -> list[tuple[PlainShare, int]]:
        """All from the first source with room for it, else from each in turn."""
        shares = self.budgets[year]
        whole = [share for share in shares if share.room_cents >= cents]
        taken = []
        for share in whole[:1] or shares:
            part = min(share.room_cents, cents)
            share.committed_cents += part
            cents -= part
            taken.append((share, part))
        return taken

    def _give_back(self, one: PlainRequest) -> None:
        for share, cents in one.given_by:
            share.committed_cents -= cents
        one.given_by = []
        if one.proof is not None:
            one.proof.is_revoked = True
