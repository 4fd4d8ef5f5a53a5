"""docs/regulations.md against the code: every key and word is in it, every example comes out."""

import json
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

import pytest
from flask import Flask

from core.pages.words import init_words
from regulation.files.lexicon import LISTS
from regulation.files.reading import parsed, read_case_by, read_rule_set
from regulation.files.table import RuleFileError
from regulation.files.writing import written
from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.judge.assess import assess
from regulation.judge.trial import differences
from regulation.shape.schema import rule_file_schema
from regulation.vocabulary import rules
from regulation.vocabulary.amounts import Amount
from regulation.vocabulary.blocks import Article, Block, Condition, Question
from regulation.vocabulary.ceilings import Ceiling
from regulation.vocabulary.conditions import AllOf, AnyOf, Group, NoneOf
from regulation.vocabulary.spec import Form, specs_of
from regulation.words import FACTS
from tests.regulation import guide
from tests.regulation.known_words import PLACES, known_at

BASES = (Condition, Amount, Ceiling)
INNER = (Form.BLOCK, Form.BLOCKS, Form.NAMED)


@pytest.fixture(scope="module")
def words() -> Flask:
    """The words need a catalogue, not the house."""
    app = Flask(__name__)
    init_words(app)
    return app


@pytest.fixture(autouse=True)
def dutch(words: Flask) -> Iterator[None]:
    """The checker speaks Dutch."""
    with words.app_context():
        yield


def reached(of: type, found: set[type]) -> set[type]:
    """A block and all that it may hold."""
    if of not in found:
        found.add(of)
        inner = [spec.of for spec in specs_of(of).values() if spec.form in INNER]
        for one in (*inner, *vars(of).get("kinds", {}).values()):
            reached(one, found)
    return found


def all_blocks() -> list[type]:
    """Each block with a table of its own; the three groups share one."""
    found: set[type] = {Block, Group}
    for one in (rules.RuleSet, rules.Scheme, Question, rules.Series, Article, Condition):
        reached(one, found)
    return sorted(found - {Condition, Ceiling, AllOf, AnyOf, NoneOf}, key=str)


def all_words() -> list[type[StrEnum]]:
    """Each closed list of words with a table of its own."""
    told = [spec for block in all_blocks() for spec in specs_of(block).values()]
    found = {spec.of for spec in told if spec.form is Form.CHOICE}
    return sorted({*found, Kind, Outcome, Answer} - {rules.Origin}, key=str)


def keys_of(block: type) -> set[str]:
    """The keys that the table of a block tells; what all blocks carry is told once."""
    if block is rules.RuleSet:
        known = set(rule_file_schema()["properties"])
    else:
        known = {spec.key for spec in specs_of(block).values()}
    for shared in (Block, Amount):
        if issubclass(block, shared) and block is not shared:
            known -= {spec.key for spec in specs_of(shared).values()}
    return known | ({"figures"} if block is rules.Series else set())


@pytest.mark.parametrize("block", all_blocks(), ids=lambda one: one.__name__)
def test_every_key_of_a_block_stands_in_its_table_and_no_other(block: type) -> None:
    assert set(guide.words(f"block: {block.__name__}")) == keys_of(block)


@pytest.mark.parametrize("place", [*PLACES, "terms"])
def test_every_word_of_a_case_stands_in_its_table_and_no_other(place: str) -> None:
    assert set(guide.words(f"block: {place}")) == known_at(place)


@pytest.mark.parametrize("choice", all_words(), ids=lambda one: one.__name__)
def test_every_word_of_a_closed_list_is_told_in_order(choice: type[StrEnum]) -> None:
    assert guide.words(f"words: {choice.__name__}") == [one.value for one in choice]


@pytest.mark.parametrize("base", BASES, ids=lambda one: one.__name__)
def test_every_kind_of_block_is_told(base: type) -> None:
    assert set(guide.words(f"kinds: {base.__name__}")) == set(vars(base)["kinds"])


@pytest.mark.parametrize("of", LISTS)
def test_every_code_is_told_with_its_dutch_word(of: str) -> None:
    said = [(row[0].strip("`"), row[1]) for row in guide.tables()[f"list: {of}"]]
    assert said == [(code, str(term.label)) for code, term in LISTS[of].items()]


def test_every_fact_that_may_be_asked_is_told_by_the_name_that_it_is_asked_by() -> None:
    asked = {name for row in guide.tables()["block: facts"] for name in guide.CODE.findall(row[2])}
    assert asked == set(FACTS)


def test_no_table_is_marked_that_nothing_compares() -> None:
    compared = {f"block: {one.__name__}" for one in all_blocks()}
    compared |= {f"block: {place}" for place in (*PLACES, "terms")}
    compared |= {f"words: {one.__name__}" for one in all_words()}
    compared |= {f"kinds: {one.__name__}" for one in BASES} | {f"list: {of}" for of in LISTS}
    assert set(guide.tables()) == compared | {"mistakes"}


@pytest.mark.parametrize("text", [guide.example(), guide.frame()], ids=["whole", "frame"])
def test_the_whole_files_come_out_and_come_back_byte_for_byte(text: str) -> None:
    assert list(differences(read_rule_set(text))) == []
    assert written(parsed(text)) == text


@pytest.mark.parametrize(
    "text", guide.fragments(), ids=lambda text: text.rpartition("name = ")[2].split("\n")[0]
)
def test_every_fragment_comes_out_in_the_small_file(text: str) -> None:
    assert list(differences(read_rule_set(text))) == []


def test_nearly_every_fragment_shows_what_it_does() -> None:
    without = [text for text in guide.fragments() if not read_rule_set(text).cases]
    assert len(guide.fragments()) > 40
    assert len(without) <= 1


def test_the_facts_for_assess_are_judged_by_the_first_file() -> None:
    (text,) = guide.blocks("", "json")
    rule_set, facts, history = read_case_by(guide.example(), json.loads(text, parse_float=Decimal))
    result = assess(rule_set, facts, history)
    assert (result.outcome, result.amount_cents) == (Outcome.PARTLY, 5_000)


@pytest.mark.parametrize("row", guide.tables()["mistakes"], ids=lambda row: row[0])
def test_every_mistake_is_told_as_the_checker_tells_it(row: list[str]) -> None:
    wrong, right = ("\n".join(guide.lines_of(row[n])) for n in (0, 2))
    assert right in guide.example()
    with pytest.raises(RuleFileError) as error:
        read_rule_set(guide.example().replace(right, wrong, 1))
    # A long list of words is not printed whole here.
    assert str(error.value).startswith(row[1].strip("`").removesuffix("…"))


def test_every_link_within_the_page_leads_somewhere() -> None:
    heads = {guide.anchor(line) for line in guide.TEXT.splitlines() if line.startswith("#")}
    assert guide.LINK.findall(guide.TEXT)
    assert set(guide.LINK.findall(guide.TEXT)) - heads == set()
