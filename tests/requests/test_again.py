"""As last year: what was asked then, with the prices, ages and rule of now; what no longer holds is marked."""

from __future__ import annotations

import datetime as dt

import pytest

from core.db import db, transaction
from offer.models import Activity
from tests.counting import queries_of
from tests.requests.several import asked, sent
from tests.requests.steps import act, filed, said

LAST_YEAR = "24/11/2025"
SWIM = "Zwemles, reeks van 10"


def chiro(browser, world, who="noor", **changes):
    return filed(browser, world, who, cost_on=LAST_YEAR, **changes)


def swimming(browser, world, who="emir"):
    activity = {"what": SWIM, "activity_id": str(world.activities["zwemles"]), "cost": "55"}
    return filed(browser, world, who, cost_on=LAST_YEAR, **activity)


def change(app, activity_id, **values):
    with app.app_context(), transaction():
        activity = db.session.get_one(Activity, activity_id)
        for name, value in values.items():
            setattr(activity, name, value)


def listed(browser, world, who="lena"):
    return browser.page(f"/clients/{world.clients[who]}/again")


def test_it_lists_last_years_requests_of_the_household_with_todays_price(sign_in, world):
    an = sign_in("an")
    chiro(an, world)
    swimming(an, world)
    filed(an, world, "noor")
    page = listed(an, world)
    words = said(page)
    for one in ("Noor, 9 jaar: Lidgeld Chiro", "Emir, 12 jaar: Zwemles", "Prijs was € 55,00"):
        assert one in words
    assert len([one for one in page.all("input") if one.get("name") == "again"]) == 2


def test_what_still_holds_is_ticked_and_what_stopped_is_marked_and_not(sign_in, world, app):
    an = sign_in("an")
    first, second = chiro(an, world), swimming(an, world)
    change(app, world.activities["zwemles"], closed_on=dt.date(2026, 9, 1))
    page = listed(an, world)
    assert "Niet meer in het aanbod" in said(page)
    assert page.by_id(f"again-{first}").get("checked") is not None
    assert page.by_id(f"again-{second}").get("checked") is None


def test_what_the_rule_does_not_pay_any_more_says_why(sign_in, world, app):
    an = sign_in("an")
    number = chiro(an, world)
    change(app, world.activities["lidgeld chiro"], category="school_trip")
    page = listed(an, world)
    assert "Het reglement betaalt niet voor" in said(page)
    assert page.by_id(f"again-{number}").get("checked") is None


def test_the_form_opens_with_a_line_for_each_and_only_the_date_to_fill_in(sign_in, world, app):
    an = sign_in("an")
    numbers = [chiro(an, world), swimming(an, world)]
    wanted = "&".join(f"again={one}" for one in numbers)
    form = an.page(f"/filings/new?client={world.clients['lena']}&{wanted}").form("/filings")
    assert (form["l1-what"], form["l1-cost"]) == ("Zwemles, reeks van 10", "60,00")
    assert (form["l2-what"], form["l2-cost"]) == ("Lidgeld Chiro, werkjaar", "40,00")
    assert (form["cost_on"], form["reason"]) == ("", "belong")


def test_what_was_filled_in_that_way_is_filed(sign_in, world, app):
    an = sign_in("an")
    numbers = [chiro(an, world), chiro(an, world, "emir")]
    wanted = "&".join(f"again={one}" for one in numbers)
    page = an.page(f"/filings/new?client={world.clients['lena']}&{wanted}")
    people = [one.get("value") for one in page.all("input")
              if one.get("name") == "client_id" and one.get("checked") is not None]  # fmt: skip
    sent(an, page.form("/filings") | {"client_id": people, "cost_on": "vandaag"})
    assert sorted(one[:3] for one in asked(app)[2:]) == [
        ("Emir", "Lidgeld Chiro, werkjaar", 4000),
        ("Noor", "Lidgeld Chiro, werkjaar", 4000),
    ]


def test_one_of_them_is_a_plain_form(sign_in, world):
    an = sign_in("an")
    number = swimming(an, world)
    form = an.page(f"/filings/new?client={world.clients['noor']}&again={number}").form("/filings")
    assert (form["what"], form["cost"], form["cost_on"]) == (SWIM, "60,00", "")
    assert form["client_id"] == str(world.clients["emir"])


def test_what_was_withdrawn_or_never_asked_is_not_there(sign_in, world):
    an = sign_in("an")
    assert "In 2025 is er niets gevraagd." in said(listed(an, world))
    act(an, chiro(an, world), "withdraw", why="Toch niet")
    assert "In 2025 is er niets gevraagd." in said(listed(an, world))


def test_a_request_of_another_household_fills_in_nothing(sign_in, world):
    an, arne = sign_in("an"), sign_in("arne")
    number = chiro(arne, world, "karim")
    form = an.page(f"/filings/new?client={world.clients['noor']}&again={number}").form("/filings")
    assert form["what"] == ""
    assert an.get(f"/clients/{world.clients['karim']}/again").status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_each_row_asks_the_database_for_no_more_than_its_own(sign_in, world, app, count):
    an = sign_in("an")
    for _number in range(count):
        chiro(an, world)
    with queries_of(app) as statements:
        listed(an, world)
    assert len(statements) <= 20 + 6 * count, "\n".join(statements)
