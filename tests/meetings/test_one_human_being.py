"""Who is in the tables twice sits in a body once: one seat, one head for the quorum, one vote."""

from __future__ import annotations

from accounts.models import Person
from accounts.queries import account_by_username
from accounts.same_person.actions import link
from core.db import db, transaction
from fund.meetings.models import Meeting, Seat
from tests.fund.desk import days_later
from tests.meetings.desk import (
    BODY,
    convened,
    done,
    item,
    newcomer,
    opened,
    persons,
    press,
    stage,
)


def are_one(app, one: str, other: str) -> None:
    """An administrator found out."""
    with app.app_context(), transaction() as session:
        found = [
            session.get_one(Person, account_by_username(name).person_id) for name in (one, other)
        ]
        link(*found, by=account_by_username("bea"))


def gives_seat(app, sara, who: str, **typed: str):
    action = "/meetings/members"
    form = sara.page(action).form(action)
    (person,) = persons(app, who)
    return sara.post(action, data=form | {"body": BODY, "person": person, **typed})


def test_nobody_gets_a_second_seat_under_another_name(app, sara):
    with app.app_context(), transaction():
        newcomer("mona", "Mona Moons", "member")
    are_one(app, "mo", "mona")
    answer = gives_seat(app, sara, "mona")
    assert answer.status_code == 422
    assert "zetelt hier al" in answer.get_data(as_text=True)
    done(gives_seat(app, sara, "mona", is_chair="y"))  # the seat that there is
    with app.app_context():
        chairs = db.session.query(Seat).filter_by(is_chair=True)
        assert [one.person.name for one in chairs] == ["Mo Moons"]


def test_two_seats_that_are_one_human_being_are_convened_once(app, world, sara):
    are_one(app, "mo", "max")
    meeting_id, _items = convened(app, world, sara)
    with app.app_context():
        members = db.session.get_one(Meeting, meeting_id).members
        assert [one.person.name for one in members] == ["Mia Maes", "Mo Moons"]


def test_found_out_later_they_make_no_quorum_together(app, world, sara):
    meeting_id, _items = convened(app, world, sara)
    are_one(app, "mo", "max")
    with days_later(9):
        opened(app, sara, meeting_id, "mo", "max")
        assert stage(app, meeting_id) == "no_quorum"


def test_found_out_later_they_have_one_vote_and_one_conflict(app, world, sara):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    (mo,) = persons(app, "mo")
    action = f"/meetings/items/{second}/sit-out"
    form = sara.page(f"/meetings/items/{second}").form(action)
    done(sara.post(action, data=form | {"person": mo, "out": "conflict"}))
    are_one(app, "mo", "max")
    with days_later(9):
        opened(app, sara, meeting_id)
        assert "2 leden zijn aanwezig." in sara.page(f"/meetings/{meeting_id}").text()
        assert press(sara, first, "vote", for_n="3").status_code == 422
        done(press(sara, first, "vote", for_n="2"))
        assert press(sara, second, "vote", for_n="2").status_code == 422
        done(press(sara, second, "vote", for_n="1"))
        assert item(app, second, "votes_for") == [1]
