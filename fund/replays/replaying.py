"""Judging a period again by another rule, moment by moment. Pure: no clock, no database, no page.

What was granted before the period counts as it was. What happens within it counts as the rule that
is tried would have it: so a cap that is spent sooner, or later, is felt by the next request of the
same person or household. docs/decisions/007 tells why it is done so.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fund.record import quarter_of
from fund.replays.moments import DECIDING, FILING, Decided, Moment, Other
from fund.replays.tally import OUTSIDE, Compared, Tally
from intake.asking.asked import DISCOUNT
from intake.requests.judging import most_of, scheme_for
from intake.requests.life import UNDOING
from regulation.findings.assessment import Assessment, Kind, Line, Outcome
from regulation.judge.assess import assess
from regulation.judge.bookings import bookings_of
from regulation.vocabulary.facts import Booking, Claim, Facts
from regulation.vocabulary.rules import RuleSet, SchemeKind

# The steps that make a grant a partial one.
TAKES: Final = frozenset({Kind.CAP, Kind.PRO_RATA, Kind.PIECES})


@dataclass(frozen=True)
class Held:
    """What a request of the period counts for by the rule that is tried, and whose rooms it takes."""

    cents: int = 0
    is_open: bool = False
    bookings: tuple[Booking, ...] = ()


@dataclass(frozen=True)
class Tried:
    """One request before the rule that is tried."""

    rules: RuleSet
    facts: Facts
    history: Sequence[Claim]
    found: Assessment

    def holds(self, cents: int, *, is_open: bool) -> Held:
        """What it counts for with this amount."""
        bookings = bookings_of(self.rules, self.facts, self.history, cents)
        return Held(cents, is_open, bookings)


class Replay:
    """Keeps, of each request of the period, two amounts: what is proposed, and what counts."""

    def __init__(self, rules: RuleSet, *, with_examples: bool) -> None:
        self.rules = rules
        self.tally = Tally(with_examples)
        self._proposed: dict[int, int] = {}
        self._tried: dict[int, Tried | None] = {}
        # What counts under caps now.
        self._counted: dict[int, Held] = {}

    def take(self, moment: Moment, others: Iterable[Other]) -> None:
        """The next moment; `others` may count for it, this request itself not among them."""
        if moment.verb in FILING:
            self._file(moment, others)
        elif moment.verb in DECIDING:
            self._decide(moment, others)
        elif moment.verb in UNDOING:
            self._undo(moment, others)
        else:
            self._counted[moment.request_id] = Held()

    def _file(self, moment: Moment, others: Iterable[Other]) -> None:
        tried = self._judge(moment, others, decision_on=None)
        now_cents = open_figure_of(tried.found if tried else None)
        cents = moment.proposed_cents if now_cents is None else now_cents
        self._tried[moment.request_id] = tried
        self._proposed[moment.request_id] = cents
        self._counted[moment.request_id] = held_by(tried, cents, is_open=True)

    def _undo(self, moment: Moment, others: Iterable[Other]) -> None:
        """The proposal counts again, in the rooms that are there now."""
        cents = self._proposed.get(moment.request_id, moment.proposed_cents)
        tried = self._tried.get(moment.request_id)
        again = replace(tried, history=[*self._history(others)]) if tried else None
        self._counted[moment.request_id] = held_by(again, cents, is_open=True)

    def _decide(self, moment: Moment, others: Iterable[Other]) -> None:
        decided = moment.decided
        if decided is None:
            return  # taken over from elsewhere: no rule of ours judged it
        tried = self._judge(moment, others, decision_on=moment.on)
        self._tried[moment.request_id] = tried
        now = tried.found if tried else None
        cents = counts_for(decided, figure_of(now))
        self._counted[moment.request_id] = held_by(tried, cents, is_open=False)
        if decided.stands:
            self.tally.add(compare(moment, decided, now))

    def _judge(
        self, moment: Moment, others: Iterable[Other], *, decision_on: dt.date | None
    ) -> Tried | None:
        """None when the rule has no scheme for this kind of request."""
        facts = Facts.from_json(moment.facts)
        scheme = self._scheme(facts.scheme, moment.kind)
        if scheme is None:
            return None
        dated = replace(facts, scheme=scheme, decision_on=facts.decision_on or decision_on)
        history = [*self._history(others)]
        return Tried(self.rules, dated, history, assess(self.rules, dated, history))

    def _scheme(self, code: str, kind: str) -> str | None:
        """The same scheme, or the one that this kind of request falls under in the other rule."""
        if code in self.rules.schemes:
            return code
        found = scheme_for(self.rules, kind)
        # The form may ask a rule for the other kind that it gives; a decision is not turned into it.
        same = found is not None and (found.kind is SchemeKind.DISCOUNT) is (kind == DISCOUNT)
        return found.code if found and same else None

    def _history(self, others: Iterable[Other]) -> Iterable[Claim]:
        for other in others:
            scheme = self._scheme(other.claim.scheme, other.kind) or other.claim.scheme
            claim = replace(other.claim, scheme=scheme)
            held = self._counted.get(other.request_id)
            if held is not None:
                claim = replace(
                    claim, counted_cents=held.cents, is_open=held.is_open, bookings=held.bookings
                )
            elif not other.was_there:
                continue
            if claim.counted_cents or claim.is_open:
                yield claim


def held_by(tried: Tried | None, cents: int, *, is_open: bool) -> Held:
    """Without a scheme in the other rule it takes nobody else's room."""
    return tried.holds(cents, is_open=is_open) if tried else Held(cents, is_open)


