"""What a rule file may not say although each word is right, in the regulation room. No reading."""

from functools import singledispatch

from flask_babel import lazy_gettext as _

from regulation.files.holes import refuse_holes
from regulation.files.table import Table
from regulation.vocabulary import conditions as c
from regulation.vocabulary.amounts import OpenAmount, OwnShare, Percent, Split
from regulation.vocabulary.blocks import Question, QuestionKind, When
from regulation.vocabulary.ceilings import FixedCeiling
from regulation.vocabulary.limits import Cap, CapPer, CountOf, Cover, Deadline, Period, Window
from regulation.vocabulary.rules import (
    Basis,
    Decide,
    Evidence,
    Exclusive,
    Ground,
    Pay,
    Scheme,
    SchemeKind,
    TimeLimits,
    Validity,
)
from terms.deciding import (
    APPEAL_MONTHS,
    DECIDE_DAYS,
    FORWARD_DAYS,
    LABOUR_COURT,
    NOTIFY_DAYS,
    may_belong,
)

WHOLE_COST = 100


@singledispatch
def refuse_contradictions(block: object, table: Table) -> None:
    """Raise on what contradicts itself or leaves a person without an answer."""


@refuse_contradictions.register
def _validity(block: Validity, table: Table) -> None:
    if block.from_on is None and not block.open:
        table.fail(_("Write from which day the rule holds, or “open” and why."), "from")
    if block.until_on and (block.from_on is None or block.until_on < block.from_on):
        table.fail(_("The last day lies before the first. Change one of them."), "until")


@refuse_contradictions.register
def _question(block: Question, table: Table) -> None:
    if not block.words:
        table.fail(_("Write in “words” what the form must ask."), "words")


@refuse_contradictions.register
def _judged(block: c.Judged, table: Table) -> None:
    if not block.words:
        table.fail(_("Write in “words” what a person must judge."), "words")


@refuse_contradictions.register
def _waited(block: c.Waited, table: Table) -> None:
    if bool(block.since_status) is bool(block.since_question):
        table.fail(_("Write either “since_status” or “since_question”."), "since_status")
    if block.since_question:
        _ask_as_what_it_is(block.since_question, {QuestionKind.DATE}, table, "since_question")


@refuse_contradictions.register
def _age(block: c.HasAge, table: Table) -> None:
    if block.year_starts and block.on is c.AgeOn.JUDGED_DATE:
        table.fail(_("This says nothing without “%(word)s”.", word="on"), "year_starts")


@refuse_contradictions.register
def _answer(block: c.AnswerIs, table: Table) -> None:
    _ask_as_what_it_is(block.question, {QuestionKind.YES_NO}, table)


@refuse_contradictions.register
def _number(block: c.NumberIs, table: Table) -> None:
    _ask_as_what_it_is(block.question, {QuestionKind.NUMBER, QuestionKind.EURO}, table)


def _ask_as_what_it_is(
    question: Question, wanted: set[QuestionKind], table: Table, key: str = "question"
) -> None:
    """A question is asked as what it is: a number is not answered with yes."""
    if question.kind not in wanted:
        kind = question.kind.value
        table.fail(_("The answer to this question is of another kind: %(kind)s.", kind=kind), key)


@refuse_contradictions.register
def _percent(block: Percent, table: Table) -> None:
    if block.percent is None and not block.open:
        table.fail(_("Write the percentage, or “open” where the text gives none."), "percent")
    if block.percent is not None and block.open:
        table.fail(_("A figure is given, so nothing is open. Write “assumed” or leave one out."))


@refuse_contradictions.register
def _own_share(block: OwnShare, table: Table) -> None:
    if (block.own_cents is None) is not bool(block.open):
        table.fail(_("Write either an amount, or “open” where the text prints none."), "own")


@refuse_contradictions.register
def _fixed(block: FixedCeiling, table: Table) -> None:
    if (block.amount_cents is None) is not bool(block.open):
        table.fail(_("Write either an amount, or “open” where the text prints none."), "amount")


