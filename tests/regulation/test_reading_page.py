"""A regulation as a page that a client could be shown: every shipped rule, in short Dutch sentences."""

from pathlib import Path

import pytest

from regulation.files.reading import read_rule_file
from regulation.sentences.page import SchemePage, Sentence, pages_of
from regulation.vocabulary.rules import RuleSet

FOLDER = Path(__file__).parents[2] / "regulation"
FILES = sorted(FOLDER.rglob("*.toml"))
LONGEST_WORDS = 45


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def rules(request: pytest.FixtureRequest, dutch: None) -> RuleSet:
    return read_rule_file(request.param)


def sentences(page: SchemePage) -> list[Sentence]:
    told = [one for section in page.sections for one in section.sentences]
    return [*told, *page.open, *page.assumed]


def test_every_block_says_something_a_person_can_read(rules: RuleSet) -> None:
    for page in pages_of(rules):
        for one in sentences(page):
            assert one.text.strip()
            assert "_" not in one.text.replace("__", ""), one.text
            assert "%(" not in one.text


def test_sentences_are_short(rules: RuleSet) -> None:
    for page in pages_of(rules):
        words = [len(part.split()) for one in sentences(page) for part in one.text.split(". ")]
        assert max(words) <= LONGEST_WORDS
        assert sum(words) / len(words) <= 15


def test_it_says_who_how_much_and_the_most_for_every_activity(rules: RuleSet) -> None:
    for page, scheme in zip(pages_of(rules), rules.schemes.values(), strict=True):
        titles = [section.title for section in page.sections]
        assert titles[0] == "Voor wie"
        assert "Hoeveel" in titles
        assert page.categories
        for cap in scheme.caps:
            assert cap.words or cap.title


def pages(town: str) -> list[SchemePage]:
    return pages_of(read_rule_file(FOLDER / "published" / f"{town}.toml"))


def test_how_an_income_ceiling_was_read_stands_on_the_page(dutch: None) -> None:
    _support, allowance = pages("landen")
    assert any("zoals gedrukt" in one.text for one in allowance.assumed)


def test_what_one_organiser_offers_is_not_promised_for_every_activity(dutch: None) -> None:
    (page,) = pages("kortenaken")
    told = " ".join(row.what for row in page.categories).lower()
    assert "kampgeld" in told
    assert "bioscoop" not in told


def test_a_rule_that_names_no_activities_is_for_all_of_them(dutch: None) -> None:
    (page,) = pages("lendelede")
    assert "bioscoop" in " ".join(row.what for row in page.categories).lower()
