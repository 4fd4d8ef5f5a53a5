"""The commands of the regulation room, run without a database."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from core.pages.words import init_words
from regulation.commands import regulation_commands
from regulation.files.reading import read_rule_file

FOLDER = Path(__file__).parents[2] / "regulation"
EXAMPLE = FOLDER / "example" / "voorbeeld.toml"


@pytest.fixture
def bare() -> Flask:
    """No database: only the words and the commands."""
    app = Flask(__name__)
    init_words(app)
    app.cli.add_command(regulation_commands)
    return app


def run(app: Flask, *words: object) -> Result:
    return app.test_cli_runner().invoke(args=["regulation", *map(str, words)])


def test_check_counts_the_examples_of_all_files(bare: Flask) -> None:
    result = run(bare, "check", FOLDER / "published", EXAMPLE)
    texts = [path.read_text("utf-8") for path in (*FOLDER.glob("published/*.toml"), EXAMPLE)]
    examples = sum(text.count("[[cases]]") for text in texts)
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == f"{examples} passed, 0 failed"
    assert examples > 40


CASES = read_rule_file(EXAMPLE).cases


def test_check_tells_a_failing_example_in_one_line(bare: Flask, tmp_path: Path) -> None:
    changed = tmp_path / "changed.toml"
    changed.write_text(EXAMPLE.read_text("utf-8").replace("percent = 90", "percent = 80"), "utf-8")
    result = run(bare, "check", changed)
    lines = result.output.splitlines()
    adult = next(line for line in lines if "Volwassene, kost van 50" in line)
    assert "amount: expected €\xa045,00, got €\xa040,00" in adult
    assert "left: expected €\xa035,00, got €\xa040,00" in adult
    assert result.exit_code == 1
    assert lines[-1] == f"{len(CASES) - len(lines) + 1} passed, {len(lines) - 1} failed"


def test_check_refuses_a_file_with_its_place(bare: Flask, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(EXAMPLE.read_text("utf-8").replace("percent = 90", "percent = 101"), "utf-8")
    result = run(bare, "check", tmp_path)
    first, last = result.output.splitlines()
    assert first.startswith(f"{wrong}: schemes.cultuurfonds.amounts[1].percent: Schrijf")
    assert (last, result.exit_code) == ("0 passed, 1 failed", 1)


def test_assess_prints_the_judgement_as_json_and_in_words(bare: Flask, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    asked = {"age": 40, "statuses": ["leefloon"], "household_statuses": [], "cost": 150.00}
    asked |= {"category": "ticket", "cost_on": "2026-06-15", "payee": "provider"}
    had = {"granted": 68, "cost_on": "2026-01-02"}
    path.write_text(json.dumps({"facts": asked, "history": [had]}), "utf-8")
    result = run(bare, "assess", EXAMPLE, "--facts", path)
    told, rest = json.JSONDecoder().raw_decode(result.output)
    assert (told["outcome"], told["amount_cents"]) == ("partly", 1_200)
    assert "Het reglement geeft €\xa012,00." in result.output[rest:]
    assert "art. 4 §2" in result.output[rest:]


def test_assess_and_check_ask_in_the_words_of_the_file(bare: Flask, tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace('eligible = "statuut"', 'eligible = "jonger_dan_26"')
    wanted = 'name = "?"\nwithout = ["age", "cost", "born"]\nexpect = { missing = ["born"] }\n'
    rule, path = tmp_path / "rule.toml", tmp_path / "facts.json"
    rule.write_text(f"{text}\n[[cases]]\n{wanted}", "utf-8")
    path.write_text(json.dumps({"facts": {"cost_on": "2026-06-15", "category": "ticket"}}), "utf-8")
    told, _at = json.JSONDecoder().raw_decode(run(bare, "assess", rule, "--facts", path).output)
    assert told["missing"] == ["born", "cost"]
    assert "“?”: missing: expected born, got born, cost" in run(bare, "check", rule).output


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"facts": 3}', '{"facts": {"kost": 3}}', '{"facts": {}, "history": 3}',
     '{"facts": {"scheme": "x", "client": "a", "household": "h"}}', "[" * 99_999],
)  # fmt: skip
def test_assess_refuses_facts_of_another_shape(bare: Flask, tmp_path: Path, text: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(text, "utf-8")
    result = run(bare, "assess", EXAMPLE, "--facts", path)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b'{"facts": {"cost": 5, "cost": 6}}', "cost: Deze naam staat hier twee keer"),
        (b'{"facts": {"cost_on": "2026-02-30"}}', "facts.cost_on: Schrijf een dag die bestaat"),
        (b'{"facts":\n {"cost": 5 "age": 6}}', "regel 2: Dit is geen JSON"),
        (b'{"facts": {"person": "\xeb"}}', "regel 1: Dit bestand is niet in UTF-8"),
        (b'{"facts": ' + b"[" * 100_000, "Dit bestand zit te diep in elkaar"),
        (b'{"cost": 5}', "facts: Schrijf hier de feiten"),
        (b" " * 2_000_000, "groter dan"),
        (None, "niet te lezen"),
    ],
)
def test_wrong_facts_are_told_with_their_file_and_place(
    bare: Flask, tmp_path: Path, text: bytes | None, words: str
) -> None:
    path = tmp_path / "facts.json"
    if text is not None:
        path.write_bytes(text)
    output = run(bare, "assess", EXAMPLE, "--facts", path).output
    assert output.startswith(f"Error: {path}: ")
    assert words in output


def test_facts_with_a_mark_at_the_beginning_are_read(bare: Flask, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(b'\xef\xbb\xbf{"facts": {"cost": 5, "cost_on": "2026-06-15"}}')
    assert run(bare, "assess", EXAMPLE, "--facts", path).exit_code == 0
