"""What each way to an amount does with a cost, purely, in the regulation room."""

from functools import singledispatch

from regulation.findings.assessment import Kind, Remark
from regulation.findings.findings import remark
from regulation.findings.matter import Matter
from regulation.judge.calculation import Calculation, Piece, part_of
from regulation.judge.sharing import shares_of, split_between
from regulation.vocabulary.amounts import (
    Amount,
    Deviation,
    JudgedAmount,
    Lump,
    MostPer,
    OpenAmount,
    OwnShare,
    Percent,
    PerUnit,
    Split,
)


def work_out_within(block: Amount, sums: Calculation, matter: Matter) -> None:
    """The step that a block says, and its own maximum."""
    work_out(block, sums, matter)
    if block.most_cents is not None:
        said = remark(Kind.MOST, block, most=block.most_cents)
        _keep_under(_limit(block, sums, block.most_cents, 0), said, sums)
    if block.least_own_cents is not None:
        said = remark(Kind.OWN_LEAST, block, own=block.least_own_cents)
        _keep_under(_limit(block, sums, block.most_cents, block.least_own_cents), said, sums)
    if not sums.left_open:
        sums.most_cents = sums.at_cents
    if block.deviation is Deviation.USUAL:
        sums.notes.append(remark(Kind.USUAL, block))
    if block.deviation is Deviation.LOWER and not sums.left_open:
        sums.to_judge.append(remark(Kind.MAY_BE_LESS, block))


def _keep_under(limit_cents: int, said: Remark, sums: Calculation) -> None:
    sums.most_cents = min(sums.most_cents, limit_cents)
    if sums.at_cents > limit_cents:
        sums.step(said, limit_cents)


def _limit(block: Amount, sums: Calculation, most_cents: int | None, own_cents: int) -> int:
    """The most that may be given, of each piece or of all, so that so much is left to pay oneself."""
    if block.most_per is MostPer.PIECE and sums.pieces:
        return sum(
            _under(most_cents, min(_given(block, one), max(0, one.cents - own_cents)))
            for one in sums.pieces
        )
    left = max(0, sums.base_cents - own_cents) if own_cents else None
    limits = [one for one in (most_cents, left) if one is not None]
    return min(limits, default=sums.most_cents)


def _under(most_cents: int | None, cents: int) -> int:
    return cents if most_cents is None else min(most_cents, cents)


def _given(block: Amount, piece: Piece) -> int:
    """What a block gives for one piece alone."""
    if isinstance(block, Percent) and block.percent is not None:
        return part_of(piece.cents, block.percent)
    if isinstance(block, OwnShare) and block.own_cents is not None:
        return max(0, piece.cents - block.own_cents)
    return piece.cents


@singledispatch
def work_out(block: Amount, sums: Calculation, matter: Matter) -> None:
    """Take the step that this block says."""
    raise TypeError(f"no calculation for {type(block).__name__}")


@work_out.register
def _(block: Percent, sums: Calculation, matter: Matter) -> None:
    if block.percent is None:
        sums.leave_open(remark(Kind.OPEN, block))
        return
    said = remark(Kind.PERCENT, block, percent=format(block.percent, "f"))
    sums.step(said, part_of(sums.at_cents, block.percent))


@work_out.register
def _(block: OwnShare, sums: Calculation, matter: Matter) -> None:
    if block.own_cents is None:
        sums.leave_open(remark(Kind.OPEN, block))
        return
    said = remark(Kind.OWN_SHARE, block, own=block.own_cents, count=len(sums.pieces))
    sums.step(said, sum(_given(block, piece) for piece in sums.pieces))


@work_out.register
def _(block: PerUnit, sums: Calculation, matter: Matter) -> None:
    facts = matter.facts
    missing = {
        fact
        for fact, known in (("unit", facts.unit), ("unit_count", facts.unit_count))
        if known is None
    }
    if missing:
        sums.missing |= missing
        return
    if facts.unit != block.unit:
        sums.step(remark(Kind.NO_AMOUNT, block), 0)
        return
    count = facts.unit_count or 0
    said = remark(Kind.PER_UNIT, block, unit=block.unit, count=count, amount=block.amount_cents)
    sums.step(said, min(sums.at_cents, block.amount_cents * count))


@work_out.register
def _(block: Lump, sums: Calculation, matter: Matter) -> None:
    said = remark(Kind.LUMP, block, amount=block.amount_cents)
    sums.step(said, min(sums.at_cents, block.amount_cents))


@work_out.register
def _(block: Split, sums: Calculation, matter: Matter) -> None:
    shares = shares_of(block, matter.facts)
    if shares is None:
        sums.missing |= {"shares"}
        return
    split_between(block, shares, sums, matter)


@work_out.register
def _(block: JudgedAmount, sums: Calculation, matter: Matter) -> None:
    sums.leave_open(remark(Kind.JUDGED_AMOUNT, block))


@work_out.register
def _(block: OpenAmount, sums: Calculation, matter: Matter) -> None:
    sums.leave_open(remark(Kind.OPEN, block))
