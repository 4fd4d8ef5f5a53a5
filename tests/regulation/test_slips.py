"""What goes wrong when one types a rule: each slip has a sentence of its own, with its line or place."""

from pathlib import Path

import pytest

from regulation.files.reading import read_rule_file, read_rule_set
from regulation.files.table import RuleFileError
from tests.regulation import guide

pytestmark = pytest.mark.usefixtures("dutch")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("from = 2026-13-01", "jaar-maand-dag"),
        ("from = 2026-1-1", "jaar-maand-dag"),
        ("from = 1/2/2026", "jaar-maand-dag"),
        ("from = 1-2-2026", "jaar-maand-dag"),
        ("limit = 12,50", "Schrijf een punt"),
        ("limit = 1.200,50", "Schrijf een punt"),
        ("limit = €80", "alleen het getal"),
        ("limit = 80 euro", "alleen het getal"),
        ("limit = 80;", "alleen het getal"),
        ("percent = 12.5%", "alleen het getal"),
        ("pooled = ja", "true of false"),
        ("pooled = True", "true of false"),
        ("title = “Ons reglement”", "rechte aanhalingstekens"),
        ('title = "Ons reglement', "begint en eindigt met een aanhalingsteken"),
        ("title = Reglement", "staat tussen aanhalingstekens"),
        ('words = "U woont "hier"."', "schuine streep"),
        ("[schemes.ons fonds]", "geen spaties"),
        ("[schemes.fonds", "zoals hij begint"),
        ("[[cases]", "zoals hij begint"),
        ('title = "a\x00b"', "teken dat men niet ziet"),
    ],
)
def test_every_slip_has_its_own_sentence(line: str, words: str) -> None:
    with pytest.raises(RuleFileError) as error:
        read_rule_set(f"format = 1\n{line}\n")
    assert str(error.value).startswith("regel 2: ")
    assert words in str(error.value)
    assert "\x00" not in str(error.value)


@pytest.mark.parametrize("first", ["[[a.b]]\nc = 1\n[a.b]", "[a.b]\nc = 1\n[[a.b]]"])
def test_a_heading_with_single_and_double_brackets_is_told_to_be_double(first: str) -> None:
    with pytest.raises(RuleFileError, match=r"dubbele haken: \[\[a\.b\]\]"):
        read_rule_set(first)


def test_a_file_of_another_writing_is_told_by_its_line(tmp_path: Path) -> None:
    latin, marked = tmp_path / "latin.toml", tmp_path / "marked.toml"
    latin.write_bytes("format = 1\ntitle = 'Beëindigd'\n".encode("latin-1"))
    marked.write_bytes(b"\xef\xbb\xbfformat = 1\n")
    for path, words in ((latin, "regel 2: .*UTF-8"), (marked, "regel 1: .*zonder BOM")):
        with pytest.raises(RuleFileError, match=words):
            read_rule_file(path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("limit = 200", "limit = 200\nwhen.age = 18", "minstens één grens"),
        ("limit = 200", "limit = 200\nwhen.age = { lt = 18, lte = 20 }", "“lt” of “lte”"),
        ("limit = 200", 'limit = 200\nstarts = "1 september"', "{ month = 9, day = 1 }"),
        ("limit = 200", 'limit = 200\nwhen.roles = "child"', '["child"]'),
        ("limit = 200", 'limit = 200\nwhen.roles = "kind"', "Schrijf: child"),
        ("limit = 200", 'limit = 200\nwhen.strands = ["sport"]', "dit bestand heeft er geen"),
        ("[source]", "[bron]", "onder zijn kop: [source]"),
    ],
)
def test_what_stands_in_the_wrong_shape_is_shown_in_the_right_one(
    old: str, new: str, words: str
) -> None:
    with pytest.raises(RuleFileError) as error:
        read_rule_set(guide.example().replace(old, new, 1))
    assert words in str(error.value)
