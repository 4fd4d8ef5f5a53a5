"""One's own calendar: off until made, behind an address that only its maker has, without names."""

import re

from core import clock
from core.db import transaction
from tests.fund import desk
from tests.inspector import Page


def makes(browser) -> str:
    """Make an address; its path."""
    form = browser.page("/account").form("/account/calendar")
    page = Page(browser.post("/account/calendar", data=form))
    return re.search(r"https?://[^/]+(/calendar/[\w-]+\.ics)", page.html)[1]


def test_it_is_off_until_somebody_makes_an_address(sign_in, client):
    text = sign_in("an").page("/account").text()
    assert "Maak een adres" in text
    assert "Trek het adres in" not in text
    assert client.get("/calendar/x.ics").status_code == 404


def test_a_worker_finds_her_terms_in_it(app, world, sign_in, client):
    number = desk.filed(app, world)
    answer = client.get(makes(sign_in("an")))
    text = answer.get_data(as_text=True)
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert "DTSTART;VALUE=DATE:20261224" in text
    assert "SUMMARY:De wettelijke termijn van aanvraag 2026-0001 loopt af" in text
    assert f"/requests/{number}" in text


def test_it_holds_no_name_and_nothing_of_what_is_asked(app, world, sign_in, client):
    desk.filed(app, world)
    text = client.get(makes(sign_in("an"))).get_data(as_text=True)
    for word in ("Noor", "Peeters", "Chiro", "20178", "Aerts"):
        assert word not in text


def test_a_colleague_of_another_team_has_another_calendar(app, world, sign_in, client):
    desk.filed(app, world)
    assert "VEVENT" not in client.get(makes(sign_in("arne"))).get_data(as_text=True)


def test_who_decides_sees_how_many_end_on_a_day(app, world, sign_in, client):
    desk.filed(app, world)
    desk.filed(app, world, "emir")
    text = client.get(makes(sign_in("bert"))).get_data(as_text=True)
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:2 wettelijke termijnen lopen af" in text
    assert "2026-0001" not in text


def test_what_stands_in_it_keeps_its_number(app, world, sign_in, client):
    desk.filed(app, world)
    address = makes(sign_in("an"))
    first, second = (
        re.findall(r"UID:(\S+)", client.get(address).get_data(as_text=True)) for _time in range(2)
    )
    assert first == second
    assert len(first) == 1


def test_another_address_ends_the_first(sign_in, client):
    an = sign_in("an")
    first = makes(an)
    second = makes(an)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_it_can_be_withdrawn_and_a_second_click_does_nothing(sign_in, client):
    an = sign_in("an")
    address = makes(an)
    form = an.page("/account").form("/account/calendar/withdraw")
    for _time in range(2):
        assert an.post("/account/calendar/withdraw", data=form).status_code == 303
    assert client.get(address).status_code == 404


def test_whose_account_is_closed_has_no_calendar(app, world, sign_in, client):
    address = makes(sign_in("an"))
    with app.app_context(), transaction():
        account = desk.db.session.get_one(desk.Account, world.accounts["an"])
        account.disabled_at = clock.now()
    assert client.get(address).status_code == 404


def test_who_has_no_terms_is_not_offered_a_calendar(sign_in):
    assert "Termijnen in uw eigen agenda" not in sign_in("carla").page("/account").text()
