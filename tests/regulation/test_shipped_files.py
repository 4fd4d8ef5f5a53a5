"""The rule files that ship with the product: each example in them comes out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from regulation.files.reading import parsed, read_rule_file, read_rule_set
from regulation.files.writing import written
from regulation.judge.assess import assess
from regulation.judge.trial import differences
from regulation.vocabulary.cases import Example
from regulation.vocabulary.rules import Origin, RuleSet

FOLDER = Path(__file__).parents[2] / "regulation"
FILES = sorted(FOLDER.glob("*/*.toml"))


def read(name: str) -> RuleSet:
    return next(read_rule_file(path) for path in FILES if path.stem == name)


def examples() -> Iterator[Any]:
    """Two towns may give an example the same name, so the town is named too."""
    for path in FILES:
        rules = read_rule_file(path)
        for example in rules.cases:
            yield pytest.param(rules, example, id=f"{path.stem}: {example.name}")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_example_of_a_shipped_file_comes_out(name: str) -> None:
    rules = read(name)
    assert len(rules.cases) >= 15
    assert list(differences(rules)) == []


@pytest.mark.parametrize(("rules", "example"), list(examples()))
def test_lines_of_every_example_add_up(rules: RuleSet, example: Example) -> None:
    result = assess(rules, example.facts, example.history)
    assert sum(line.effect_cents for line in result.lines) == result.amount_cents


def test_diepenbeek_carries_the_three_examples_of_its_source() -> None:
    from_source = [case for case in read("diepenbeek").cases if case.origin == "derived"]
    assert [case.expected.amount_cents for case in from_source] == [10_000, 4_500, 8_000]


def test_an_example_that_is_wrong_is_noticed() -> None:
    text = (FOLDER / "published" / "diepenbeek.toml").read_text(encoding="utf-8")
    wrong = list(differences(read_rule_set(text.replace("limit = 80", "limit = 81"))))
    assert ("Volwassene van 40, kost van 120", "amount", 8_000, 8_100) in [
        (one.case, one.what, one.expected, one.got) for one in wrong
    ]


def test_diepenbeek_says_what_its_source_leaves_out() -> None:
    rules = read("diepenbeek")
    assert rules.validity.from_on is None
    assert rules.validity.open
    assert rules.schemes["toelage"].deadline is not None
    assert rules.schemes["toelage"].deadline.open
    assert rules.source.url.startswith("https://www.diepenbeek.be/")


def test_the_example_is_marked_and_is_nobodys_rule() -> None:
    rules = read("voorbeeld")
    text = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
    assert rules.origin is Origin.EXAMPLE
    assert "genk" not in text.lower()
    assert list(rules.schemes) == ["cultuurfonds", "korting", "rap_op_stap"]
    assert [one.payer for one in rules.schemes.values()] == ["", "", "rap_op_stap"]


def test_every_block_of_the_example_names_its_article() -> None:
    for scheme in read("voorbeeld").schemes.values():
        blocks = [scheme, scheme.eligible, scheme.deduct, scheme.pay, *scheme.decide]
        blocks += [*scheme.amounts, *scheme.caps, *scheme.evidence, scheme.rounding]
        said = [block for block in blocks if block is not None or not scheme.payer]
        assert all(block is not None and block.ref for block in said)


def test_every_shipped_file_comes_back_byte_for_byte() -> None:
    for path in sorted(FOLDER.rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        assert written(parsed(text)) == text, path.name


# How many schemes and worked examples the sources print; docs/regulations.md says where they are.
PRINTED = {
    "beerse": (1, 0),
    "bekkevoort": (2, 3),
    "bocholt": (1, 2),
    "boechout": (1, 1),
    "deerlijk": (1, 2),
    "dessel": (1, 1),
    "diepenbeek": (1, 3),
    "evergem": (1, 0),
    "genk": (2, 1),
    "heusden-zolder": (2, 0),
    "huldenberg": (1, 0),
    "izegem": (2, 1),
    "jabbeke": (1, 1),
    "kinrooi": (1, 0),
    "kortenaken": (1, 3),
    "landen": (2, 1),
    "lede": (1, 1),
    "lendelede": (1, 1),
    "maarkedal": (1, 1),
    "oostrozebeke": (1, 0),
    "oudsbergen": (1, 0),
    "rijkevorsel": (1, 2),
    "ronse": (1, 1),
    "sint-laureins": (1, 0),
    "voeren": (1, 0),
    "vorselaar": (1, 1),
    "zwalm": (1, 0),
}


def test_every_scheme_and_every_worked_example_that_was_read_is_shipped() -> None:
    found = {}
    for path in sorted((FOLDER / "published").glob("*.toml")):
        rules = read_rule_file(path)
        printed = sum(1 for case in rules.cases if case.origin != "own")
        found[rules.rule_id] = (len(rules.schemes), printed)
    assert found == PRINTED
    assert [sum(column) for column in zip(*found.values(), strict=True)] == [32, 26]
