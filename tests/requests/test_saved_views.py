"""Filters with a name: each person her own, with a count, and one of them may open the list."""

from __future__ import annotations

from accounts.saved_views.actions import MOST_VIEWS
from tests.counting import queries_of
from tests.inspector import Page
from tests.requests.steps import discount, errors, file_it, filed, said
from tests.requests.test_lists import numbers

SWIM = "/requests?who=mine&state=any&category=swimming"


def saved(browser, name="Zwemmen", address=SWIM):
    action = "/requests/views"
    form = next(f for f in browser.page(address).all("form") if action in f.get("action", ""))
    token = browser.page(address).form(action)
    return browser.post(form.get("action"), data=token | {"name": name})


def on_view(browser, rest, **typed):
    """One of the three things that can be done with the view that is open."""
    number = next(
        f.get("action") for f in browser.page(SWIM).all("form")
        if f.get("action", "").startswith("/requests/views/")
    )  # fmt: skip
    return browser.post(number + rest, data=browser.page(SWIM).form(number) | typed)


def test_a_view_keeps_its_filters_and_says_how_many(sign_in, world):
    an = sign_in("an")
    filed(an, world)
    file_it(an, discount(an, world))
    assert saved(an).status_code == 303
    page = an.page("/requests")
    assert "Zwemmen 1" in said(page)
    assert numbers(an.page(page.link("Zwemmen"))) == ["2026-0002"]
    assert len(numbers(page)) == 2


def test_the_first_view_opens_the_list_until_it_no_longer_does(sign_in, world):
    an = sign_in("an")
    filed(an, world)
    saved(an)
    assert on_view(an, "/first").status_code == 303
    page = an.page("/requests")
    assert numbers(page) == []
    assert numbers(an.page(page.link("Open"))) == []  # of swimming none is open
    assert numbers(an.page(page.link("Zwemmen ×"))) == ["2026-0001"]
    on_view(an, "/first")
    assert numbers(an.page("/requests")) == ["2026-0001"]


def test_renamed_and_removed_with_the_list_still_there(sign_in):
    an = sign_in("an")
    saved(an)
    on_view(an, "", name="Plons")
    assert "Plons 0" in said(an.page("/requests"))
    gone = Page(an.get(on_view(an, "/remove").location))
    assert "De weergave is verwijderd." in said(gone)
    assert "Plons" not in said(gone)


def test_a_name_or_a_view_that_is_there_already_is_refused_beside_its_field(sign_in):
    an = sign_in("an")
    saved(an)
    assert errors(saved(an, "zwemmen", "/requests?state=decided")) == [
        "U hebt al een weergave met deze naam."
    ]
    action, token = "/requests/views?" + SWIM.split("?")[1], an.csrf()
    assert errors(an.post(action, data={"csrf_token": token, "name": "Nog eens"})) == [
        "Deze weergave heeft al een naam: Zwemmen."
    ]
    refused = Page(saved(an, " ", "/requests?state=decided"))
    assert refused.by_id("name-error") is not None


def test_anothers_view_is_not_there(sign_in, world):
    saved(sign_in("an"))
    arne = sign_in("arne")
    assert "Zwemmen 0" not in said(arne.page("/requests"))
    for rest in ("", "/first", "/remove"):
        assert arne.send(f"/requests/views/1{rest}", {"name": "x"}).status_code == 404


def test_views_cost_no_statement_more_and_are_not_without_end(sign_in, app, world):
    an = sign_in("an")
    filed(an, world)
    saved(an)
    an.page("/requests")
    with queries_of(app) as few:
        an.page("/requests")
    codes = ("camp", "kit", "museum", "cinema", "ticket", "event", "library", "music", "course",
             "digital", "transport")  # fmt: skip
    assert len(codes) == MOST_VIEWS - 1
    for code in codes:
        assert saved(an, code, f"/requests?category={code}").status_code == 303
    with queries_of(app) as many:
        an.page("/requests")
    assert len(few) == len(many), "\n".join(many)
    assert (
        "Verwijder er eerst een." in errors(saved(an, "één te veel", "/requests?category=press"))[0]
    )
