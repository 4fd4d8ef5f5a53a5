"""Versions on the command line: brought in and written out, to the byte."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.db import db
from regulation.versions.models import RuleVersion
from tests.regulation.wording import TEXT, text_of


def run(app, *words):
    return app.test_cli_runner().invoke(args=["regulation", *map(str, words)])


def stored(app) -> list[RuleVersion]:
    with app.app_context():
        return list(db.session.scalars(select(RuleVersion).order_by(RuleVersion.id)))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "rule.toml"
    path.write_bytes(text_of(2, words={"\n": "\r\n"}).encode())
    return path


def test_what_is_imported_is_exported_to_the_byte(app, path, tmp_path):
    assert run(app, "import", path).exit_code == 0
    out = tmp_path / "out.toml"
    assert run(app, "export", "voorbeeld", 2, out).exit_code == 0
    assert out.read_bytes() == path.read_bytes()
    assert run(app, "export", "voorbeeld", 2).stdout_bytes == path.read_bytes()


def test_an_imported_version_is_not_in_force_and_names_who_brought_it(app, path, world):
    result = run(app, "import", path, "--by", "hilde")
    assert result.output.strip() == "Versie 2 van voorbeeld staat klaar."
    version = stored(app)[-1]
    assert (version.in_force_at, version.brought_in_by_id) == (None, world.people["hilde"])


def test_the_same_file_again_changes_nothing(app, path):
    for _time in range(2):
        assert run(app, "import", path).exit_code == 0
    assert len(stored(app)) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (text_of(2, words={"percent = 90": "percent = 101"}).encode(), "amounts[1].percent"),
        (b"\xff", "UTF-8"),
        ((TEXT + "# anders").encode(), "Verhoog het nummer"),
    ],
)
def test_a_wrong_file_is_told_and_not_stored(app, path, content, said):
    path.write_bytes(content)
    result = run(app, "import", path)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path}: ")
    assert said in result.output
    assert len(stored(app)) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "/nowhere/rule.toml"), "/nowhere/rule.toml: "),
        (("import", "/nowhere/rule.toml", "--by", "niemand"), "Niemand meldt zich aan"),
        (("export", "voorbeeld", 9), "Die versie is er niet."),
        (("export", "voorbeeld", 1, "/nowhere/out.toml"), "/nowhere/out.toml: "),
    ],
)
def test_what_cannot_be_done_is_one_sentence(app, words, said):
    result = run(app, *words)
    assert (result.exit_code, said in result.output) == (1, True)
    assert "Traceback" not in result.output
