"""The published JSON Schema: it is that of the code, and agrees with the reader."""

import datetime as dt
import json
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from jsonschema import Draft202012Validator

from core.config import ROOT
from regulation.commands import regulation_commands
from regulation.files.lexicon import LISTS
from regulation.files.reading import parsed
from tests.regulation import guide
from tests.regulation.known_words import PLACES, known_at

PUBLISHED = json.loads((ROOT / "regulation" / "schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(PUBLISHED)
SHIPPED = sorted((ROOT / "regulation").glob("*/*.toml"))
DEFS = PUBLISHED["$defs"]


def plain(value: Any) -> Any:
    """A rule file as JSON holds it: its days between quotes."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def wrong_with(text: str) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(plain(parsed(text)))]


def test_the_published_schema_is_what_the_command_prints() -> None:
    app = Flask(__name__)
    app.cli.add_command(regulation_commands)
    result: Result = app.test_cli_runner().invoke(args=["regulation", "schema"])
    published = (ROOT / "regulation" / "schema.json").read_text(encoding="utf-8")
    assert result.output == published, "flask --app app regulation schema > regulation/schema.json"
    Draft202012Validator.check_schema(PUBLISHED)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_file_is_valid(path: Any) -> None:
    assert wrong_with(path.read_text(encoding="utf-8")) == []


def test_every_example_of_the_guide_is_valid() -> None:
    for text in (guide.example(), guide.frame(), *guide.fragments()):
        assert wrong_with(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 1\n", ""),
        ("format = 1", "format = 2"),
        ('id = "onze-gemeente"\n', ""),
        ("version = 1", 'version = "1"'),
        ('origin = "own"', 'origin = "ours"'),
        ("percent = 80", "percent = 101"),
        ("percent = 80", "procent = 80"),
        ('kind = "percent"\n', ""),
        ("percent = 80", "own = 5"),
        ("limit = 200", "limit = -1"),
        ('period = "calendar_year"', 'period = "year"'),
        ("month = 1\n", "month = 13\n"),
        ('any_of = ["leefloon", "increased_reimbursement"]', "any_of = []"),
        ('any_of = ["leefloon", "increased_reimbursement"]', 'any_of = "leefloon"'),
        ('of = ["woont_hier", "statuut"]\n', ""),
        ("limit = 200", "limit = 200\nwhen.age = { under = 18 }"),
        ("limit = 200", "limit = 200\nwhen.age = {}"),
        ("[schemes.vrije_tijd.pay]", '[schemes."vrije tijd".pay]'),
        ("granted = 150,", "granted = 150, open = 3,"),
        ('reason = "not_resident"', 'reason = "elders"'),
        ("facts = { cost = 100 }", "facts = { kost = 100 }"),
        ("expect = { amount", "expected = { amount"),
    ],
)
def test_a_wrong_file_is_not_valid(old: str, new: str) -> None:
    text = guide.example().replace('{ outcome = "granted", amount = 16 }', "{ amount = 16 }")
    assert old in text
    assert wrong_with(text.replace(old, new, 1)) != []


def properties_at(place: str) -> set[str]:
    """What the schema lets stand at a place of a case."""
    within = {"history": "Claim", "expect": "Expect", "facts": "Facts", "case": "Case"}
    if place == "terms":
        return set(PUBLISHED["properties"]["terms"]["properties"])
    if place in within:
        return set(DEFS[within[place]]["properties"])
    found = (DEFS["Claim"] if place == "bookings" else DEFS["Facts"])["properties"][place]
    while "anyOf" in found:
        found = found["anyOf"][-1]
    name = found.get("items", found)["$ref"].rsplit("/", 1)[1]
    return set(DEFS[name]["properties"])


@pytest.mark.parametrize("place", [*PLACES, "terms"])
def test_the_schema_of_a_case_knows_the_words_of_the_reader(place: str) -> None:
    assert properties_at(place) == known_at(place)


def test_every_block_says_what_it_is_and_every_list_is_in_it() -> None:
    assert [name for name, one in DEFS.items() if not one.get("description")] == []
    text = json.dumps(PUBLISHED)
    assert [code for terms in LISTS.values() for code in terms if f'"{code}"' not in text] == []
