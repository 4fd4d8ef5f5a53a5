"""A column that holds one of the house's own words, as a condition of a statement. It reads nothing."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, SQLColumnExpression, literal_column


def one_of(column: SQLColumnExpression[str], words: Iterable[str]) -> ColumnElement[bool]:
    """As `column.in_(words)`, with the words in the statement itself: parameters of an IN are counted and
    written out anew each time it runs. ValueError for what is no plain word: never for what somebody typed."""
    wanted = tuple(words)
    if not all(word.isidentifier() for word in wanted):
        raise ValueError("only words of the house's own lists")
    return column.in_([literal_column(f"'{word}'") for word in wanted])
