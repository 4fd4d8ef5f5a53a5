"""Terms that are over: who sees which, by the law's clock, with what the law says of it."""

import datetime as dt

import pytest

from core import clock, settings
from core.db import transaction
from fund.setup.choices import BASIS
from intake.requests.term_settings import EXTENDS
from terms.deciding import COUNCIL_RULE, INDIVIDUAL_AID
from tests.appeals.desk import came_in
from tests.counting import queries_of
from tests.fund import desk, rule
from tests.fund.many import many_open
from tests.telling.desk import DUE_ON, change


@pytest.fixture
def at_noon():
    """`with at_noon(day): ...`."""
    return lambda day: clock.at(dt.datetime.combine(day, dt.time(12), clock.BRUSSELS))


def test_the_last_day_is_not_over_and_the_day_after_is(app, world, sign_in, at_noon):
    desk.filed(app, world)
    hilde = sign_in("hilde")
    with at_noon(DUE_ON):
        assert "2026-0001" not in hilde.page("/overdue").text()
        assert "2026-0001" in hilde.page("/overdue?state=soon").text()
    with at_noon(DUE_ON + dt.timedelta(1)):
        page = hilde.page("/overdue")
        assert "1 dag te laat" in page.text()
        assert "arbeidsrechtbank, binnen 3 maanden" in page.text()
        assert "2026-0001" not in hilde.page("/overdue?state=soon").text()


@pytest.mark.parametrize(("who", "sees"), [("an", True), ("arne", False), ("bert", True)])
def test_a_worker_sees_her_own_and_who_decides_all(app, world, sign_in, at_noon, who, sees):
    number = desk.filed(app, world)
    browser = sign_in(who)
    with at_noon(DUE_ON + dt.timedelta(1)):
        page = browser.page("/overdue")
        assert ("2026-0001" in page.text()) is sees
        if sees:
            here = f"/requests/{number}" if who == "an" else f"/worklist/{number}"
            assert page.link("2026-0001") == here


def test_a_question_that_waits_stops_nothing_here(app, world, sign_in, at_noon):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    hilde = sign_in("hilde")
    with at_noon(DUE_ON + dt.timedelta(1)):
        assert "een vraag wacht" in hilde.page("/overdue").text()


def test_what_is_decided_is_not_here(app, world, sign_in, at_noon):
    desk.grant(sign_in("bert"), desk.filed(app, world))
    hilde = sign_in("hilde")
    with at_noon(DUE_ON + dt.timedelta(1)):
        assert "Geen enkele termijn is voorbij" in hilde.page("/overdue").text()


def test_under_a_rule_of_the_council_that_rule_says_what_follows(app, world, sign_in, at_noon):
    desk.filed(app, world)
    with app.app_context(), transaction():
        settings.put(BASIS, COUNCIL_RULE, by=None)
    hilde = sign_in("hilde")
    with at_noon(DUE_ON + dt.timedelta(1)):
        text = hilde.page("/overdue").text()
    assert "zegt dat reglement" in text
    assert "arbeidsrechtbank" not in text


def test_each_request_goes_by_its_own_rule_whatever_the_setup_says(app, world, sign_in, at_noon):
    rule.says(app, 'rests_on = "council_rule"')
    desk.filed(app, world)
    with app.app_context(), transaction():
        settings.put(BASIS, INDIVIDUAL_AID, by=None)
    hilde = sign_in("hilde")
    with at_noon(DUE_ON + dt.timedelta(1)):
        text = hilde.page("/overdue").text()
        assert "zegt dat reglement" in text
        assert "arbeidsrechtbank" not in text
    desk.discount(app, world)  # the rule says nothing of this fund
    with at_noon(DUE_ON + dt.timedelta(1)):
        page = hilde.page("/overdue")
        rows = {page.text(row)[:9]: page.text(row) for row in page.all("tr")}
        assert "arbeidsrechtbank" in page.text()
        assert "zegt dat reglement" in page.text()
    assert "reglement van de raad" in rows["2026-0001"]
    assert "individuele hulpverlening" in rows["2026-0002"]


def test_a_last_day_that_moves_is_over_the_day_after_it_moved_to(app, world, sign_in, at_noon):
    change(app, desk.filed(app, world), legal_due_on=dt.date(2026, 12, 25))
    with app.app_context(), transaction():
        settings.put(EXTENDS, True, by=None)
    hilde = sign_in("hilde")
    for day, is_over in ((28, False), (29, True)):
        with at_noon(dt.date(2026, 12, day)):
            assert ("2026-0001" in hilde.page("/overdue").text()) is is_over
    with at_noon(dt.date(2026, 12, 28)):
        assert "2026-0001" in hilde.page("/overdue?state=soon").text()


def test_appeals_are_a_link_away_once_there_are_any(app, world, sign_in):
    number = desk.filed(app, world)
    desk.grant(sign_in("bert"), number)
    hilde = sign_in("hilde")
    assert "Beroepen en klachten" not in hilde.page("/overdue").text()
    with app.app_context():
        came_in(number)
    assert hilde.page("/overdue").link("Beroepen en klachten") == "/appeals"


def test_another_word_for_a_state_is_not_there(sign_in):
    assert sign_in("hilde").get("/overdue?state=x").status_code == 404


@pytest.mark.parametrize("count", [9, 999])
def test_the_list_asks_as_often_whatever_its_length(app, world, sign_in, at_noon, count):
    many_open(app, desk.filed(app, world), count)
    hilde = sign_in("hilde")
    with at_noon(DUE_ON + dt.timedelta(400)):
        hilde.get("/overdue")
        with queries_of(app) as asked:
            assert hilde.get("/overdue").status_code == 200
    assert len(asked) == 11, "\n".join(asked)
