"""Appeals and complaints that come in: noted on a decided request, by who works on it, told to who must know."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from core import clock
from core.db import db
from fund.appeals.models import Appeal, Complaint
from tests.appeals.desk import came_in
from tests.fund import desk
from tests.fund.test_revise import granted_and_sent, revised
from tests.inspector import Page
from tests.telling.desk import DUE_ON, unread

APPEAL = {"received_on": "24/11/2026", "body": "labour_court", "reference": "26/101/A"}
COMPLAINT = {
    "complaint-received_on": "24/11/2026",
    "complaint-about": "Niemand nam de telefoon op.",
    "complaint-answer_by_on": "8/1/2027",
}


@pytest.fixture
def decided(app, world, sign_in):
    """A request that Bert granted; its number."""
    number = desk.filed(app, world)
    desk.grant(sign_in("bert"), number)
    return number


def notes(browser, request_id, kind="appeals", **typed):
    action = f"/requests/{request_id}/{kind}"
    form = browser.page(f"/requests/{request_id}/appeals").form(action)
    return browser.post(action, data=form | (APPEAL if kind == "appeals" else COMPLAINT) | typed)


def how_many(app, table):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(table))


def test_a_worker_notes_an_appeal_from_the_page_of_the_request(app, sign_in, decided):
    an = sign_in("an")
    page = an.page(f"/requests/{decided}")
    assert page.link("Noteer een beroep of een klacht") == f"/requests/{decided}/appeals"
    shown = desk.seen(an, notes(an, decided)).text()
    for words in (
        "24 november 2026",
        "arbeidsrechtbank",
        "26/101/A",
        "Beslissing 1 van",
        "An Aerts",
    ):
        assert words in shown
    assert "Beroep van 24/11/2026, arbeidsrechtbank" in an.page(f"/requests/{decided}").text()


def test_the_head_hears_of_it_and_who_noted_it_does_not(app, sign_in, decided):
    notes(sign_in("an"), decided)
    assert unread(app, "hilde") == ["Bij aanvraag 2026-0001 is een beroep genoteerd."]
    assert "beroep" not in " ".join(unread(app, "an"))


def test_a_second_click_notes_it_once(app, sign_in, decided):
    an = sign_in("an")
    first, second = notes(an, decided), notes(an, decided)
    assert first.location == second.location
    assert how_many(app, Appeal) == 1


def test_an_open_request_takes_none(app, world, sign_in):
    number = desk.filed(app, world)
    hilde = sign_in("hilde")
    assert "beroep" not in hilde.page(f"/requests/{number}").text()
    assert "niets beslist" in hilde.page(f"/requests/{number}/appeals").text()
    refused = hilde.send(f"/requests/{number}/appeals", APPEAL)
    assert refused.status_code == 422
    assert how_many(app, Appeal) == 0


def test_but_one_whose_term_has_lapsed_does(app, world, sign_in):
    number = desk.filed(app, world)
    hilde = sign_in("hilde")
    with clock.at(dt.datetime.combine(DUE_ON + dt.timedelta(1), dt.time(10), clock.BRUSSELS)):
        page = desk.seen(hilde, notes(hilde, number, received_on="25/12/2026"))
    assert "het verlopen van de termijn" in page.text()


@pytest.mark.parametrize(("day", "number"), [("30/11/2026", 1), ("04/12/2026", 2)])
def test_it_is_against_the_decision_that_stood_on_its_day(app, world, sign_in, day, number):
    request_id, bert = granted_and_sent(app, world, sign_in)
    with desk.days_later(10):
        assert revised(bert, request_id, ruling="refuse", reason_code="other").status_code == 303
    with desk.days_later(12):
        an = sign_in("an")
        shown = desk.seen(an, notes(an, request_id, received_on=day)).text()
    assert f"Beslissing {number} van" in shown


def test_what_came_between_the_lapse_and_a_late_decision_is_against_the_lapse(app, world, sign_in):
    number = desk.filed(app, world)
    with desk.days_later(45):
        desk.grant(sign_in("bert"), number)
    with desk.days_later(46):
        an = sign_in("an")
        page = desk.seen(an, notes(an, number, received_on="04/01/2027"))
    assert "het verlopen van de termijn" in page.text()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"received_on": ""}, "niet ingevuld"),
        ({"received_on": "25/11/2026"}, "toekomst"),
        ({"received_on": "23/11/2026"}, "voor de beslissing"),
        ({"body": ""}, "niet ingevuld"),
        ({"body": "king"}, "uit de lijst"),
        ({"reference": "x" * 61}, "60"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_noted(app, sign_in, decided, typed, says):
    answer = notes(sign_in("an"), decided, **typed)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout:")
    assert says in page.text()
    assert how_many(app, Appeal) == 0


def test_a_complaint_is_noted_with_the_day_of_its_answer(app, sign_in, decided):
    an = sign_in("an")
    text = desk.seen(an, notes(an, decided, "complaints")).text()
    assert "Niemand nam de telefoon op." in text
    assert "antwoord tegen 08/01/2027" in text
    assert "Klacht van 24/11/2026" in an.page(f"/requests/{decided}").text()


def test_a_complaint_about_slowness_need_not_wait_for_the_decision(app, world, sign_in):
    number, an = desk.filed(app, world), sign_in("an")
    assert an.page(f"/requests/{number}").link("Noteer een klacht") == f"/requests/{number}/appeals"
    shown = desk.seen(an, notes(an, number, "complaints")).text()
    assert "Niemand nam de telefoon op." in shown
    assert "Klacht van 24/11/2026" in an.page(f"/requests/{number}").text()


def test_a_complaint_cannot_be_answered_before_it_came(app, sign_in, decided):
    typed = {"complaint-answer_by_on": "1/11/2026"}
    answer = notes(sign_in("an"), decided, "complaints", **typed)
    assert answer.status_code == 422
    assert how_many(app, Complaint) == 0


def test_markup_in_a_complaint_stays_text(app, sign_in, decided):
    an = sign_in("an")
    typed = {"complaint-about": "<b>{{ 7*7 }}</b> #eval"}
    page = desk.seen(an, notes(an, decided, "complaints", **typed))
    assert "<b>{{ 7*7 }}</b> #eval" in page.text()


@pytest.mark.parametrize("who", ["arne", "fien", "carla", "dirk", "bea"])
def test_it_is_not_there_for_who_does_not_read_the_request(app, sign_in, decided, who):
    browser = sign_in(who)
    with app.app_context():
        appeal_id, complaint_id = came_in(decided)
    for address in (
        f"/requests/{decided}/appeals",
        f"/appeals/{appeal_id}",
        f"/complaints/{complaint_id}",
    ):
        assert browser.get(address).status_code == 404


def test_the_list_goes_page_by_page_through_the_person(app, world, sign_in):
    bert = sign_in("bert")
    for _time in range(3):
        number = desk.filed(app, world, cost_cents=500)
        desk.grant(bert, number)
        with app.app_context():
            came_in(number)
    assert sign_in("an").page("/appeals").text().count("2026-000") == 3
    assert sign_in("hilde").page("/appeals?kind=complaints").text().count("08/01/2027") == 3
    assert "Geen beroepen" in sign_in("arne").page("/appeals").text()
