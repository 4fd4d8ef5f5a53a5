"""The regulation room on the command line: check rule files, judge by one. It needs no database."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
from flask.cli import AppGroup

from core.money import show_cents
from regulation.files.read_facts import word_of
from regulation.files.read_json import read_json_file
from regulation.files.reading import parsed, read_case_by, read_rule_file
from regulation.files.table import RuleFileError
from regulation.files.writing import written
from regulation.judge.assess import assess
from regulation.judge.trial import Difference, Value, differences
from regulation.shape.schema import schema_text
from regulation.words import evidence_text, outcome_text, shown_lines

regulation_commands = AppGroup("regulation", help="Check rule files, and judge by them.")

IN_EURO = frozenset({"amount", "maximum", "left", "client", "provider", "ceiling", "first"})


@regulation_commands.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Read rule files (or folders of them) and run the examples in them."""
    passed = failed = 0
    for path in _files(paths):
        try:
            rules = read_rule_file(path)
        except RuleFileError as error:
            click.echo(f"{path}: {error}")
            failed += 1
            continue
        failing = 0
        for case, wrong in groupby(differences(rules), key=lambda one: one.case):
            click.echo(f"{path}: “{case}”: {'; '.join(map(_told, wrong))}")
            failing += 1
        passed, failed = passed + len(rules.cases) - failing, failed + failing
    click.echo(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.toml")) if path.is_dir() else (path,)


def _told(one: Difference) -> str:
    expected, got = _shown(one.what, one.expected), _shown(one.what, one.got)
    return f"{one.what}: expected {expected}, got {got}"


def _shown(what: str, value: Value) -> str:
    if value is None or value == ():
        return "-"
    if what in IN_EURO and isinstance(value, int):
        return show_cents(value)
    if isinstance(value, tuple):
        return ", ".join(map(word_of, value) if what == "missing" else value)
    return str(value)


@regulation_commands.command("format")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def format_files(paths: tuple[Path, ...]) -> None:
    """Write rule files (or folders of them) in the one shape in which they come back unchanged."""
    for path in _files(paths):
        try:
            read_rule_file(path)
            text = path.read_text(encoding="utf-8")
            shaped = written(parsed(text))
        except RuleFileError as error:
            raise click.ClickException(f"{path}: {error}") from error
        if shaped != text:
            path.write_text(shaped, encoding="utf-8")
            click.echo(str(path))


@regulation_commands.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of a rule file; it ships as regulation/schema.json."""
    click.echo(schema_text(), nl=False)


@regulation_commands.command("assess")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--facts", "facts_path", required=True, type=click.Path(path_type=Path))
def assess_file(path: Path, facts_path: Path) -> None:
    """Judge {"facts": {...}, "history": [...]}, in the words of the file, as JSON and in words."""
    try:
        read_rule_file(path)
    except RuleFileError as error:
        raise click.ClickException(f"{path}: {error}") from error
    try:
        case = read_json_file(facts_path)
        rules, facts, history = read_case_by(path.read_text(encoding="utf-8"), case)
    except RuleFileError as error:
        raise click.ClickException(f"{facts_path}: {error}") from error
    result = assess(rules, facts, history)
    told = {**result.to_json(), "missing": [word_of(fact) for fact in result.missing]}
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    click.echo()
    click.echo(outcome_text(result))
    for label, reason, cents, kind in shown_lines(result.lines):
        sign = "− " if kind else ""
        click.echo(f"{sign}{show_cents(cents)}  {label}" + (f" ({reason})" if reason else ""))
    for asked in result.evidence_needed:
        click.echo(evidence_text(asked))
