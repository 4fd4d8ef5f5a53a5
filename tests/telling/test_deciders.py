"""What who decides is told: sent back, nobody in her place, the answer to a complaint; and the head."""

import datetime as dt

import pytest

from accounts.queries import account_by_username
from core import clock
from core.db import transaction
from fund.appeals.actions import NewComplaint, note_answer, note_complaint
from fund.appeals.models import Complaint
from intake.handover.actions import DECISIONS
from intake.people.models import Absence
from tests.fund import desk, rule
from tests.telling.desk import FILED_ON, all_told, look, unread

BACK = "Aanvraag 2026-0001: de tweede persoon stuurde uw beslissing terug."
DUE = "Het antwoord op een klacht moet er bijna zijn: aanvraag 2026-0001 (08/01/2027)."
ANSWER_BY = dt.date(2027, 1, 8)


@pytest.fixture
def ruled(app, world, sign_in):
    """Bert ruled on it as the first of two."""
    rule.says(app, 'rests_on = "council_rule"\nsecond_above = 5')
    request_id = desk.filed(app, world)
    assert desk.grant(sign_in("bert"), request_id).status_code == 303
    return request_id


def came_back(app, who):
    return [one for one in unread(app, who) if "terug" in one]


def test_who_ruled_first_hears_that_the_second_sent_it_back(app, sign_in, ruled):
    desk.press(sign_in("boris"), ruled, "send-back", why="Te veel.")
    assert came_back(app, "bert") == [BACK]
    assert came_back(app, "boris") == []
    desk.grant(sign_in("boris"), ruled)
    assert came_back(app, "bert") == []


def test_who_takes_back_an_own_ruling_is_not_told(app, sign_in, ruled):
    desk.press(sign_in("bert"), ruled, "send-back", why="Vergist.")
    assert came_back(app, "bert") == []


def complained(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    with app.app_context(), transaction():
        new = NewComplaint(FILED_ON, "Niemand nam de telefoon op.", ANSWER_BY)
        complaint = note_complaint(desk.request_of(request_id), new, by=account_by_username("an"))
        return complaint.id


@pytest.mark.parametrize("who", ["an", "hilde"])
def test_a_week_ahead_and_on_its_day_an_unanswered_complaint_is_told(app, world, sign_in, who):
    complained(app, world, sign_in)
    heard = []
    for ahead in (8, 7, 6, 1, 0, -1, 3):
        look(app, ANSWER_BY - dt.timedelta(ahead))
        heard.append(all_told(app, who, "complaint.due"))
    assert heard == [0, 1, 1, 1, 2, 2, 2]
    assert unread(app, who).count(DUE) == 1


def test_an_answered_complaint_calls_nobody(app, world, sign_in):
    number = complained(app, world, sign_in)
    look(app, ANSWER_BY)
    with app.app_context(), transaction() as session:
        complaint = session.get_one(Complaint, number)
        by = account_by_username("an")
        note_answer(
            *(complaint, "founded", ANSWER_BY),
            answer="Excuses.",
            by=by,
            seen_version=complaint.lock_version,
        )
    look(app, ANSWER_BY + dt.timedelta(1))
    assert DUE not in unread(app, "an") + unread(app, "hilde")


def away(app, world, who, stand_in):
    with app.app_context(), transaction() as session:
        session.add(
            Absence(
                person_id=world.people[who],
                stand_in_id=world.people[stand_in],
                from_on=FILED_ON,
                until_on=FILED_ON + dt.timedelta(10),
                duty=DECISIONS,
                made_by_id=world.people[who],
                made_at=clock.now(),
            )
        )


@pytest.mark.parametrize(
    ("asked", "left", "told"),
    [(True, "away", 1), (True, "closed", 1), (True, "there", 0), (False, "away", 0)],
)
def test_the_head_hears_once_that_requests_wait_for_who_is_away_without_a_stand_in(
    app, world, asked, left, told
):
    if asked:
        desk.filed(app, world)
    away(app, world, "bert", "boris")
    if left == "away":
        away(app, world, "boris", "hilde")
    if left == "closed":
        with app.app_context(), transaction():
            account_by_username("boris").disabled_at = clock.now()
    for day in (1, 2, 3):
        look(app, FILED_ON + dt.timedelta(day))
    assert all_told(app, "hilde", "decider.nobody_there") == told
    assert all_told(app, "an", "decider.nobody_there") == 0
    if told:
        words = "Aanvragen die wachten op een beslisser die afwezig is zonder vervanger: 1."
        assert words in unread(app, "hilde")


def test_what_another_body_decides_does_not_wait_for_an_approver(app, world):
    rule.says(app, 'rests_on = "council_rule"', body="head_of_service")
    desk.filed(app, world)
    away(app, world, "bert", "boris")
    away(app, world, "boris", "hilde")
    look(app, FILED_ON + dt.timedelta(1))
    assert all_told(app, "hilde", "decider.nobody_there") == 0
