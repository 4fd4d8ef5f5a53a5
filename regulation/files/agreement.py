"""What the parts of a rule file may not say of each other, in the regulation room. No reading."""

import datetime as dt
from collections.abc import Iterator

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import LISTS
from regulation.files.table import Table
from regulation.judge.caps import INDEX
from regulation.vocabulary import conditions as c
from regulation.vocabulary.ceilings import PercentOfSeries, TableOfDependants
from regulation.vocabulary.means import MOST_DEPENDANTS
from regulation.vocabulary.rules import RuleSet


def refuse_disagreement(rule_set: RuleSet, top: Table) -> None:
    """Raise where one part of a file names another that is not what it takes it for."""
    for series, wanted, place in _columns(rule_set):
        figures = rule_set.series[series].figures
        if figures and not any(column in one.values for one in figures for column in wanted):
            words = ", ".join(wanted)
            top.fail(_("The series has none of these columns: %(words)s.", words=words), place)
    _refuse_index(rule_set, top)


def _columns(rule_set: RuleSet) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Which columns each ceiling looks for in its series, and where that stands."""
    for name, condition in rule_set.conditions.items():
        ceiling = condition.ceiling if isinstance(condition, c.IncomeUpTo) else None
        place = f"conditions.{name}.ceiling.series"
        if isinstance(ceiling, PercentOfSeries):
            yield ceiling.series, tuple(LISTS["leefloon_categories"]), place
        if isinstance(ceiling, TableOfDependants):
            yield ceiling.series, tuple(map(str, range(MOST_DEPENDANTS + 1))), place


def _refuse_index(rule_set: RuleSet, top: Table) -> None:
    """A limit that is indexed needs the figure of its base year."""
    for code, scheme in rule_set.schemes.items():
        for cap in scheme.caps:
            if cap.index is None or not rule_set.series[cap.index.series].figures:
                continue
            series, year = rule_set.series[cap.index.series], cap.index.base_year
            if not series.on(dt.date(year, 12, 31), INDEX):
                place = f"schemes.{code}.caps.{cap.name}.index.base_year"
                top.fail(_("The series has no “value” for this year."), place)
