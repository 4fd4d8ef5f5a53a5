"""What time asks for: nothing lapses unseen, each step is told once, whatever the clock does."""

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import clock, settings
from core.db import transaction
from fund.telling.jobs import QUESTION_DAYS
from intake.people.models import Absence
from intake.requests.term_settings import EXTENDS, WARNING_DAYS
from tests.fund import desk
from tests.requests.steps import act
from tests.telling.desk import DUE_ON, FILED_ON, all_told, change, days_before, look, unread

SOON = "Aanvraag 2026-0001 (24/12/2026): de wettelijke termijn loopt bijna af."
OVER = "Aanvraag 2026-0001 (24/12/2026): de wettelijke termijn is voorbij en er is niets beslist."

LATE_TO_ASKER = "answer_late.asked"


def new_ones(app, who):
    return [one for one in unread(app, who) if one.startswith("Nieuwe")]


def of_terms(app, who):
    return [one for one in unread(app, who) if "termijn" in one]


@pytest.mark.parametrize("who", ["an", "bert", "boris", "hilde"])
def test_worker_approvers_and_head_hear_each_step(app, world, who):
    desk.filed(app, world)
    heard = []
    for left in range(12, -3, -1):
        look(app, days_before(left))
        kind = "mine" if who == "an" else "decide"
        heard.append((all_told(app, who, f"term.{kind}"), all_told(app, who, f"lapsed.{kind}")))
    steps = dict(zip(range(12, -3, -1), heard, strict=True))
    assert (steps[11], steps[10], steps[6], steps[5]) == ((0, 0), (1, 0), (1, 0), (2, 0))
    assert (steps[2], steps[0], steps[-1], steps[-2]) == ((3, 0), (3, 0), (3, 1), (3, 1))


@pytest.mark.parametrize("who", ["arne", "fien", "carla", "dirk", "bea"])
def test_nobody_else_hears_it(app, world, who):
    desk.filed(app, world)
    look(app, days_before(-1))
    assert unread(app, who) == []


def test_looking_often_tells_it_once(app, world):
    desk.filed(app, world)
    for hour in range(24):
        look(app, days_before(10), hour)
    assert of_terms(app, "an") == [SOON]


def test_a_lapsed_term_says_so_and_nothing_beside(app, world):
    desk.filed(app, world)
    look(app, days_before(2))
    look(app, days_before(-1))
    assert of_terms(app, "hilde") == [OVER]


def test_a_worker_that_was_off_for_a_week_tells_the_nearest_step_only(app, world):
    desk.filed(app, world)
    look(app, days_before(4))
    look(app, days_before(3))
    assert all_told(app, "an", "term.mine") == 1


def test_a_clock_that_is_set_back_tells_nothing_twice(app, world):
    desk.filed(app, world)
    for left in (5, 10, 7, 5, -1, 2, 10, -1):
        look(app, days_before(left))
    assert all_told(app, "an", "term.mine") == 1
    assert all_told(app, "an", "lapsed.mine") == 1


@pytest.mark.parametrize(
    ("filed", "due"),
    [
        ("2026-12-10", "2027-01-09"),  # the year turns in between
        ("2027-03-01", "2027-03-31"),  # the clocks go forward on 28 March
        ("2027-10-05", "2027-11-04"),  # and back on 31 October
        ("2028-02-10", "2028-03-11"),  # a leap day
    ],
)
def test_days_are_counted_by_the_calendar(app, world, filed, due):
    due_on = dt.date.fromisoformat(due)
    number = desk.filed(app, world)
    change(app, number, legal_due_on=dt.date.fromisoformat(filed) + dt.timedelta(30))
    look(app, due_on - dt.timedelta(11), 23)
    assert of_terms(app, "an") == []
    look(app, due_on - dt.timedelta(10), 0)
    assert len(of_terms(app, "an")) == 1
    look(app, due_on, 23)
    assert all_told(app, "an", "lapsed.mine") == 0
    look(app, due_on + dt.timedelta(1), 0)
    assert all_told(app, "an", "lapsed.mine") == 1


