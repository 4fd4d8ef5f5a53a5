"""Reading one block of a rule file that is not finished as a whole, for the editor. It judges nothing."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from regulation.files.fields import read_block, read_fields
from regulation.files.lexicon import LISTS, Lexicon, read_own_words
from regulation.files.read_series import read_series
from regulation.files.reading import Conditions
from regulation.files.table import RuleFileError, Table
from regulation.shape.case_shape import Figures
from regulation.shape.shape import Address, base_at, written_place
from regulation.vocabulary.blocks import Article, Condition, Question, QuestionKind
from regulation.vocabulary.rules import RuleSet, Series


def read_part(tables: Mapping[str, Any], address: Address) -> Any:
    """The block at an address, whatever is wrong elsewhere; raises RuleFileError.

    What it names must be there, but need not be finished. Cases are read with the whole only.
    """
    if base_at(address) is Figures:
        return read_part(tables, address[:-2])
    lexicon = lexicon_of(tables)
    base, name = base_at(address), address[-1] if address else ""
    if base is Condition and lexicon.conditions is not None:
        return lexicon.conditions.named(name)
    place = written_place(tables, address)
    table = Table(_at(tables, address), place)
    if base is Series:
        return read_series(name, table, lexicon, LISTS["leefloon_categories"])
    if base is RuleSet:
        return read_fields(RuleSet, table, lexicon)
    given = {one.name for one in fields(base) if not one.metadata} & {"name", "code"}
    return read_block(base, table, lexicon, **dict.fromkeys(given, name))


def _at(tables: Mapping[str, Any], address: Address) -> Any:
    found: Any = tables
    for step in address:
        if isinstance(found, list):
            found = found[int(step)]
        elif step in found:
            found = found[step]
    return found


def lexicon_of(tables: Mapping[str, Any]) -> Lexicon:
    """What the blocks of an unfinished file may name: all that stands there, finished or not."""
    lexicon = Lexicon(schemes=tables.get("schemes", {}).keys())
    lexicon.own = read_own_words(Table({"terms": tables.get("terms", {})}, ""))
    lexicon.articles = {
        name: _or(Article(name=name, ref=str(table.get("ref", name))), _article, name, table)
        for name, table in tables.get("articles", {}).items()
    }
    lexicon.questions = {
        name: _or(Question(name=name, kind=QuestionKind.YES_NO), _question, name, table, lexicon)
        for name, table in tables.get("questions", {}).items()
    }
    lexicon.series = {
        name: _or(Series(name=name, title=name), _series, name, table, lexicon)
        for name, table in tables.get("series", {}).items()
    }
    named = {
        name: Table(table, f"conditions.{name}")
        for name, table in tables.get("conditions", {}).items()
    }
    lexicon.conditions = Conditions(named, lexicon)
    return lexicon


def _or(otherwise: Any, read: Callable[..., Any], *values: Any) -> Any:
    try:
        return read(*values)
    except RuleFileError:
        return otherwise


def _article(name: str, table: Any) -> Article:
    return read_block(Article, Table(table, f"articles.{name}"), Lexicon(), name=name)


def _question(name: str, table: Any, lexicon: Lexicon) -> Question:
    return read_block(Question, Table(table, f"questions.{name}"), lexicon, name=name)


def _series(name: str, table: Any, lexicon: Lexicon) -> Series:
    known = LISTS["leefloon_categories"]
    return read_series(name, Table(table, f"series.{name}"), lexicon, known)
