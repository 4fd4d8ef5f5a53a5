"""Thousands of damaged rule files: each is read or refused in a sentence, and what reads can be judged.

DRILL_FILES says how many, DRILL_SEED which ones; a failure names the number of its file.
"""

import os
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.config import ROOT
from regulation.files.reading import parsed, read_rule_file, read_rule_set
from regulation.files.table import RuleFileError
from regulation.files.writing import written
from regulation.findings.assessment import Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.rules import RuleSet
from tests.regulation import guide
from tests.regulation.damage import damaged
from tests.regulation.test_schema import PUBLISHED, plain

FILES = int(os.environ.get("DRILL_FILES") or 2_000)
SEED = int(os.environ.get("DRILL_SEED") or 20261124)
PARTS = 4
SHIPPED = sorted((ROOT / "regulation").glob("*/*.toml"))
VALIDATOR = Draft202012Validator(PUBLISHED)


def with_few_cases(text: str) -> str:
    """Damage shall hit the rules more than their examples."""
    tables = parsed(text)
    return written({**tables, "cases": tables.get("cases", [])[:3]})


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """What ships, and the guide's examples: between them they hold every block."""
    shipped = [path.read_text(encoding="utf-8") for path in SHIPPED]
    return [with_few_cases(text) for text in (*shipped, *guide.fragments(), guide.example())]


def judged(rule_set: RuleSet) -> list[Outcome]:
    outcomes = []
    for case in rule_set.cases:
        result = assess(rule_set, case.facts, case.history)
        assert sum(line.effect_cents for line in result.lines) == result.amount_cents
        outcomes.append(result.outcome)
    return outcomes


def survives(path: Path) -> str:
    """Reads a damaged file and judges by it; raises where anything but a refusal comes."""
    try:
        rule_set = read_rule_file(path)
    except RuleFileError as error:
        return "refused" if str(error.message).endswith((".", "?")) else "without a sentence"
    judged(rule_set)
    return "read"


@pytest.mark.parametrize("part", range(PARTS))
def test_a_damaged_file_is_refused_in_a_sentence_or_can_be_judged_by(
    part: int, texts: list[str], tmp_path: Path
) -> None:
    path, came = tmp_path / "damaged.toml", Counter[str]()
    for number in range(part, FILES, PARTS):
        path.write_bytes(damaged(texts, number, SEED))
        try:
            came[survives(path)] += 1
        except Exception as error:
            raise AssertionError(f"file {number} of seed {SEED}: {error!r}") from error
    # Else the damage would be too heavy, or too light, to try anything.
    assert 0.05 < came["read"] / came.total() < 0.5
    assert came.keys() == {"read", "refused"}


def test_what_still_reads_comes_back_the_same_and_fits_the_schema(
    texts: list[str], tmp_path: Path
) -> None:
    path, tried = tmp_path / "damaged.toml", 0
    for number in range(FILES // 5):
        path.write_bytes(damaged(texts, number, SEED + 1))
        try:
            rule_set = read_rule_file(path)
        except RuleFileError:
            continue
        tables = parsed(path.read_text(encoding="utf-8"))
        assert read_rule_set(written(tables)) == rule_set, number
        # A shared fact that every example overrules is read by nobody.
        shown = {key: value for key, value in tables.items() if key != "case_facts"}
        VALIDATOR.validate(plain(shown))
        tried += 1
    assert tried > 20
