"""From a file's series to dated figures, in the regulation room. It judges nothing."""

from collections.abc import Collection
from decimal import Decimal

from flask_babel import lazy_gettext as _

from regulation.files.fields import read_fields
from regulation.files.lexicon import Lexicon
from regulation.files.table import Table
from regulation.findings.incomes import EACH
from regulation.judge.caps import INDEX
from regulation.vocabulary.rules import Figure, Series

MOST_DEPENDANTS = 30


def read_series(name: str, table: Table, lexicon: Lexicon, categories: Collection[str]) -> Series:
    """A series, its figures in any order; one without figures must say why it is open."""
    figures = tuple(_figure(one, categories) for one in table.tables("figures"))
    series = Series(name=name, figures=figures, **read_fields(Series, table, lexicon))
    table.done()
    if not figures and not series.open:
        table.fail(_("Write the figures from a day on, or “open” and why."), "figures")
    days = [one.from_on for one in figures]
    if len(set(days)) < len(days):
        table.fail(_("Two rows begin on the same day. Keep one."), "figures")
    return series


def _figure(table: Table, categories: Collection[str]) -> Figure:
    from_on = table.date("from")
    if from_on is None:
        table.fail(_("Write from which day these figures hold."), "from")
    known = {INDEX, EACH, *categories, *map(str, range(MOST_DEPENDANTS + 1))}
    values: dict[str, Decimal] = {}
    for column in table.words_among(known):
        figure = table.number(column)
        if figure is not None:
            values[column] = figure
    table.done()
    if not values:
        table.fail(_("Write at least one figure."))
    return Figure(from_on=from_on, values=values)
