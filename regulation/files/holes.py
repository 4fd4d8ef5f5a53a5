"""Ages that a rule forgets: bands of amounts and caps with a hole between them. It reads nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from flask_babel import lazy_gettext as _

from regulation.files.table import Table
from regulation.findings.assessment import Answer
from regulation.findings.eligibility import holds
from regulation.findings.matter import Matter
from regulation.vocabulary.blocks import When
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import Scheme

# Any day will do: only the age counts here.
ON = dt.date(2024, 6, 15)
AGES = range(121)


def refuse_holes(scheme: Scheme, table: Table) -> None:
    """Refuse a scheme that says nothing of an age that may ask, unless a block is marked open."""
    _refuse("amounts", scheme, table, [[amount.when for amount in scheme.amounts]])
    _refuse("caps", scheme, table, _bands_of_caps(scheme))


def _bands_of_caps(scheme: Scheme) -> list[list[When]]:
    """Caps that differ in age only belong together: one band beside the other."""
    bands: dict[object, list[When]] = {}
    for cap in scheme.caps:
        if not (cap.pooled or cap.only_theirs):
            when = replace(cap.when, age=None)
            alike = (
                cap.per,
                cap.period,
                cap.dates_by,
                cap.counts,
                cap.count is None,
                cap.count_of,
                when,
            )
            bands.setdefault(alike, []).append(cap.when)
    return list(bands.values())


def _refuse(key: str, scheme: Scheme, table: Table, bands: Sequence[Sequence[When]]) -> None:
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
                table.fail(message, key)


def _may_ask(scheme: Scheme, years: int) -> bool:
    """Could anybody of this age be eligible?"""
    if scheme.eligible is None:
        return True
    birth_on = ON.replace(year=ON.year - years)
    somebody = Facts(scheme=scheme.code, client="", household="", birth_on=birth_on)
    return holds(scheme.eligible, Matter(scheme, somebody, ON)).answer is not Answer.NO