def test_a_question_stops_the_clock_shown_but_not_the_warning(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    look(app, days_before(10))
    assert of_terms(app, "hilde") == [SOON]


def test_what_is_decided_is_no_longer_warned_of(app, world, sign_in):
    number = desk.filed(app, world)
    look(app, days_before(10))
    desk.grant(sign_in("bert"), number)
    look(app, days_before(-1))
    assert of_terms(app, "hilde") == []


def test_what_is_undone_is_warned_of_from_where_it_was(app, world, sign_in):
    number = desk.filed(app, world)
    look(app, days_before(10))
    bert = sign_in("bert")
    desk.grant(bert, number)
    desk.undo(bert, number)
    look(app, days_before(9))
    assert of_terms(app, "hilde") == []
    look(app, days_before(5))
    assert of_terms(app, "hilde") == [SOON]


def test_the_centre_sets_the_days(app, world):
    desk.filed(app, world)
    with app.app_context(), transaction():
        settings.put(WARNING_DAYS, ["7", "zeven", "", "0", "-3", "999"], by=None)
    for left in (10, 8, 7, 5, 2):
        look(app, days_before(left))
    assert all_told(app, "an", "term.mine") == 1


def test_a_last_day_that_moves_is_warned_of_by_the_day_it_moved_to(app, world):
    number = desk.filed(app, world)
    change(app, number, legal_due_on=dt.date(2026, 12, 25))
    with app.app_context(), transaction():
        settings.put(EXTENDS, True, by=None)
    look(app, dt.date(2026, 12, 27))
    assert of_terms(app, "an") == [
        "Aanvraag 2026-0001 (28/12/2026): de wettelijke termijn loopt bijna af."
    ]
    look(app, dt.date(2026, 12, 28))
    assert all_told(app, "an", "lapsed.mine") == 0
    look(app, dt.date(2026, 12, 29))
    assert all_told(app, "an", "lapsed.mine") == 1


def test_an_approver_who_filed_it_is_not_called_to_decide(app, world):
    with app.app_context(), transaction():
        desk.second_account(world.people["bert"], "bert-worker", "social_worker")
    number = desk.filed(app, world)
    change(app, number, worker_id=world.people["bert"])
    look(app, days_before(10))
    assert all_told(app, "bert", "term.decide") == 0
    assert all_told(app, "bert", "term.mine") == 1


def test_a_question_that_waits_for_a_week_is_told_once(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    for days in (5, 6, 7, 8, 9):
        look(app, FILED_ON + dt.timedelta(days))
    assert all_told(app, "an", "request.unanswered") == 1
    assert act(sign_in("an"), number, "answer", text="De welpen.").status_code == 303
    assert [one for one in unread(app, "an") if "vraag" in one.split()] == []


def test_the_day_after_the_last_to_answer_worker_and_asker_hear_it_once(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?", answer_by="30/11/2026")
    told = []
    for later in range(4):
        look(app, dt.date(2026, 11, 30) + dt.timedelta(later))
        told.append([all_told(app, "an", "answer_late.mine"), all_told(app, "bert", LATE_TO_ASKER)])
    assert told == [[0, 0], [1, 1], [1, 1], [1, 1]]
    assert "Aanvraag 2026-0001: uw vraag is niet op tijd beantwoord." in unread(app, "bert")
    assert all_told(app, "boris", LATE_TO_ASKER) == 0
    assert act(sign_in("an"), number, "answer", text="De welpen.").status_code == 303
    assert [one for one in unread(app, "an") if "vraag" in one.split()] == []
    assert "Aanvraag 2026-0001: uw vraag is niet op tijd beantwoord." not in unread(app, "bert")


def test_what_was_answered_on_its_day_is_not_late(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?", answer_by="30/11/2026")
    assert act(sign_in("an"), number, "answer", text="De welpen.").status_code == 303
    look(app, dt.date(2026, 12, 1))
    assert all_told(app, "bert", LATE_TO_ASKER) == all_told(app, "an", "answer_late.mine") == 0


def test_the_centre_sets_how_long_a_question_may_wait(app, world, sign_in):
    number = desk.filed(app, world)
    desk.press(sign_in("bert"), number, "ask", question="Welke groep?")
    with app.app_context(), transaction():
        settings.put(QUESTION_DAYS, 2, by=None)
    look(app, FILED_ON + dt.timedelta(1))
    assert all_told(app, "an", "request.unanswered") == 0
    look(app, FILED_ON + dt.timedelta(2))
    assert all_told(app, "an", "request.unanswered") == 1


def test_approvers_hear_once_a_working_day_how_many_came_in(app, world):
    desk.filed(app, world)
    desk.filed(app, world, "emir")
    look(app, FILED_ON)
    assert new_ones(app, "bert") == []
    for hour in (5, 6, 7, 18):
        look(app, FILED_ON + dt.timedelta(1), hour)
    assert new_ones(app, "bert") == ["Nieuwe aanvragen die op een beslissing wachten: 2."]
    look(app, FILED_ON + dt.timedelta(2))
    assert all_told(app, "bert", "worklist.new") == 1
    assert all_told(app, "hilde", "worklist.new") == 0


def test_what_comes_in_before_a_weekend_is_told_on_monday(app, world):
    friday = dt.date(2026, 11, 27)
    look(app, friday)
    with clock.at(dt.datetime(2026, 11, 27, 15, tzinfo=dt.UTC)):
        desk.filed(app, world)
    look(app, friday + dt.timedelta(1))
    assert all_told(app, "bert", "worklist.new") == 0
    look(app, friday + dt.timedelta(3))
    assert all_told(app, "bert", "worklist.new") == 1


def test_the_head_hears_of_a_worker_in_whose_place_nobody_is(app, world):
    desk.filed(app, world)
    with app.app_context(), transaction():
        account_by_username("an").disabled_at = clock.now()
    for day in (25, 26, 27):
        look(app, dt.date(2026, 11, day))
    assert [one for one in unread(app, "hilde") if "niemand" in one] == [
        "Lopende aanvragen van een medewerker die door niemand vervangen wordt: 1."
    ]


@pytest.mark.parametrize(("also_away", "told"), [(True, 1), (False, 0)])
def test_and_of_a_stand_in_who_is_away_as_well(app, world, also_away, told):
    desk.filed(app, world)
    an, arne, bert = (world.people[who] for who in ("an", "arne", "bert"))
    with app.app_context(), transaction() as session:
        for who, stand_in in ((an, arne), (arne, bert))[: 2 if also_away else 1]:
            session.add(
                Absence(
                    person_id=who,
                    stand_in_id=stand_in,
                    from_on=FILED_ON,
                    until_on=DUE_ON,
                    made_by_id=who,
                    made_at=clock.now(),
                )
            )
    look(app, FILED_ON + dt.timedelta(1))
    assert all_told(app, "hilde", "worker.nobody_there") == told
