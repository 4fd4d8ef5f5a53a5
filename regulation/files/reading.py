"""From the text of a rule file to a RuleSet, or one clear error, in the regulation room."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.contradictions import refuse_contradictions
from regulation.files.lexicon import read_lexicon
from regulation.files.read_cases import read_cases
from regulation.files.read_conditions import Conditions
from regulation.files.read_schemes import read_schemes
from regulation.files.table import RuleFileError, Table
from regulation.judge.rules import Origin, RuleSet, Source, Validity

LARGEST_FILE = 1_000_000
FORMAT = 1


def read_rule_file(path: Path) -> RuleSet:
    """The rule set in a file; raises RuleFileError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large()
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise RuleFileError("", _("This file cannot be read.")) from error
    except UnicodeDecodeError as error:
        raise RuleFileError("", _("This file is not written in UTF-8. Save it so.")) from error
    return read_rule_set(text)


def read_rule_set(text: str) -> RuleSet:
    """The rule set in a text; raises RuleFileError. Nothing is half read."""
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise _too_large()
    return _rule_set(Table(_parsed(text), ""))


def _too_large() -> RuleFileError:
    return RuleFileError("", _("This file is larger than one megabyte. No rule needs that."))


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as error:
        raise RuleFileError("", _("This file is nested too deep.")) from error
    except (ValueError, ArithmeticError) as error:
        # tomllib says line and column, and what it met there.
        message = _("This is not TOML: %(what)s", what=str(error)[:300])
        raise RuleFileError("", message) from error


def _rule_set(top: Table) -> RuleSet:
    if top.whole("format", most=FORMAT) != FORMAT:
        top.fail(_("Write “format = 1” on the first line."), "format")
    lexicon = read_lexicon(top)
    conditions = Conditions(top.named("conditions"), lexicon).all()
    tables = top.named("schemes")
    if not tables:
        top.fail(_("Write at least one scheme."), "schemes")
    schemes = read_schemes(tables, conditions, lexicon)
    for code, scheme in schemes.items():
        refuse_contradictions(f"schemes.{code}", scheme)
    version = top.whole("version", least=1, most=1_000_000)
    if version is None:
        top.fail(_("Write the number of this version, from 1."), "version")
    rule_set = RuleSet(
        rule_id=top.text("id", required=True, most=60),
        version=version,
        title=top.text("title", required=True, most=160),
        origin=Origin(top.choice("origin", list(Origin))),
        source=_source(top),
        validity=_validity(top, lexicon.block),
        articles=lexicon.articles,
        conditions=conditions,
        schemes=schemes,
        cases=read_cases(top, schemes, lexicon),
        **lexicon.block(top),
    )
    top.done()
    return rule_set


def _source(top: Table) -> Source:
    table = top.table("source")
    if table is None:
        top.fail(_("Write where the rule comes from."), "source")
    source = Source(
        name=table.text("name", required=True, most=200),
        url=table.text("url", most=500),
        dated_on=table.date("dated"),
        seen_on=table.date("seen"),
        truncated=table.flag("truncated") or False,
    )
    table.done()
    return source


def _validity(top: Table, block: Any) -> Validity:
    table = top.table("validity")
    if table is None:
        top.fail(_("Write from which day the rule holds, or “open” and why."), "validity")
    from_on, until_on, common = table.date("from"), table.date("until"), block(table)
    table.done()
    if from_on is None and not common["open"]:
        table.fail(_("Write from which day the rule holds, or “open” and why."), "from")
    if until_on and (from_on is None or until_on < from_on):
        table.fail(_("The last day lies before the first. Change one of them."), "until")
    return Validity(from_on=from_on, until_on=until_on, **common)
