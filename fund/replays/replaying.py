"""Judging a period again by another rule, moment by moment. Pure: no clock, no database, no page.

What was granted before the period counts as it was. What happens within it counts as the rule that
is tried would have it: so a cap that is spent sooner, or later, is felt by the next request of the
same person or household. docs/decisions/007 tells why it is done so.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from fund.replays.moments import DECIDING, FILING, Decided, Moment, Other
from fund.replays.tally import OUTSIDE, Compared, Tally
from intake.asking.asked import DISCOUNT
from intake.requests.judging import scheme_for
from regulation.findings.assessment import Assessment, Kind, Line, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import RuleSet, SchemeKind

# The steps that make a grant a partial one.
TAKES: Final = frozenset({Kind.CAP, Kind.PRO_RATA, Kind.PIECES})


class Replay:
    """Keeps, of each request of the period, two amounts: what is proposed, and what counts."""

    def __init__(self, rules: RuleSet, *, with_examples: bool) -> None:
        self.rules = rules
        self.tally = Tally(with_examples)
        self._proposed: dict[int, int] = {}
        # What counts under caps now, and whether the request is open.
        self._counted: dict[int, tuple[int, bool]] = {}

    def take(self, moment: Moment, others: Iterable[Other]) -> None:
        """The next moment; `others` may count for it, this request itself not among them."""
        if moment.verb in FILING:
            self._file(moment, others)
        elif moment.verb in DECIDING:
            self._decide(moment, others)
        elif moment.verb == "undo":
            self._reopen(moment.request_id, self._proposal(moment))
        else:
            self._counted[moment.request_id] = (0, False)

    def _file(self, moment: Moment, others: Iterable[Other]) -> None:
        now = self._judge(moment, others, decision_on=None)
        cents = figure_of(now)
        self._reopen(moment.request_id, moment.proposed_cents if cents is None else cents)

    def _reopen(self, request_id: int, cents: int) -> None:
        self._proposed[request_id] = cents
        self._counted[request_id] = (cents, True)

    def _proposal(self, moment: Moment) -> int:
        return self._proposed.get(moment.request_id, moment.proposed_cents)

    def _decide(self, moment: Moment, others: Iterable[Other]) -> None:
        decided = moment.decided
        if decided is None:
            return  # taken over from elsewhere: no rule of ours judged it
        now = self._judge(moment, others, decision_on=moment.on)
        self._counted[moment.request_id] = (counts_for(decided, figure_of(now)), False)
        if decided.stands:
            self.tally.add(compare(moment, decided, now))

    def _judge(
        self, moment: Moment, others: Iterable[Other], *, decision_on: dt.date | None
    ) -> Assessment | None:
        """None when the rule has no scheme for this kind of request."""
        facts = Facts.from_json(moment.facts)
        scheme = self._scheme(facts.scheme, moment.kind)
        if scheme is None:
            return None
        dated = replace(facts, scheme=scheme, decision_on=facts.decision_on or decision_on)
        return assess(self.rules, dated, [*self._history(others)])

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
            if other.request_id in self._counted:
                cents, is_open = self._counted[other.request_id]
                # Which rooms were used was said by the rule of then.
                claim = replace(claim, counted_cents=cents, is_open=is_open, bookings=())
            elif not other.was_there:
                continue
            if claim.counted_cents or claim.is_open:
                yield claim


def figure_of(now: Assessment | None) -> int | None:
    """The amount that the rule gives; None where it gives no figure."""
    if now is None or now.outcome is Outcome.NEEDS:
        return None
    if now.outcome is Outcome.JUDGEMENT and not now.amount_cents:
        return None
    return now.amount_cents


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
        category=moment.category,
        then=outcome_then(decided),
        now=now.outcome.value if now else OUTSIDE,
        then_cents=decided.assessed_cents,
        now_cents=figure_of(now),
        granted_cents=decided.granted_cents,
        lines=(None, None) if is_silent else first_difference(decided.lines, lines),
        missing=now.missing if now else (),
        asked={one.name: one.words for one in now.questions} if now else {},
    )


def outcome_then(decided: Decided) -> str:
    """What the rule said then. The record keeps its lines: all, less by a cap, or nothing."""
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
