"""What a rule file may not say although each word is right, in the regulation room. No reading."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from flask_babel import lazy_gettext as _

from regulation.files.table import RuleFileError
from regulation.judge.blocks import When
from regulation.judge.eligibility import holds
from regulation.judge.facts import Facts
from regulation.judge.findings import Answer
from regulation.judge.rules import Percent, Scheme, SchemeKind, Split

# Any day will do: only the age counts here.
ON = dt.date(2024, 6, 15)
AGES = range(121)


def refuse_contradictions(place: str, scheme: Scheme) -> None:
    """Raise on what contradicts itself or leaves a person without an answer."""
    if not scheme.amounts:
        raise RuleFileError(
            f"{place}.amounts", _("Write at least one amount; one that is “open” if need be.")
        )
    wrong_kind = Percent if scheme.kind is SchemeKind.DISCOUNT else Split
    if any(isinstance(amount, wrong_kind) for amount in scheme.amounts):
        raise RuleFileError(
            f"{place}.amounts", _("A discount has kind “split”, a refund has kind “percent”.")
        )
    if scheme.cover and scheme.cover.categories & scheme.cover.excluded:
        raise RuleFileError(
            f"{place}.cover", _("A category is covered and excepted at once. Take one away.")
        )
    _refuse_holes(f"{place}.amounts", scheme, [[amount.when for amount in scheme.amounts]])
    _refuse_holes(f"{place}.caps", scheme, _bands_of_caps(scheme))


def _bands_of_caps(scheme: Scheme) -> list[list[When]]:
    """Caps that differ in age only belong together: one band beside the other."""
    bands: dict[object, list[When]] = {}
    for cap in scheme.caps:
        alike = (cap.per, cap.period, cap.dates_by, cap.counts, replace(cap.when, age=None))
        bands.setdefault(alike, []).append(cap.when)
    return list(bands.values())


def _refuse_holes(place: str, scheme: Scheme, bands: Sequence[Sequence[When]]) -> None:
    """An age that may ask falls in a band, or in one that is marked open."""
    for band in bands:
        if all(when.age is None for when in band):
            continue
        for years in AGES:
            in_band = any(when.age is None or when.age.hold(years) for when in band)
            if not in_band and _may_ask(scheme, years):
                message = _(
                    "Nothing is said of %(age)s years. Add that age, or a block marked “open”.",
                    age=years,
                )
                raise RuleFileError(place, message)


def _may_ask(scheme: Scheme, years: int) -> bool:
    """Could anybody of this age be eligible?"""
    if scheme.eligible is None:
        return True
    birth_on = ON.replace(year=ON.year - years)
    somebody = Facts(scheme=scheme.code, client="", household="", birth_on=birth_on)
    return holds(scheme.eligible, somebody, ON).answer is not Answer.NO
