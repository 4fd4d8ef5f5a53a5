"""One's own calendar: off until made, behind an address that only its maker has, without names."""

import datetime as dt
import re

import pytest

from core import clock
from core.db import transaction
from intake.hearing.models import Hearing
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


def heard(app, world, time="14:30"):
    """A client of An is invited to be heard on the first of December."""
    number = desk.filed(app, world)
    with app.app_context(), transaction() as session:
        row = Hearing(
            request_id=number,
            asked_on=dt.date(2026, 11, 24),
            noted_by_id=world.people["an"],
            noted_at=clock.now(),
            invited_for_on=dt.date(2026, 12, 1),
            invited_time=time,
            place="bij Noor Peeters thuis",
        )
        session.add(row)
    return number


@pytest.mark.parametrize("who", ["an", "bert", "hilde"])
def test_a_hearing_stands_in_it_with_its_hour_and_without_names(app, world, sign_in, client, who):
    number = heard(app, world)
    text = client.get(makes(sign_in(who))).get_data(as_text=True)
    assert "DTSTART:20261201T133000Z" in text
    assert "DTEND:20261201T143000Z" in text
    assert "SUMMARY:Een cliënt wordt gehoord over aanvraag 2026-0001" in text
    where = "requests" if who == "an" else "worklist"
    assert f"/{where}/{number}" in text
    for word in ("Noor", "Peeters", "thuis", "Aerts"):
        assert word not in text


def test_without_an_hour_it_takes_the_day(app, world, sign_in, client):
    heard(app, world, "")
    text = client.get(makes(sign_in("an"))).get_data(as_text=True)
    assert "DTSTART;VALUE=DATE:20261201" in text


def test_a_hearing_that_will_not_be_or_is_not_ones_own_is_not_there(app, world, sign_in, client):
    heard(app, world)
    assert "gehoord" not in client.get(makes(sign_in("arne"))).get_data(as_text=True)
    with app.app_context(), transaction() as session:
        session.query(Hearing).one().waived_at = clock.now()
    assert "gehoord" not in client.get(makes(sign_in("an"))).get_data(as_text=True)


def test_who_stepped_back_does_not_find_the_hearing_either(app, world, sign_in, client):
    number, bert = heard(app, world), sign_in("bert")
    desk.press(bert, number, "step-back")
    assert "gehoord" not in client.get(makes(bert)).get_data(as_text=True)
