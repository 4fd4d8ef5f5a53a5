"""A mandate is asked to contact a third party, and for nothing else."""

from __future__ import annotations

import pytest

from tests.people.test_client_page import lenas, post

MANDATE = {"party": "Basisschool De Krekel", "scope": "de betaling van het kamp",
           "signed_by": "Lena Peeters", "signed_on": "01/11/2026", "until_on": "30/06/2027"}  # fmt: skip
CONTACT = {"held_on": "24/11/2026", "how": "phone", "words": "Het kamp is betaald."}


def given(sign_in, world, **change):
    browser = sign_in("an")
    post(browser, lenas(world) + "/mandates", {**MANDATE, **change})
    return browser


def third_on(browser, world):
    """The choice of the form for the third party, if there is one."""
    form = browser.page(lenas(world) + "/contacts/new")
    options = [one.get("value") for one in form.all("option")]
    return next((value for value in options if value.startswith("third-")), None)


def test_a_mandate_says_with_whom_about_what_and_until_when(sign_in, world):
    shown = given(sign_in, world).page(lenas(world) + "/mandates").text()
    for words in (MANDATE["party"], MANDATE["scope"], "Lena Peeters", "01/11/2026", "30/06/2027"):
        assert words in shown, words


def test_elsewhere_it_is_not_shown(sign_in, world):
    browser = given(sign_in, world)
    client = world.clients["lena"]
    for page in (lenas(world), f"/filings/new?client={client}", lenas(world) + "/timeline"):
        assert "Krekel" not in browser.page(page).text(), page
    sign_in("bert").page(lenas(world) + "/mandates", status=404)


def test_a_third_party_is_contacted_by_a_mandate_only(sign_in, world):
    browser = sign_in("an")
    assert third_on(browser, world) is None
    given(sign_in, world)
    post(
        browser, lenas(world) + "/contacts/new", {**CONTACT, "with_whom": third_on(browser, world)}
    )
    shown = browser.page(lenas(world)).text()
    assert "Telefoon: Basisschool De Krekel" in shown
    assert "Het kamp is betaald." in shown


@pytest.mark.parametrize("day", ["31/10/2026", "24/11/2026"])
def test_not_before_it_was_signed_nor_after_it_was_withdrawn(sign_in, world, day):
    browser = given(sign_in, world)
    third = third_on(browser, world)
    number = third.removeprefix("third-")
    post(browser, f"{lenas(world)}/mandates/{number}/withdraw", {})
    data = {**CONTACT, "held_on": day, "with_whom": third}
    page = post(browser, lenas(world) + "/contacts/new", data, 422)
    assert "gold deze machtiging niet" in page.text(page.by_id("held_on-error"))
    assert "ingetrokken op 24/11/2026" in browser.page(lenas(world) + "/mandates").text()


def test_another_clients_mandate_serves_nobody_else(sign_in, world):
    browser = given(sign_in, world)
    third = third_on(browser, world)
    zoe = f"/clients/{world.clients['zoë']}"
    post(browser, zoe + "/contacts/new", {**CONTACT, "with_whom": third}, 422)
    number = third.removeprefix("third-")
    assert browser.send(f"{zoe}/mandates/{number}/withdraw").status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"party": ""}, "party"),
        ({"scope": " "}, "scope"),
        ({"signed_by": ""}, "signed_by"),
        ({"signed_on": "25/11/2026"}, "signed_on"),
        ({"until_on": "31/10/2026"}, "until_on"),
        ({"until_on": ""}, "until_on"),
    ],
)
def test_a_mandate_that_cannot_be_is_refused(sign_in, world, change, field):
    page = post(sign_in("an"), lenas(world) + "/mandates", {**MANDATE, **change}, 422)
    assert page.by_id(f"{field}-error") is not None
    assert page.title.startswith("Fout:")


@pytest.mark.parametrize("change", [{"held_on": "25/11/2026"}, {"words": ""}, {"how": "rook"}])
def test_a_contact_that_cannot_be_is_refused(sign_in, world, change):
    data = {**CONTACT, "with_whom": "client", **change}
    page = post(sign_in("an"), lenas(world) + "/contacts/new", data, 422)
    assert page.by_id(f"{next(iter(change))}-error") is not None
