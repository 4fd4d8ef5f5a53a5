"""Two who lead the same session: what one wrote the other does not overwrite unseen."""

from __future__ import annotations

import pytest

from core.db import db, transaction
from fund.meetings.models import Meeting
from tests.fund.desk import days_later
from tests.inspector import Page
from tests.meetings.desk import (
    committee,
    convened,
    done,
    newcomer,
    opened,
    persons,
    press,
)


@pytest.fixture
def running(app, world, sign_in):
    """Sara and Sven before the same session. The meeting, and both."""
    committee(app)
    with app.app_context(), transaction():
        newcomer("sven", "Sven Sas", "secretary")
    sara, sven = sign_in("sara"), sign_in("sven")
    meeting_id, _items = convened(app, world, sara)
    with days_later(9):
        opened(app, sara, meeting_id)
        yield meeting_id, sara, sven


def kept(app, meeting_id):
    with app.app_context():
        found = db.session.get_one(Meeting, meeting_id)
        return found.minutes, [one.person.name for one in found.members if one.is_present]


def test_minutes_that_a_colleague_wrote_are_shown_beside_what_was_typed(app, running):
    meeting_id, sara, sven = running
    action = f"/meetings/{meeting_id}/write"
    first, second = (one.page(f"/meetings/{meeting_id}").form(action) for one in (sara, sven))
    done(sara.post(action, data=first | {"minutes": "Drie bladzijden van Sara."}))
    answer = sven.post(action, data=second | {"minutes": "Een zin van Sven."})
    assert answer.status_code == 409
    page = Page(answer)
    assert "Drie bladzijden van Sara." in page.text()
    form = page.form(action)
    assert form["minutes"] == "Een zin van Sven."
    assert kept(app, meeting_id)[0] == "Drie bladzijden van Sara."
    done(sven.post(action, data=form | {"minutes": "Drie bladzijden van Sara.\nEen zin van Sven."}))
    assert kept(app, meeting_id)[0].splitlines()[1] == "Een zin van Sven."


def test_a_form_of_another_step_that_fails_does_not_empty_the_minutes(app, running):
    meeting_id, sara, _sven = running
    action = f"/meetings/{meeting_id}/write"
    form = sara.page(f"/meetings/{meeting_id}").form(action)
    done(sara.post(action, data=form | {"minutes": "Al geschreven."}))
    other = f"/meetings/{meeting_id}/present"
    nobody = sara.page(f"/meetings/{meeting_id}").form(other) | {"present": []}
    answer = sara.post(other, data=nobody)
    assert answer.status_code == 422
    assert Page(answer).form(action)["minutes"] == "Al geschreven."


def test_who_left_by_one_form_is_not_brought_back_by_another(app, running):
    meeting_id, sara, sven = running
    action = f"/meetings/{meeting_id}/present"
    first, second = (one.page(f"/meetings/{meeting_id}").form(action) for one in (sara, sven))
    done(sara.post(action, data=first | {"present": persons(app, "mia", "mo")}))
    answer = sven.post(action, data=second | {"present": persons(app, "mo", "max")})
    assert answer.status_code == 409
    assert "Mia Maes, Mo Moons" in Page(answer).text()
    assert kept(app, meeting_id)[1] == ["Mia Maes", "Mo Moons"]
    again = Page(answer).form(action)
    done(sven.post(action, data=again | {"present": persons(app, "mo")}))
    assert kept(app, meeting_id)[1] == ["Mo Moons"]


def test_two_secretaries_at_once_the_second_sees_that_it_was_decided(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    hilde = sign_in("hilde")
    with days_later(9):
        opened(app, sara, meeting_id)
        action = f"/meetings/items/{one}/vote"
        form = hilde.page(f"/meetings/items/{one}").form(action)
        done(press(sara, one, "vote"))
        assert hilde.post(action, data=form).status_code == 409