def figure_of(now: Assessment | None) -> int | None:
    """The amount that the rule gives; None where it gives no figure."""
    if now is None or now.outcome is Outcome.NEEDS:
        return None
    if now.outcome is Outcome.JUDGEMENT and not now.amount_cents:
        return None
    return now.amount_cents


def open_figure_of(now: Assessment | None) -> int | None:
    """The amount that an open request holds: the most, where a person sets it."""
    return (most_of(now) if now else 0) or figure_of(now)


def counts_for(decided: Decided, now_cents: int | None) -> int:
    """What a decision counts for afterwards. What a person decided against the rule stays decided."""
    if now_cents is None:
        return decided.granted_cents
    return min(decided.granted_cents, now_cents) if decided.deviates else now_cents


def compare(moment: Moment, decided: Decided, now: Assessment | None) -> Compared:
    """The rule of then beside the rule that is tried."""
    lines = now.lines if now else ()
    is_silent = now is None or now.outcome is Outcome.NEEDS
    return Compared(
        request_id=moment.request_id,
        household_id=moment.household_id,
        quarter=quarter_of(moment.on),
        category=moment.category,
        then=outcome_then(decided),
        now=now.outcome.value if now else OUTSIDE,
        then_cents=decided.figure_cents,
        now_cents=figure_of(now),
        granted_cents=decided.granted_cents,
        lines=(None, None) if is_silent else first_difference(decided.lines, lines),
        is_unkept=decided.said is None,
        missing=now.missing if now else (),
        asked={one.name: one.words for one in now.questions} if now else {},
    )


def outcome_then(decided: Decided) -> str:
    """What the rule said then. Of older records only the lines tell: all, less by a cap, or nothing."""
    if decided.said:
        return decided.said
    is_shared = any(line.kind is Kind.NETWORK_SHARE for line in decided.lines)
    if not decided.assessed_cents and not is_shared:
        return Outcome.NOT.value
    is_capped = any(line.kind in TAKES and line.effect_cents < 0 for line in decided.lines)
    return Outcome.PARTLY.value if is_capped else Outcome.GRANTED.value


def first_difference(then: Iterable[Line], now: Iterable[Line]) -> tuple[Line | None, Line | None]:
    """The first step at which the two calculations part; a cap that took nothing is no step."""
    before, after = (
        [line for line in lines if line.effect_cents or line.kind is not Kind.CAP]
        for lines in (then, now)
    )
    for place in range(max(len(before), len(after))):
        pair = (
            before[place] if place < len(before) else None,
            after[place] if place < len(after) else None,
        )
        if _said(pair[0]) != _said(pair[1]):
            return pair
    return None, None


def _said(line: Line | None) -> tuple[object, ...] | None:
    """What matters of a line: its place in the text, and room that nobody needed, change nothing."""
    if line is None:
        return None
    params = {name: value for name, value in line.params.items() if name != "left"}
    return line.kind, params, line.to_cents
