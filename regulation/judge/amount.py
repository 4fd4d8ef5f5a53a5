"""From a cost to an amount, purely, in the regulation room. Who may ask is not its matter."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from functools import singledispatch

from regulation.judge.assessment import CapState, Kind, Line, Parts, Remark
from regulation.judge.blocks import Block
from regulation.judge.eligibility import fits
from regulation.judge.facts import Facts, OtherPayer, Shares
from regulation.judge.findings import Answer, Finding, remark
from regulation.judge.rules import Amount, Deduct, Percent, Scheme, Split


@dataclass
class Calculation:
    """The lines so far. Every step goes through `step`, so they cannot fail to add up."""

    lines: list[Line] = field(default_factory=list)
    missing: frozenset[str] = frozenset()
    used: Amount | None = None
    # What is shared or reimbursed: the cost less other payers.
    base_cents: int = 0
    left_open: bool = False

    @property
    def at_cents(self) -> int:
        """Where the calculation stands."""
        return self.lines[-1].to_cents if self.lines else 0

    @property
    def capped(self) -> bool:
        """Has a cap taken something away?"""
        return any(line.kind is Kind.CAP and line.effect_cents < 0 for line in self.lines)

    def step(self, said: Remark, to_cents: int) -> None:
        """Go on to another figure, and say why."""
        self.lines.append(
            Line(
                kind=said.kind,
                params=said.params,
                article=said.article,
                words=said.words,
                from_cents=self.at_cents,
                to_cents=to_cents,
            )
        )


def calculate(
    scheme: Scheme,
    facts: Facts,
    judged_on: dt.date,
    caps: Sequence[CapState],
    caps_unknown: frozenset[str],
) -> Calculation:
    """Cost, less other payers, amount, never above what is left to pay, caps: in this order."""
    sums = Calculation()
    if facts.cost_cents is None:
        sums.missing = frozenset({"cost_cents"})
        return sums
    sums.step(Remark(kind=Kind.COST), facts.cost_cents)
    if facts.cost_cents == 0:
        sums.step(Remark(kind=Kind.NO_COST), 0)
    if scheme.deduct:
        _less_other_payers(sums, scheme.deduct, facts.other_payers)
    sums.base_cents = sums.at_cents
    _apply_amount(sums, scheme, facts, judged_on)
    _never_above_left_to_pay(sums, facts)
    _apply_caps(sums, caps, caps_unknown)
    return sums


def _less_other_payers(sums: Calculation, deduct: Deduct, payers: Sequence[OtherPayer]) -> None:
    for other in payers:
        if other.cents and (not deduct.payers or other.payer in deduct.payers):
            said = remark(Kind.OTHER_PAYER, deduct, payer=other.payer, cents=other.cents)
            sums.step(said, max(0, sums.at_cents - other.cents))


def _apply_amount(sums: Calculation, scheme: Scheme, facts: Facts, judged_on: dt.date) -> None:
    """The first amount of the list that fits. Nothing left to pay asks nothing more."""
    if sums.at_cents == 0:
        return
    for block in scheme.amounts:
        fit: Finding = fits(block.when, facts, judged_on)
        if fit.answer is Answer.ASK:
            sums.missing |= fit.missing
            return
        if fit.answer is Answer.YES:
            sums.used = block
            work_out(block, sums, facts)
            return
    sums.step(remark(Kind.NO_AMOUNT, scheme), 0)


@singledispatch
def work_out(block: Amount, sums: Calculation, facts: Facts) -> None:
    """Take the step that this block says."""
    raise TypeError(f"no calculation for {type(block).__name__}")


@work_out.register
def _(block: Percent, sums: Calculation, facts: Facts) -> None:
    if block.percent is None:
        _leave_open(sums, block)
        return
    said = remark(Kind.PERCENT, block, percent=format(block.percent, "f"))
    sums.step(said, part_of(sums.at_cents, block.percent))


@work_out.register
def _(block: Split, sums: Calculation, facts: Facts) -> None:
    if facts.shares is None:
        sums.missing |= {"shares"}
        return
    percent = facts.shares.network_percent
    said = remark(Kind.NETWORK_SHARE, block, percent=str(percent))
    sums.step(said, part_of(sums.at_cents, Decimal(percent)))


def _leave_open(sums: Calculation, block: Block) -> None:
    """The text gives no figure: neither does the judge."""
    sums.left_open = True
    sums.step(remark(Kind.OPEN, block), 0)


def part_of(cents: int, percent: Decimal) -> int:
    """A percentage of an amount, rounded down to the cent."""
    return int((Decimal(cents) * percent / 100).to_integral_value(ROUND_FLOOR))


def _never_above_left_to_pay(sums: Calculation, facts: Facts) -> None:
    """Whatever a rule forgets to say, nobody gets more than is still to be paid."""
    left_cents = max(0, (facts.cost_cents or 0) - facts.paid_by_others_cents)
    if sums.used and sums.at_cents > left_cents:
        sums.step(Remark(kind=Kind.LEFT_TO_PAY, params={"left": left_cents}), left_cents)


def _apply_caps(sums: Calculation, caps: Sequence[CapState], caps_unknown: frozenset[str]) -> None:
    """Every matching cap takes its turn, so the smallest room decides."""
    if sums.at_cents == 0:
        return
    sums.missing |= caps_unknown
    for cap in caps:
        if cap.limit_cents is None:
            sums.left_open = True
            sums.step(_said_of(cap, Kind.OPEN, {}), 0)
            return
        params: dict[str, str | int] = {
            "title": cap.title,
            "left": cap.left_before_cents,
            "limit": cap.limit_cents,
        }
        sums.step(_said_of(cap, Kind.CAP, params), min(sums.at_cents, cap.left_before_cents))


def _said_of(cap: CapState, kind: Kind, params: dict[str, str | int]) -> Remark:
    return Remark(kind=kind, params=params, article=cap.article, words=cap.words)


def parts_of(sums: Calculation, shares: Shares | None) -> Parts | None:
    """Who pays what of a shared cost. What the network does not pay falls to the client."""
    if shares is None or not isinstance(sums.used, Split):
        return None
    provider = part_of(sums.base_cents, Decimal(shares.provider_percent))
    # Another payer may leave less to pay than provider and network would give together.
    client = max(0, sums.base_cents - provider - sums.at_cents)
    return Parts(
        client_cents=client,
        provider_cents=sums.base_cents - client - sums.at_cents,
        network_cents=sums.at_cents,
    )
