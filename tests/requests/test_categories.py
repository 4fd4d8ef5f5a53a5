"""Kinds of activity on the form: what the rule pays stands first; the rest can be asked and gets its no."""

from __future__ import annotations

from terms.lists import CATEGORIES
from tests.inspector import Page
from tests.requests.asking_rule import rule
from tests.requests.steps import amount, file_it, filled, said
from tests.requests.towns import in_force, text_of


def listed(page: Page) -> tuple[list[str], dict[str, list[str]]]:
    """The codes that stand first, and those under each heading."""
    select = page.by_id("category")
    groups = {
        group.get("label"): [one.get("value") for one in group] for group in select.iter("optgroup")
    }
    later = {code for codes in groups.values() for code in codes}
    codes = [one.get("value") for one in select.iter("option")]
    return [code for code in codes if code and code not in later], groups


def test_what_the_rule_pays_comes_first(sign_in, world):
    first, groups = listed(sign_in("an").page(f"/filings/new?client={world.clients['noor']}"))
    assert first == [code for code in CATEGORIES if code != "school_trip"]
    assert groups == {"Andere: het reglement betaalt deze niet": ["school_trip"]}


def test_a_rule_that_pays_everything_has_no_heading(app, sign_in, world):
    in_force(app, rule("statuut").replace('except = ["school_trip"]', "", 1))
    first, groups = listed(sign_in("an").page(f"/filings/new?client={world.clients['noor']}"))
    assert (first, groups) == (list(CATEGORIES), {})


def test_a_rule_that_names_what_it_pays(app, sign_in, world):
    in_force(app, text_of("boechout"))
    first, groups = listed(sign_in("an").page(f"/filings/new?client={world.clients['noor']}"))
    assert "camp" in first
    assert "childcare" in next(iter(groups.values()))


def test_what_is_not_paid_can_be_asked_and_gets_its_no(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world, what="Schooluitstap", activity_id="", category="school_trip")
    request_id = file_it(an, fields)
    page = an.page(f"/requests/{request_id}")
    assert amount(page) == "€ 0,00"
    assert "art. 3" in said(page)
    assert "Het reglement geeft niets." in said(page)


def test_who_is_paid_is_suggested_by_the_rule(app, sign_in, world):
    an = sign_in("an")
    assert filled(an, world)["payee"] == "provider"
    text = rule("statuut").replace('to = ["provider", "client"]', 'to = ["client"]', 1)
    in_force(app, text)
    assert filled(an, world)["payee"] == "client"
