"""Who was there at a vote stays with that vote: whoever comes, leaves or is put right afterwards."""

from __future__ import annotations

import importlib

import pytest
from sqlalchemy import delete, text

from core.db import db, transaction
from fund.bodies.queries import touched_by
from fund.meetings.models import ItemPresence
from tests.fund.desk import days_later, request_of
from tests.meetings.desk import convened, done, item, opened, persons, press, send

MIGRATION = importlib.import_module("migrations.versions.0078_who_was_there_at_a_vote")


@pytest.fixture
def evening(app, world, sara):
    """Mo is in conflict over the second of two items; Max leaves after the first, and Mia after the second.
    The meeting, and its items."""
    meeting_id, items = convened(app, world, sara, "noor", "emir", "zoë")
    first, second, third = items
    (mo,) = persons(app, "mo")
    action = f"/meetings/items/{second}/sit-out"
    form = sara.page(f"/meetings/items/{second}").form(action)
    done(sara.post(action, data=form | {"person": mo, "out": "conflict"}))
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, first, "vote"))
        done(send(sara, meeting_id, "present", present=persons(app, "mia", "mo")))
        done(press(sara, second, "vote"))
        done(send(sara, meeting_id, "present", present=persons(app, "mo", "max")))
        done(press(sara, third, "vote", for_n="0", against_n="2"))
    return meeting_id, items


def there(app, item_id):
    """How each was there, by the first name."""
    with app.app_context():
        found = db.session.query(ItemPresence).filter_by(item_id=item_id).order_by(ItemPresence.id)
        return {one.person.name.split()[0]: one.how for one in found}


def test_each_item_keeps_who_was_there_and_how(app, evening):
    _meeting_id, (first, second, third) = evening
    assert there(app, first) == {"Mia": "present", "Mo": "present", "Max": "present"}
    assert there(app, second) == {"Mia": "present", "Mo": "conflict", "Max": "absent"}
    assert there(app, third) == {"Mia": "absent", "Mo": "present", "Max": "present"}


def test_who_left_later_still_pays_nothing_of_what_he_voted_on(app, evening):
    _meeting_id, (first, second, _third) = evening
    mia, mo, max_ = (int(one) for one in persons(app, "mia", "mo", "max"))
    asked = [item(app, one, "request_id")[0] for one in (first, second)]
    with app.app_context():
        of_first, of_second = (touched_by(request_of(one)) for one in asked)
    assert {mia, mo, max_} <= of_first
    assert mia in of_second
    assert not {mo, max_} & of_second


def test_minutes_extract_and_record_say_it_from_there(app, sara, evening):
    meeting_id, (first, second, _third) = evening
    with days_later(9):
        done(send(sara, meeting_id, "close"))
        minutes = sara.page(f"/meetings/{meeting_id}/minutes").text()
        assert "Aanwezig Mo Moons" in minutes
        assert "Voor een deel aanwezig Mia Maes, Max Mels" in minutes
        of_second = (
            "Stemden mee Mia Maes Afwezig Max Mels Stemde niet mee Mo Moons (belangenconflict)"
        )
        assert of_second in minutes
        assert "Stemden mee Mia Maes, Mo Moons, Max Mels" in minutes
        assert of_second in sara.page(f"/meetings/items/{second}/extract").text()
        shown = sara.page(f"/meetings/{meeting_id}")
        assert "Max Mels · voor een deel aanwezig" in shown.text(shown.by_id("who"))
        request_id = item(app, first, "request_id")[0]
        record = sara.page(f"/decisions/{request_id}/record").text()
        assert "iedereen akkoord Stemden mee Mia Maes, Mo Moons, Max Mels" in record


def test_only_taking_the_vote_back_changes_it(app, sara, evening):
    _meeting_id, (first, second, _third) = evening
    before = there(app, second)
    with days_later(9):
        done(press(sara, first, "retract"))
        assert there(app, first) == {}
        done(press(sara, first, "vote"))
    assert there(app, first) == {"Mia": "absent", "Mo": "present", "Max": "present"}
    assert there(app, second) == before


def test_a_block_keeps_it_for_each_of_its_items(app, world, sara):
    meeting_id, items = convened(app, world, sara, "noor", "emir")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "max")
        done(send(sara, meeting_id, "block", items=[str(one) for one in items]))
    whole = {"Mia": "present", "Mo": "absent", "Max": "present"}
    assert [there(app, one) for one in items] == [whole, whole]


def test_of_earlier_votes_the_migration_keeps_what_was_known(app, world, sara):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo")
        done(press(sara, second, "sit-out", person=persons(app, "mo")[0], out="conflict"))
        done(press(sara, first, "vote"))
        done(press(sara, second, "vote"))
    stored = [there(app, one) for one in (first, second)]
    with app.app_context(), transaction():
        db.session.execute(delete(ItemPresence))
        db.session.execute(text(MIGRATION.KNOWN))
    assert [there(app, one) for one in (first, second)] == stored
    assert stored[1] == {"Mia": "present", "Mo": "conflict", "Max": "absent"}