@refuse_contradictions.register
def _open(block: OpenAmount, table: Table) -> None:
    if not block.open:
        table.fail(_("Write in “open” what the text does not say."), "open")


@refuse_contradictions.register
def _evidence(block: Evidence, table: Table) -> None:
    if not (block.any_of or block.open):
        table.fail(_("Name the proofs of which one is enough, or write “open” and why."), "any_of")


@refuse_contradictions.register
def _decide(block: Decide, table: Table) -> None:
    if not (block.body or block.open):
        table.fail(_("Name who decides, or write “open” and why."), "body")


@refuse_contradictions.register
def _basis(block: Basis, table: Table) -> None:
    figures = (block.counter_up_to_cents, block.second_above_cents)
    says = (block.rests_on, block.deviation_body, block.registers, block.open)
    if not any(says) and figures == (None, None):
        table.fail(_("Write on what the fund rests, or “open” and why."), "rests_on")
    if block.counter_up_to_cents is not None and block.rests_on is not Ground.COUNCIL_RULE:
        table.fail(
            _("Only a rule of the council may let the worker grant at the counter."),
            "counter_up_to",
        )
    _may_decide(block.rests_on, block.deviation_body, table, "deviation_body")


def _may_decide(ground: Ground | None, body: str, table: Table, key: str) -> None:
    if ground and body and not may_belong(ground.value, body):
        table.fail(_("This body cannot decide on that basis. Choose another one."), key)


@refuse_contradictions.register
def _time_limits(block: TimeLimits, table: Table) -> None:
    if not any((*_figures(block), block.appeal_to, block.next_working_day, block.open)):
        table.fail(_("Write at least one term, or “open” and why."), "decide_days")


def _figures(block: TimeLimits) -> tuple[int | None, ...]:
    return (block.decide_days, block.notify_days, block.forward_days, block.appeal_months)


def _refuse_what_the_basis_forbids(block: Scheme, table: Table) -> None:
    """Who decides, and how long it may take, where the scheme itself says on what it rests."""
    ground = block.basis.rests_on if block.basis else None
    for place, one in enumerate(block.decide, start=1):
        _may_decide(ground, one.body, table, f"decide[{place}].body")
    if block.basis and block.basis.registers and block.kind is not SchemeKind.DISCOUNT:
        table.fail(_("Only a discount can be registered."), "basis.registers_free_discounts")
    if ground is Ground.INDIVIDUAL_AID and block.time_limits:
        _refuse_longer_than_the_law(block.time_limits, table)


def _refuse_longer_than_the_law(limits: TimeLimits, table: Table) -> None:
    words = ("decide_days", "notify_days", "forward_days")
    for word, most in zip(words, (DECIDE_DAYS, NOTIFY_DAYS, FORWARD_DAYS), strict=True):
        if (getattr(limits, word) or 0) > most:
            said = _("For individual aid the law says %(most)s at most.", most=most)
            table.fail(said, f"time_limits.{word}")
    if limits.appeal_months and limits.appeal_months != APPEAL_MONTHS:
        said = _("For individual aid the law says %(most)s months.", most=APPEAL_MONTHS)
        table.fail(said, "time_limits.appeal_months")
    if limits.appeal_to and limits.appeal_to != LABOUR_COURT:
        table.fail(
            _("For individual aid the appeal goes to the labour court."), "time_limits.appeal_to"
        )


@refuse_contradictions.register
def _pay(block: Pay, table: Table) -> None:
    if not (block.payees or block.open):
        table.fail(_("Name to whom the fund may pay, or write “open” and why."), "to")


@refuse_contradictions.register
def _split(block: Split, table: Table) -> None:
    parts = (block.client_percent, block.provider_percent, block.network_percent)
    known = [part for part in parts if part is not None]
    if known and (len(known) < len(parts) or sum(known) != WHOLE_COST):
        table.fail(_("The shares of client, provider and network add up to 100."), "client")


