"""What changes: field by field, also what the words for the client hide."""

from __future__ import annotations

from copy import deepcopy

import pytest

from core.config import ROOT
from regulation.files.reading import parsed
from regulation.shape.changes import FieldChange, What, changes, own_fields
from regulation.shape.changing import add, move_up, put, remove
from regulation.shape.shape import addresses, taken
from tests.drafts.desk import address, begun, save
from tests.inspector import Page

CAP = ("schemes", "cultuurfonds", "caps", "kind")
AMOUNT = ("schemes", "cultuurfonds", "amounts", "0")


@pytest.fixture
def rule():
    path = ROOT / "regulation" / "example" / "voorbeeld.toml"
    return parsed(path.read_text(encoding="utf-8"))


def test_a_rule_beside_itself_does_not_change(rule):
    assert changes(rule, deepcopy(rule)) == []


def test_a_limit_that_changes_under_the_same_words_is_seen(rule):
    [found] = changes(rule, put(rule, CAP, taken(rule, CAP) | {"limit": 120}))
    assert (found.what, found.address) == (What.CHANGED, CAP)
    assert found.fields == (FieldChange(("limit",), 100, 120),)


def test_a_field_within_a_field_is_told_by_its_way(rule):
    cap = taken(rule, CAP) | {"when": {"age": {"lt": 21}}}
    [found] = changes(rule, put(rule, CAP, cap))
    assert found.fields == (FieldChange(("when", "age", "lt"), 18, 21),)


def test_every_block_that_goes_is_told_whatever_it_is(rule):
    for one in addresses(rule):
        if one and one[0] not in ("source", "validity"):
            found = changes(rule, remove(rule, one))
            assert {change.what for change in found} == {What.GONE}, one
            assert found[0].address == one or own_fields(rule, one) in (
                own_fields(rule, change.address) for change in found
            )


def test_a_block_that_comes_in_front_does_not_make_the_others_differ(rule):
    more, at = add(rule, AMOUNT[:-1], {"kind": "lump", "amount": 5})
    first, at = move_up(more, at)
    [found] = [one for one in changes(rule, first) if one.what is not What.MOVED]
    assert (found.what, found.address) == (What.ADDED, at)


def test_another_order_is_a_change_because_the_first_that_fits_is_used(rule):
    swapped, _at = move_up(rule, ("schemes", "cultuurfonds", "evidence", "1"))
    assert [one.what for one in changes(rule, swapped)] == [What.MOVED]


def rows(page: Page) -> list[list[str]]:
    return [
        [page.text(cell).replace("\xa0", " ") for cell in row if cell.tag in ("th", "td")]
        for row in page.all("tr")
    ]


def test_the_page_says_each_field_in_words_with_both_values(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, "/".join(CAP)), {"limit": "120", "per": "household"})
    page = hilde.page(f"/regulation/drafts/{draft_id}/changes")
    assert "Gewijzigd: Plafond" in page.text()
    assert ["Plafond", "€ 100,00", "€ 120,00"] in rows(page)
    assert ["Voor wie geteld wordt", "per persoon", "voor het gezin samen"] in rows(page)


def test_the_page_names_ages_statuses_and_articles_as_people_do(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, "/".join(CAP)), {"when-age-lt": "21", "article": "doel"})
    amounts = "/".join(AMOUNT[:-1])
    typed = {"amount": "5", "when-statuses": ["leefloon"], "unit": "half_day"}
    save(hilde, address(draft_id, amounts, "per_unit"), typed)
    told = rows(hilde.page(f"/regulation/drafts/{draft_id}/changes"))
    assert ["Alleen voor ... · Leeftijd · Onder", "18", "21"] in told
    assert ["Artikel", "art. 4 §2", "art. 1"] in told
    assert ["Alleen voor ... · Statuut van de cliënt", "–", "Leefloon"] in told
    assert ["Tijdseenheid", "–", "Halve dag"] in told


def test_a_version_is_compared_with_the_one_in_force(app, sign_in):
    page = sign_in("an").page("/regulation/versions/1/changes")
    assert "Er verandert niets" in page.text()


def test_the_page_of_every_shipped_rule_beside_the_one_in_force_can_be_read(app, sign_in):
    hilde = sign_in("hilde")
    for source in ("boechout", "zwalm", "maarkedal"):
        typed = {"source": f"shipped:{source}", "copy_title": "Ons"}
        answer = hilde.send("/regulation/drafts/copy", typed)
        page = hilde.page(f"{answer.location}/changes")
        assert len(rows(page)) > 50
        assert "{'" not in page.text()
