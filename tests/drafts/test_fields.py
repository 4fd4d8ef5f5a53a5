"""Every field of every block can be filled in: labels, closed lists, and a round trip of all shipped rules."""

from __future__ import annotations

from enum import StrEnum

import pytest
from werkzeug.datastructures import MultiDict

from core.config import ROOT
from regulation.drafts.case_rows import opened
from regulation.drafts.desk import BlockDesk
from regulation.drafts.models import RuleDraft
from regulation.editing.labels.choices import CHOICES
from regulation.editing.labels.names import NAMES
from regulation.editing.leaves import LABELS, told_of
from regulation.files import read_facts
from regulation.files.lexicon import Lexicon
from regulation.files.reading import parsed, rule_set_of
from regulation.files.table import Table
from regulation.files.writing import written
from regulation.shape import case_shape
from regulation.shape.shape import AT_TOP, TOP, addresses, base_at, places_of, taken
from regulation.vocabulary.blocks import When
from regulation.vocabulary.rules import RuleSet, Scheme
from regulation.vocabulary.spec import Form, specs_of
from tests.inspector import Page
from tests.portion import spread

FILES = sorted((ROOT / "regulation" / "published").glob("*.toml"))
FILES += sorted((ROOT / "regulation" / "example").glob("*.toml"))
# Blocks that stand within a form of another.
WITHIN = (case_shape.Claim, case_shape.Expect, case_shape.Member, When)


def kinds() -> set[type]:
    """Every block that a rule file may hold, and every kind of it."""
    found: set[type] = set()
    ahead: list[type] = [RuleSet, *(place.of for place in AT_TOP), *WITHIN]
    while ahead:
        kind = ahead.pop()
        if kind in found:
            continue
        found.add(kind)
        ahead += vars(kind).get("kinds", {}).values()
        ahead += [place.of for place in places_of(kind).values()]
        inner = (Form.BLOCK, Form.BLOCKS, Form.NAMED)
        ahead += [one.of for one in specs_of(kind).values() if one.form in inner]
    return found


def fields() -> list[tuple[type, str]]:
    """Every field of these that a form shows."""
    return [
        (kind, spec.key)
        for kind in sorted(kinds(), key=lambda one: one.__name__)
        for spec in specs_of(kind).values()
        if spec.key not in places_of(kind)
    ]


def test_every_field_of_every_block_has_a_label_and_a_line_of_help(words):
    with words.test_request_context():
        for kind, key in fields():
            told = told_of(kind, key)
            assert str(told.label).strip(), (kind, key)
            # An example is filled in with facts, which need no explanation.
            if kind.__module__ != case_shape.__name__:
                assert str(told.help).strip(), (kind, key)


def test_no_label_stands_for_a_field_that_is_not_there():
    special = {("Facts", "answers"), ("OwnWord", "means"), ("OwnWord", "word")}
    there = {(kind.__name__, spec.key) for kind in kinds() for spec in specs_of(kind).values()}
    labels = {(kind.__name__, key) for kind, told in LABELS.items() for key in told}
    assert labels - there - special == set()


def test_every_closed_list_has_words_for_all_that_it_holds():
    lists = {
        spec.of for kind in kinds() for spec in specs_of(kind).values() if spec.form is Form.CHOICE
    }
    for closed in lists:
        assert issubclass(closed, StrEnum)
        assert set(CHOICES[closed]) == {one.value for one in closed}, closed


def test_every_block_that_may_be_added_has_a_name():
    named = {place.of for kind in (RuleSet, Scheme) for place in places_of(kind).values()}
    for base in named:
        for kind in (base, *vars(base).get("kinds", {}).values()):
            assert NAMES.get(kind), kind


def test_the_form_of_an_example_asks_all_that_its_reader_knows():
    rules = rule_set_of(parsed(FILES[0].read_text(encoding="utf-8")))
    # These are only read where they are written: an empty list says "none".
    empty = ("statuses", "household_statuses", "parent_statuses", "members", "incomes", "burdens")
    table = Table({key: [] for key in empty}, "")
    read_facts.read_facts(table, rules.schemes, Lexicon())
    told = {spec.key for spec in specs_of(case_shape.Facts).values()} | {"answers"}
    assert set(table._known) == told


SOME = spread(FILES, one_in=10)


@pytest.mark.parametrize("path", SOME, ids=[path.stem for path in SOME])
def test_a_form_that_nobody_changed_says_what_the_file_says(words, path):
    tables = parsed(path.read_text(encoding="utf-8"))
    with words.test_request_context():
        for address in addresses(tables):
            desk = desk_at(tables, address)
            sent = sent_by(desk)
            again = desk_at(tables, address, sent)
            assert not again.wrong() or address == TOP, (address, again.form.errors)
            whole, _address = again.new_tables()
            assert whole == tables, address
            assert written(whole) == written(tables), address


def desk_at(tables, address, sent=None) -> BlockDesk:
    base = base_at(address) if address else RuleSet
    draft = RuleDraft(source_toml="")
    return BlockDesk(draft, tables, address, base, taken(tables, address), False, sent)


def sent_by(desk: BlockDesk) -> MultiDict[str, str]:
    """What a browser sends of the form, untouched."""
    html = "".join(str(field) for field in desk.form)
    fragment = Page(FakeAnswer(html))
    sent: MultiDict[str, str] = MultiDict()
    for element in fragment.root.iter():
        name, kind = element.get("name"), element.get("type")
        if not name or (kind == "checkbox" and element.get("checked") is None):
            continue
        if element.tag == "select":
            options = list(element.iter("option"))
            chosen = [one for one in options if one.get("selected") is not None] or options[:1]
            sent.add(name, chosen[0].get("value", ""))
        elif element.tag == "textarea":
            sent.add(name, (element.text or "").removeprefix("\n"))
        else:
            sent.add(name, element.get("value", ""))
    return sent


class FakeAnswer:
    """As much of an answer as a page needs to be read."""

    status_code = 200

    def __init__(self, html: str) -> None:
        self.html = html

    def get_data(self, as_text: bool) -> str:
        return self.html


def test_rows_of_words_and_values_are_opened_for_a_form():
    facts = {"other_payers": {"school": 5}, "cost": 20}
    assert opened(case_shape.Facts, facts)["other_payers"] == [{"payer": "school", "amount": 5}]
