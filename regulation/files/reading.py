"""From the text of a rule file to a RuleSet, or one clear error, in the regulation room."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.agreement import refuse_disagreement
from regulation.files.fields import read_block, read_fields
from regulation.files.lexicon import LISTS, Lexicon, read_own_words
from regulation.files.malformed import malformed
from regulation.files.read_cases import read_cases
from regulation.files.read_facts import read_facts
from regulation.files.read_history import read_claim
from regulation.files.read_series import read_series
from regulation.files.table import RuleFileError, Table
from regulation.vocabulary.blocks import Article, Condition, Question
from regulation.vocabulary.conditions import Group
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import RuleSet, Scheme

LARGEST_FILE = 1_000_000
FORMAT = 1
# Deeper than any published rule by far; beyond it nobody can follow who may ask.
DEEPEST = 12
# A part that stands in many groups is judged in each of them.
MOST_PARTS = 1_000


def read_rule_file(path: Path) -> RuleSet:
    """The rule set in a file; raises RuleFileError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large()
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise RuleFileError("", _("This file cannot be read.")) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        place = _("line %(number)s", number=line)
        raise RuleFileError(place, _("This file is not written in UTF-8. Save it so.")) from error
    return read_rule_set(text)


def read_rule_set(text: str) -> RuleSet:
    """The rule set in a text; raises RuleFileError. Nothing is half read."""
    return rule_set_of(parsed(text))


def parsed(text: str) -> dict[str, Any]:
    """The tables of a text, its decimals as they are printed; raises RuleFileError."""
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise _too_large()
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as error:
        raise RuleFileError("", _("This file is nested too deep.")) from error
    except (ValueError, ArithmeticError) as error:
        raise malformed(text, str(error)) from error


def _too_large() -> RuleFileError:
    return RuleFileError("", _("This file is larger than one megabyte. No rule needs that."))


def rule_set_of(tables: dict[str, Any]) -> RuleSet:
    """The rule set in the tables of a file; raises RuleFileError."""
    return _opened(tables)[0]


def read_case_by(text: str, case: Any) -> tuple[RuleSet, Facts, tuple[Claim, ...]]:
    """A rule set, and facts and history in the words of its file; raises RuleFileError.

    `case` is what JSON holds: {"facts": {...}, "history": [...]}.
    """
    rule_set, lexicon = _opened(parsed(text))
    table = Table(case, "", is_json=True)
    asked = table.table("facts")
    if asked is None:
        table.fail(_('Write the facts here: {"facts": {...}, "history": [...]}.'), "facts")
    facts = read_facts(asked, rule_set.schemes, lexicon)
    claims = table.tables("history")
    history = tuple(read_claim(one, facts, rule_set.schemes, lexicon) for one in claims)
    table.done()
    return rule_set, facts, history


def _opened(tables: dict[str, Any]) -> tuple[RuleSet, Lexicon]:
    top = Table(tables, "")
    try:
        lexicon = _lexicon(top)
        return _rule_set(top, lexicon), lexicon
    except RecursionError as error:
        raise RuleFileError("", _("This file is nested too deep.")) from error


@dataclass
class Conditions:
    """The conditions of a file by name; a group finds its parts here, in any order."""

    tables: dict[str, Table]
    lexicon: Lexicon
    read: dict[str, Condition] = field(default_factory=dict)
    under_way: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def names(self) -> Collection[str]:
        """The names of all."""
        return self.tables.keys()

    def all(self) -> dict[str, Condition]:
        """Every condition of the file, in its order."""
        return {name: self.named(name) for name in self.tables}

    def named(self, name: str) -> Condition:
        """One condition, with its parts read before it."""
        if name in self.read:
            return self.read[name]
        table = self.tables[name]
        if name in self.under_way:
            table.fail(_("This condition leads back to itself. Take one of the links away."))
        if len(self.under_way) >= DEEPEST:
            table.fail(_("These conditions are nested too deep: %(most)s at most.", most=DEEPEST))
        self.under_way.append(name)
        found = read_block(Condition, table, self.lexicon, name=name)
        self.under_way.pop()
        parts = found.parts if isinstance(found, Group) else ()
        self.sizes[name] = 1 + sum(self.sizes[part.name] for part in parts)
        if self.sizes[name] > MOST_PARTS:
            table.fail(
                _("These conditions have too many parts: %(most)s at most.", most=MOST_PARTS)
            )
        self.read[name] = found
        return found


def _rule_set(top: Table, lexicon: Lexicon) -> RuleSet:
    scheme_tables = top.named("schemes")
    if not scheme_tables:
        top.fail(_("Write at least one scheme."), "schemes")
    lexicon.schemes = scheme_tables.keys()
    conditions = Conditions(top.named("conditions"), lexicon)
    lexicon.conditions = conditions
    schemes = {
        code: read_block(Scheme, table, lexicon, code=code) for code, table in scheme_tables.items()
    }
    values = read_fields(RuleSet, top, lexicon)
    rule_set = RuleSet(
        **values,
        articles=lexicon.articles,
        questions=lexicon.questions,
        series=lexicon.series,
        conditions=conditions.all(),
        schemes=schemes,
        cases=read_cases(top, schemes, lexicon),
    )
    top.done()
    refuse_disagreement(rule_set, top)
    return rule_set


def _lexicon(top: Table) -> Lexicon:
    """Articles, own words, questions and series: what all other blocks may name."""
    if top.whole("format", most=FORMAT) != FORMAT:
        top.fail(_("Write “format = 1” on the first line."), "format")
    lexicon = Lexicon(own=read_own_words(top))
    lexicon.articles = {
        name: read_block(Article, table, lexicon, name=name)
        for name, table in top.named("articles").items()
    }
    lexicon.questions = {
        name: read_block(Question, table, lexicon, name=name)
        for name, table in top.named("questions").items()
    }
    lexicon.series = {
        name: read_series(name, table, lexicon, LISTS["leefloon_categories"])
        for name, table in top.named("series").items()
    }
    return lexicon
