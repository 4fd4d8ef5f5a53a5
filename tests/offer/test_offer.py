"""The offer: who reads it, how it is found by words, and how it is changed."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event, select

from core.clock import today
from core.db import db, transaction
from offer import actions, queries
from offer.models import Activity, DiscountAgreement, Provider
from tests.inspector import Page

AGREEMENT = {"client_percent": "20", "provider_percent": "40", "network_percent": "40",
             "from_on": "vandaag", "until_on": ""}  # fmt: skip


def names(words, on=None):
    return [one.name for one in queries.find_activities(words, on or today())]


def number_of(app, name):
    with app.app_context():
        return db.session.scalars(select(Provider.id).where(Provider.name == name)).one()


def refused(browser, address, data, field):
    answer = browser.send(address, data)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout:")
    assert page.by_id(f"{field}-error") is not None
    return page


@pytest.mark.parametrize("username", ["an", "bert", "hilde", "bea", "carla"])
def test_who_advises_reads_the_offer(sign_in, username):
    page = sign_in(username).page("/offer")
    for words in ("Zwemles, reeks van 10", "Zwembad Boxbergheide", "€ 12,00", "van € 60,00"):
        assert words in page.text().replace("\xa0", " ")


@pytest.mark.parametrize("username", ["fien", "dirk"])
def test_others_do_not(sign_in, username):
    browser = sign_in(username)
    browser.page("/offer", status=404)
    browser.page("/offer/providers", status=404)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("zwemles", "Zwemles, reeks van 10"),
        ("ZWÉMLES", "Zwemles, reeks van 10"),
        ("kris", "Chirokamp, 10 dagen"),
        ("boxberg zwemb", "Zwembeurten, kaart van 10"),
        ("kamp", None),
        ("%", None),
        ("", None),
        ("\x00", None),
    ],
)
def test_activities_are_found_by_the_beginnings_of_words(inside, words, first):
    assert next(iter(names(words)), None) == first


def test_names_that_begin_with_the_words_come_first(inside):
    assert names("chiro")[:2] == ["Chirokamp, 10 dagen", "Lidgeld Chiro, werkjaar"]


def test_what_is_closed_cannot_be_asked_for(app):
    with app.app_context(), transaction():
        one = db.session.scalars(select(Activity).where(Activity.category == "camp")).one()
        one.closed_on = today()
    with app.app_context():
        assert "Chirokamp, 10 dagen" not in names("chiro")
        assert "Chirokamp, 10 dagen" in names("chiro", today() - dt.timedelta(days=1))


def test_the_list_is_narrowed_by_words_and_category_in_its_address(sign_in):
    browser = sign_in("an")
    page = browser.page("/offer?words=chiro&category=camp")
    assert "Chirokamp" in page.text()
    assert "Lidgeld" not in page.text(page.all("table")[0])
    typed = {name: value for name, value in page.form("/offer").items() if value}
    assert typed == {"words": "chiro", "category": "camp"}
    assert "Niets gevonden" in browser.page("/offer?words=curling").text()


@pytest.mark.parametrize(
    "query",
    [
        "words=" + "a" * 5000,
        "category=x",
        "words=%01",
        "words=%F0",
        "age=121",
        "most_cents=x",
        "client=x&day=9&theme=x&neighbourhood=x",
        "words=%25&age=-1",
    ],
)
def test_any_filter_gives_a_calm_page(sign_in, query):
    sign_in("an").page("/offer?" + query)


@pytest.mark.parametrize("key", ["x", "AAAA", "é", "a" * 5000])
def test_a_key_that_we_did_not_make_is_not_there(sign_in, key):
    sign_in("an").page(f"/offer?key={key}", status=404)


@pytest.mark.parametrize("username", ["bea", "carla"])
def test_a_provider_is_added_with_an_activity_and_an_agreement(sign_in, app, username):
    bea = sign_in(username)
    form = {"name": "Zaalclub Élan", "provider_type": "sport_club", "neighbourhood": "Termien"}
    address = bea.send("/offer/providers/new", form).location
    price = {"name": "Zaalvoetbal", "category": "membership_sport", "price_cents": "82,50"}
    assert bea.send(f"{address}/activities/new", price).status_code == 303
    assert bea.send(f"{address}/agreements/new", AGREEMENT).status_code == 303
    shown = bea.page(address).text().replace("\xa0", " ")
    assert "€ 82,50" in shown
    assert "cliënt 20 %, aanbieder 40 %, netwerk 40 %" in shown
    with app.app_context():
        assert names("zaalvoetbal elan") == ["Zaalvoetbal"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"network_percent": "41"}, "client_percent"),
        ({"network_percent": "-40"}, "network_percent"),
        ({"network_percent": ""}, "network_percent"),
        ({"client_percent": "20,5"}, "client_percent"),
        ({"client_percent": "9" * 40}, "client_percent"),
        ({"until_on": "01/01/2020"}, "until_on"),
    ],
)
def test_shares_that_do_not_make_a_hundred_are_refused(sign_in, app, change, field):
    club = number_of(app, "Chiro Kris Kas")
    refused(sign_in("bea"), f"/offer/providers/{club}/agreements/new",
            {**AGREEMENT, **change}, field)  # fmt: skip


def test_two_agreements_never_hold_on_one_day(sign_in, app):
    pool = number_of(app, "Zwembad Boxbergheide")
    bea = sign_in("bea")
    address = f"/offer/providers/{pool}"
    refused(bea, f"{address}/agreements/new", AGREEMENT, "from_on")
    end = bea.page(address).link("Beëindigen")
    refused(bea, end, {"until_on": "01/01/2020"}, "until_on")
    assert bea.send(end, {"until_on": "23/11/2026"}).status_code == 303
    assert bea.send(f"{address}/agreements/new", AGREEMENT).status_code == 303
    with app.app_context():
        assert queries.agreement_on(pool, today()).provider_percent == 40
        assert queries.agreement_on(pool, dt.date(2026, 11, 23)).provider_percent == 10


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"price_cents": "-1"}, "price_cents"),
        ({"price_cents": "1.234.5"}, "price_cents"),
        ({"price_cents": "NaN"}, "price_cents"),
        ({"price_cents": "1000000000"}, "price_cents"),
        ({"name": "x" * 100_000}, "name"),
        ({"category": "zeilen"}, "category"),
    ],
)
def test_a_wrong_activity_is_refused(sign_in, app, change, field):
    club = number_of(app, "Chiro Kris Kas")
    data = {"name": "Fuif", "category": "ticket", "price_cents": "5", **change}
    refused(sign_in("bea"), f"/offer/providers/{club}/activities/new", data, field)


def test_an_activity_changes_closes_and_opens_again(sign_in, world, app):
    bea = sign_in("bea")
    number = world.activities["zwemles"]
    address = f"/offer/activities/{number}"
    form = bea.page(address + "/edit").form("")
    assert form["price_cents"] == "60,00"
    bea.send(address + "/edit", {**form, "name": "Zwemles", "price_cents": "65"})
    bea.send(address + "/close")
    with app.app_context():
        changed = queries.activity(number)
        assert (changed.price_cents, changed.closed_on) == (6500, today())
        assert changed.sort_name == "zwemles zwembad boxbergheide"
    bea.send(address + "/close")
    with app.app_context():
        assert queries.activity(number).closed_on is None


def test_a_provider_gets_another_name_and_closes(sign_in, app):
    bea = sign_in("bea")
    club = number_of(app, "Chiro Kris Kas")
    address = f"/offer/providers/{club}"
    form = bea.page(address + "/edit").form("")
    refused(bea, address + "/edit", {**form, "name": "zwembad BOXBERGHEIDE"}, "name")
    refused(bea, address + "/edit", {**form, "name": "!!"}, "name")
    bea.send(address + "/edit", {**form, "name": "Chiro Nieuw"})
    with app.app_context():
        assert names("kamp nieuw") == []
        assert names("chirokamp nieuw") == ["Chirokamp, 10 dagen"]
    bea.send(address + "/close")
    with app.app_context():
        assert names("chiro") == []
    assert "gesloten" in bea.page("/offer/providers").text()
    bea.send(address + "/close")
    with app.app_context():
        assert len(names("chiro")) == 2


@pytest.mark.parametrize("username", ["an", "bert"])
def test_who_only_reads_the_offer_changes_nothing(sign_in, app, username):
    browser = sign_in(username)
    pool = number_of(app, "Zwembad Boxbergheide")
    for tail in ("/edit", "/activities/new", "/agreements/new"):
        browser.page(f"/offer/providers/{pool}{tail}", status=404)
    assert browser.send(f"/offer/providers/{pool}/close").status_code == 404
    assert "wijzigen" not in browser.page(f"/offer/providers/{pool}").text().lower()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30, "x"])
def test_an_address_of_nothing_is_not_there(sign_in, app, number):
    bea = sign_in("bea")
    pool = number_of(app, "Zwembad Boxbergheide")
    bea.page(f"/offer/providers/{number}", status=404)
    bea.page(f"/offer/activities/{number}/edit", status=404)
    bea.page(f"/offer/providers/{pool}/agreements/{number}/end", status=404)


def test_an_agreement_of_another_provider_is_not_there(sign_in, app):
    with app.app_context():
        agreement = db.session.scalars(select(DiscountAgreement.id)).one()
    club = number_of(app, "Chiro Kris Kas")
    sign_in("bea").page(f"/offer/providers/{club}/agreements/{agreement}/end", status=404)


def test_the_list_asks_as_much_of_the_database_for_more_rows(sign_in, app):
    def statements():
        seen = []
        with app.app_context():
            engine = db.engine

        def note(*args):
            seen.append(args[2])

        browser = sign_in("an")
        event.listen(engine, "before_cursor_execute", note)
        browser.page("/offer")
        browser.page("/offer/providers")
        event.remove(engine, "before_cursor_execute", note)
        return len([one for one in seen if one.startswith("SELECT")])

    few = statements()
    with app.app_context(), transaction():
        for number in range(30):
            provider = actions.add_provider(f"Club {number}", "sport_club")
            actions.add_activity(provider, "Lidgeld", "membership_sport", 5000)
    assert statements() == few