@refuse_contradictions.register
def _cap(block: Cap, table: Table) -> None:
    has_limit = block.limit_cents is not None or block.count is not None
    if has_limit is bool(block.open):
        table.fail(_("Write either a limit, or “open” where the text prints none."), "limit")
    if (block.starts is None) is (block.period is Period.YEAR_FROM):
        table.fail(_("Write “starts” with the period “year_from”, and only there."), "starts")
    if block.count_of is not CountOf.REQUESTS and block.count is None:
        table.fail(_("This says nothing without “%(word)s”.", word="count"), "count_of")
    is_for_some = bool(block.when.age or block.when.roles)
    if block.only_theirs and (block.per is not CapPer.HOUSEHOLD or not is_for_some):
        table.fail(
            _("This is for a cap of the household with an age or roles in “when”."), "only_theirs"
        )
    if block.index and block.limit_cents is None:
        table.fail(_("This says nothing without “%(word)s”.", word="limit"), "index")


@refuse_contradictions.register
def _when(block: When, table: Table) -> None:
    if block.categories & block.except_categories:
        table.fail(_("A category is covered and excepted at once. Take one away."))


@refuse_contradictions.register
def _income(block: c.IncomeUpTo, table: Table) -> None:
    if block.current_if_changed and block.reference_years_before is None:
        table.fail(
            _("This says nothing without “%(word)s”.", word="reference_years_before"),
            "current_if_changed",
        )


@refuse_contradictions.register
def _cover(block: Cover, table: Table) -> None:
    if block.categories & block.excluded:
        table.fail(_("A category is covered and excepted at once. Take one away."))


@refuse_contradictions.register
def _window(block: Window, table: Table) -> None:
    if not (block.from_on or block.until_on or block.this_year or block.open):
        table.fail(_("Write “from”, “until” or “this_year”, or “open” and why."))
    if block.from_on and block.until_on and block.until_on < block.from_on:
        table.fail(_("The last day lies before the first. Change one of them."), "until")
    if block.year_starts and not block.this_year:
        table.fail(_("This says nothing without “%(word)s”.", word="this_year"), "year_starts")


@refuse_contradictions.register
def _deadline(block: Deadline, table: Table) -> None:
    ways = (block.day, block.within_days, block.within_months, block.days_before, block.on)
    said = sum(1 for one in ways if one is not None)
    if (block.month is None) is not (block.day is None) or said > 1 or not (said or block.open):
        table.fail(_("Write month and day of the last day to ask, or “open” and why."))
    if block.month and block.day and not _comes_every_year(block.month, block.day):
        table.fail(_("This day does not come every year. Choose another day."), "day")
    if block.month is None and (block.years_later or block.year_starts):
        word = "years_later" if block.years_later else "year_starts"
        table.fail(_("This says nothing without “%(word)s”.", word="month"), word)


def _comes_every_year(month: int, day: int) -> bool:
    longest = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return day <= longest[month - 1]


@refuse_contradictions.register
def _exclusive(block: Exclusive, table: Table) -> None:
    if not (block.schemes or block.payers or block.other_discount or block.open):
        table.fail(_("Name the schemes or the payers that exclude this one."))


@refuse_contradictions.register
def _scheme(block: Scheme, table: Table) -> None:
    if not block.amounts:
        table.fail(_("Write at least one amount; one that is “open” if need be."), "amounts")
    has_split = any(isinstance(amount, Split) for amount in block.amounts)
    if has_split and block.kind is not SchemeKind.DISCOUNT:
        table.fail(_("Only a discount is split. Write kind = “discount”."), "amounts")
    caps = {cap.name for cap in block.caps}
    for cap in block.caps:
        if cap.overflow and (cap.overflow not in caps or cap.overflow == cap.name):
            table.fail(_("Name another cap of this scheme."), f"caps.{cap.name}.parents_room_of")
    _refuse_what_the_basis_forbids(block, table)
    refuse_holes(block, table)
