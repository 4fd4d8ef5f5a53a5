"""From a cost to an amount, purely, in the regulation room. Who may ask is not its matter."""

from regulation.findings.assessment import Answer, Kind, Remark
from regulation.findings.coverage import covering
from regulation.findings.findings import Finding, remark
from regulation.findings.matter import Matter
from regulation.findings.selectors import fits
from regulation.judge.calculation import Calculation, Piece, pieces_of, take_off, total_of
from regulation.judge.caps import Room
from regulation.judge.rooms import apply_caps, keep_pieces
from regulation.judge.ways import work_out_within
from regulation.vocabulary.amounts import Amount, Choose
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.limits import Deduct, SpendOf
from regulation.vocabulary.rules import Spent

Fitting = list[tuple[Amount, Finding]]


def calculate(matter: Matter, rooms: tuple[Room, ...], unknown: frozenset[str]) -> Calculation:
    """Cost, less excluded parts, less other payers, least spend, amount, caps, budget: in this order."""
    sums = Calculation()
    facts, scheme = matter.facts, matter.scheme
    if facts.cost_cents is None:
        sums.missing = frozenset({"cost_cents"})
        return sums
    sums.pieces = pieces_of(facts)
    sums.step(Remark(kind=Kind.COST), facts.cost_cents)
    if facts.cost_cents == 0:
        sums.step(Remark(kind=Kind.NO_COST), 0)
    _less_excluded_parts(sums, matter)
    if scheme.deduct and not scheme.deduct.after:
        _less_other_payers(sums, scheme.deduct, facts)
    sums.base_cents = sums.most_cents = sums.at_cents
    _least_spend(sums, matter)
    keep_pieces(sums, rooms, facts.instalment_of)
    _apply_amount(sums, matter)
    if scheme.deduct and scheme.deduct.after:
        _less_after(sums, scheme.deduct, facts)
    _round(sums, matter)
    _never_above_left_to_pay(sums, facts)
    apply_caps(sums, rooms, unknown, facts.instalment_of)
    _least_given(sums, matter)
    _share_the_budget(sums, matter)
    return sums


def _less_excluded_parts(sums: Calculation, matter: Matter) -> None:
    cover = covering(matter)
    if cover is None:
        return
    for part in sorted(cover.excluded_parts):
        cents = total_of([piece for piece in sums.pieces if piece.part == part])
        if cents:
            sums.pieces = [piece for piece in sums.pieces if piece.part != part]
            sums.step(remark(Kind.EXCLUDED_PART, cover, part=part), total_of(sums.pieces))


def _less_other_payers(sums: Calculation, deduct: Deduct, facts: Facts) -> None:
    for other in facts.other_payers:
        if other.cents and (not deduct.payers or other.payer in deduct.payers):
            take_off(sums.pieces, other)
            said = remark(Kind.OTHER_PAYER, deduct, payer=other.payer, cents=other.cents)
            sums.step(said, total_of(sums.pieces))


def _less_after(sums: Calculation, deduct: Deduct, facts: Facts) -> None:
    for other in facts.other_payers:
        if other.cents and sums.at_cents and (not deduct.payers or other.payer in deduct.payers):
            said = remark(Kind.OTHER_PAYER, deduct, payer=other.payer, cents=other.cents)
            sums.step(said, max(0, sums.at_cents - other.cents))


def _least_spend(sums: Calculation, matter: Matter) -> None:
    least = matter.scheme.minimum
    if least is None or least.of is SpendOf.GIVEN or sums.at_cents == 0:
        return
    fit = fits(least.when, matter)
    if fit.answer is Answer.ASK:
        sums.missing |= fit.missing
    spent = sums.at_cents if least.of is SpendOf.NET else matter.facts.cost_cents or 0
    if fit.answer is Answer.YES and spent < least.amount_cents:
        sums.step(remark(Kind.MINIMUM, least, least=least.amount_cents), 0)


