"""Which questions of a rule stand on the form: purely, from rule and judgement, in intake's asking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any, Final

from intake.asking.told import COUNT, INSTALMENT, JUDGED, PART, PAYS, QUESTION, SCHEME
from regulation.findings.assessment import Assessment, Kind
from regulation.vocabulary.amounts import Amount, MostPer, OwnShare
from regulation.vocabulary.blocks import When
from regulation.vocabulary.conditions import IncomeUpTo
from regulation.vocabulary.limits import CountOf
from regulation.vocabulary.rules import RuleSet, Scheme, SchemeKind


class Way(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    NUMBER = "number"
    EURO = "euro"
    DATE = "date"
    CHOICE = "choice"
    SEVERAL = "several"
    SUMS = "sums"
    OPINION = "opinion"


# Every fact that a worker can tell, in the order of the form. All others stand in the files.
WAYS: Final[dict[str, Way]] = {
    SCHEME: Way.CHOICE,
    "strand": Way.CHOICE,
    "lasting": Way.YES_NO,
    "unit": Way.CHOICE,
    "unit_count": Way.NUMBER,
    COUNT: Way.NUMBER,
    INSTALMENT: Way.CHOICE,
    "activity_on": Way.DATE,
    "invoice_on": Way.DATE,
    "payment_on": Way.DATE,
    "provider_local": Way.YES_NO,
    "offered_in_town": Way.YES_NO,
    "provider_recognised": Way.YES_NO,
    "other_discount": Way.YES_NO,
    "other_schemes": Way.SEVERAL,
    "resident": Way.YES_NO,
    "resident_since": Way.DATE,
    "tariff_group": Way.CHOICE,
    "dependants": Way.NUMBER,
    "leefloon_category": Way.CHOICE,
    "incomes": Way.SUMS,
    "income_changed": Way.YES_NO,
    "burdens": Way.SUMS,
}


@dataclass(frozen=True)
class Needed:
    """The questions of one judgement. `extra` may be left: they say what a bill is made of."""

    names: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def needed_by(
    rules: RuleSet,
    scheme: Scheme,
    found: Assessment,
    answered: Iterable[str],
    *,
    has_earlier: bool = False,
) -> Needed:
    """What the judge misses and a worker can tell, and what is answered already, in a fixed order.

    `has_earlier`: there are requests that this one may be a later part of.
    """
    missing = set(found.missing)
    judged = [str(one.params["name"]) for one in found.to_judge if one.kind is Kind.TO_JUDGE]
    asked = missing | {JUDGED + name for name in judged} | set(answered)
    if len(siblings_of(rules, scheme)) > 1:
        asked.add(SCHEME)
    if counts_times(scheme) and has_earlier:
        asked.add(INSTALMENT)
    if _counts_pieces(scheme):
        asked.add(COUNT)
    order = [
        *WAYS,
        *(QUESTION + name for name in rules.questions),
        *(JUDGED + name for name in rules.conditions),
    ]
    paying = {str(one.params["payer"]) for one in found.lines if one.kind is Kind.OTHER_PAYER}
    paying |= {name.removeprefix(PAYS) for name in asked if name.startswith(PAYS)}
    return Needed(tuple(name for name in order if name in asked), extras_of(scheme, paying))


def extras_of(scheme: Scheme, paying: Iterable[str]) -> tuple[str, ...]:
    """The parts of a bill that do not count, and whether these others pay for one of them."""
    parts = sorted(excluded_parts(scheme))
    payers = sorted(paying) if parts else []
    return (*(PART + part for part in parts), *(PAYS + payer for payer in payers))


def own_schemes(rules: RuleSet) -> list[Scheme]:
    """The schemes that one can ask here; those of other payers only tell what they give first."""
    return [one for one in rules.schemes.values() if not one.payer]


def siblings_of(rules: RuleSet, scheme: Scheme) -> list[Scheme]:
    """The schemes that one must choose among once it is clear whether a discount is asked."""
    is_discount = scheme.kind is SchemeKind.DISCOUNT
    return [one for one in own_schemes(rules) if (one.kind is SchemeKind.DISCOUNT) is is_discount]


def excluded_parts(scheme: Scheme) -> frozenset[str]:
    """Parts of a bill that the scheme does not pay."""
    return frozenset().union(*(cover.excluded_parts for cover in scheme.covers))


def covered_by(scheme: Scheme, codes: Iterable[str]) -> list[str]:
    """The categories that the scheme pays for somebody, in the order given."""
    return [code for code in codes if _covers(scheme, code)]


def _covers(scheme: Scheme, code: str) -> bool:
    return not scheme.covers or any(
        (not cover.categories or code in cover.categories) and code not in cover.excluded
        for cover in scheme.covers
    )


def counts_times(scheme: Scheme) -> bool:
    """Does a cap count the times? Then all parts of one membership are one time."""
    return any(cap.count is not None for cap in scheme.caps)


def _counts_pieces(scheme: Scheme) -> bool:
    by_count = any(cap.count_of is CountOf.PIECES for cap in scheme.caps)
    return by_count or any(_by_piece(amount) for amount in scheme.amounts)


def _by_piece(amount: Amount) -> bool:
    has_most = amount.most_cents is not None and amount.most_per is MostPer.PIECE
    return isinstance(amount, OwnShare) or has_most


def words_in(scheme: Scheme, of: str) -> list[str]:
    """The words of a list that the scheme's own selectors tell apart: strands, tariff groups, units."""
    found = {word for when in _selectors(scheme) for word in getattr(when, of)}
    if of == "units":
        found |= {one.unit for one in scheme.amounts if hasattr(one, "unit")}
    return sorted(found)


def _selectors(block: Any) -> Iterator[When]:
    """Every selector inside a block, however deep."""
    if isinstance(block, When):
        yield block
    elif isinstance(block, tuple):
        for one in block:
            yield from _selectors(one)
    elif is_dataclass(block):
        for one in fields(block):
            yield from _selectors(getattr(block, one.name))


def income_years(rules: RuleSet, year: int) -> list[int]:
    """The years whose income may count, where a condition names one; the usual one first."""
    before = [
        one.reference_years_before
        for one in rules.conditions.values()
        if isinstance(one, IncomeUpTo) and one.reference_years_before is not None
    ]
    return sorted({*(year - years for years in before), *([year] if before else [])})
