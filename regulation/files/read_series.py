"""From a file's series to dated figures, in the regulation room. It judges nothing."""

from collections.abc import Collection
from decimal import Decimal
from typing import NoReturn

from flask_babel import lazy_gettext as _

from regulation.files.fields import read_fields
from regulation.files.lexicon import Lexicon, labels_of
from regulation.files.table import LONGEST_SHOWN, Table, alike
from regulation.findings.incomes import EACH
from regulation.judge.caps import INDEX
from regulation.vocabulary.means import MOST_DEPENDANTS
from regulation.vocabulary.rules import Figure, Series

DEPENDANTS = frozenset(map(str, range(MOST_DEPENDANTS + 1)))


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
    words = {INDEX, EACH, *categories}
    values: dict[str, Decimal] = {}
    for column in table.words():
        if column not in words and column not in DEPENDANTS:
            _refuse_column(table, column, words)
        figure = table.number(column)
        if figure is not None:
            values[column] = figure
    if not values:
        table.fail(_("Write at least one figure."))
    return Figure(from_on=from_on, values=values)


def _refuse_column(table: Table, column: str, words: Collection[str]) -> NoReturn:
    """The column that may be meant; else what a column may be, in one breath."""
    if near := alike(column, words, labels_of("leefloon_categories")):
        table.fail(_("Unknown word. Do you mean “%(word)s”?", word=near[0]), column)
    message = _(
        "“%(column)s” is no column. Write %(words)s, or a number of dependants (0 to %(most)s).",
        column=column[:LONGEST_SHOWN],
        words=", ".join(sorted(words)),
        most=MOST_DEPENDANTS,
    )
    table.fail(message, column)