def _least_given(sums: Calculation, matter: Matter) -> None:
    """What the caps leave is not paid where it is too little."""
    least = matter.scheme.minimum
    if least is None or least.of is not SpendOf.GIVEN or not 0 < sums.at_cents < least.amount_cents:
        return
    fit = fits(least.when, matter)
    if fit.answer is Answer.ASK:
        sums.missing |= fit.missing
    if fit.answer is Answer.YES:
        sums.step(remark(Kind.TOO_LITTLE, least, least=least.amount_cents), 0)


def _apply_amount(sums: Calculation, matter: Matter) -> None:
    """The amount of the list that fits. Nothing left to pay asks nothing more."""
    if sums.at_cents == 0:
        return
    found = [(block, fits(block.when, matter)) for block in matter.scheme.amounts]
    if matter.scheme.choose is Choose.FIRST:
        found = _up_to_the_first(found)
    missing = [fit.missing for _block, fit in found if fit.answer is Answer.ASK]
    if missing:
        sums.missing |= frozenset().union(*missing)
        return
    fitting = [block for block, fit in found if fit.answer in (Answer.YES, Answer.JUDGE)]
    if not fitting:
        sums.step(remark(Kind.NO_AMOUNT, matter.scheme), 0)
        return
    sums.used = _chosen(fitting, sums, matter)
    sums.to_judge += [note for block, fit in found if block is sums.used for note in fit.remarks]
    work_out_within(sums.used, sums, matter)


def _up_to_the_first(found: Fitting) -> Fitting:
    for number, (_block, fit) in enumerate(found):
        if fit.answer is not Answer.NO:
            return found[: number + 1]
    return found


def _chosen(fitting: list[Amount], sums: Calculation, matter: Matter) -> Amount:
    """The first, or the one whose selector asks most, or the one that gives most."""
    if matter.scheme.choose is Choose.MOST_SPECIFIC:
        return max(fitting, key=lambda block: block.when.selectors)
    if matter.scheme.choose is Choose.HIGHEST:
        return max(fitting, key=lambda block: _worth(block, sums, matter))
    return fitting[0]


def _worth(block: Amount, sums: Calculation, matter: Matter) -> int:
    """What a block would give, tried on a calculation of its own."""
    tried = Calculation(
        lines=list(sums.lines),
        pieces=[Piece(one.part, one.cents) for one in sums.pieces],
        base_cents=sums.base_cents,
        most_cents=sums.most_cents,
    )
    work_out_within(block, tried, matter)
    return tried.at_cents


def _round(sums: Calculation, matter: Matter) -> None:
    rounding = matter.scheme.rounding
    step = rounding.to.step_cents
    to_cents = sums.at_cents - sums.at_cents % step
    if sums.used and to_cents < sums.at_cents:
        sums.step(remark(Kind.ROUNDED, rounding, step=step), to_cents)


def _never_above_left_to_pay(sums: Calculation, facts: Facts) -> None:
    """Whatever a rule forgets to say, nobody gets more than is still to be paid."""
    left_cents = max(0, (facts.cost_cents or 0) - facts.paid_by_others_cents)
    sums.most_cents = min(sums.most_cents, left_cents)
    if sums.used and sums.at_cents > left_cents:
        sums.step(Remark(kind=Kind.LEFT_TO_PAY, params={"left": left_cents}), left_cents)


def _share_the_budget(sums: Calculation, matter: Matter) -> None:
    """At the closing, where there is less than all would get, each gets the same part of it."""
    budget, share = matter.scheme.budget, matter.facts.pro_rata
    if budget is None or budget.when_spent is not Spent.PRO_RATA or sums.at_cents == 0:
        return
    if share is None:
        sums.notes.append(remark(Kind.MAY_BE_REDUCED, budget))
    elif share.asked_cents > share.available_cents:
        said = remark(
            Kind.PRO_RATA, budget, available=share.available_cents, asked=share.asked_cents
        )
        sums.step(said, sums.at_cents * share.available_cents // share.asked_cents)
