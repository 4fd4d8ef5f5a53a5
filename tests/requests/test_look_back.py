"""Some weeks after the activity, for one request in five: three taps, kept apart, undone the same day."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from core import clock
from core.audit import AuditEntry
from core.config import ROOT
from core.db import db, transaction
from intake.requests.look_back import when
from intake.requests.look_back.models import LookBack
from intake.requests.look_back.when import ONE_IN, WEEKS_OPEN, look_back_day
from intake.requests.models import Request
from tests.requests.steps import act, approve, errors, filed, said
from tests.requests.test_lists import numbers
from tests.world import NOW

ADDRESS = "/requests/1/look-back"
LIST = "/requests?state=look_back"


@pytest.fixture
def due(sign_in, world, app):
    """A granted request that is looked back on from today."""
    filed(sign_in("an"), world)
    approve(sign_in, 1, "grant")
    ask_from(app, dt.date(2026, 11, 24))


def ask_from(app, day):
    with app.app_context(), transaction():
        db.session.get_one(Request, 1).look_back_on = day


def tap(browser, **answer):
    return browser.post(ADDRESS, data=browser.page("/requests/1").form(ADDRESS) | answer)


def told(app):
    with app.app_context():
        row = db.session.scalars(select(LookBack)).one_or_none()
        return row and (row.went, row.helped, row.hindrance)


def test_three_taps_and_it_is_out_of_the_list(sign_in, app, due):
    an = sign_in("an")
    assert numbers(an.page(LIST)) == ["2026-0001"]
    assert "Terugblik 1" in said(an.page("/requests"))
    for question, answer in (("Zijn ze gegaan?", {"went": "yes"}),
                             ("Heeft het geholpen?", {"helped": "somewhat"}),
                             ("Wat stond in de weg?", {"hindrance": "transport"})):  # fmt: skip
        assert question in said(an.page("/requests/1"), "look-back-question")
        assert tap(an, **answer).status_code == 303
    assert told(app) == ("yes", "somewhat", "transport")
    assert numbers(an.page(LIST)) == []
    assert "Er geraken" in said(an.page("/requests/1"), "look-back")


def test_who_did_not_go_is_not_asked_whether_it_helped(sign_in, app, due):
    an = sign_in("an")
    tap(an, went="no")
    assert "Wat stond in de weg?" in said(an.page("/requests/1"), "look-back-question")
    tap(an, hindrance="cost")
    assert told(app) == ("no", None, "cost")


def test_the_first_answer_counts_and_a_wrong_one_is_refused(sign_in, app, due):
    an = sign_in("an")
    wanted = ["Kies een van de antwoorden."]
    assert errors(an.send(ADDRESS)) == wanted
    assert errors(an.send(ADDRESS, {"helped": "yes"})) == wanted  # not asked yet
    assert errors(an.send(ADDRESS, {"went": "maybe"})) == ["Kies iets uit de lijst."]
    an.send(ADDRESS, {"went": "yes"})
    assert an.send(ADDRESS, {"went": "no"}).status_code == 303
    assert told(app) == ("yes", None, None)


def test_undone_on_the_same_day_by_who_tapped_and_never_later(sign_in, app, world, due):
    an = sign_in("an")
    tap(an, went="yes")
    undo = f"{ADDRESS}/undo"
    assert an.post(undo, data=an.page("/requests/1").form(undo)).status_code == 303
    assert told(app) is None
    assert numbers(an.page(LIST)) == ["2026-0001"]
    tap(an, went="partly")
    with clock.at(NOW + dt.timedelta(days=1)):
        an = sign_in("an")
        assert "terugnemen" not in said(an.page("/requests/1"))
        assert an.send(undo).status_code == 409
    assert told(app) == ("partly", None, None)
    with app.app_context():
        done = select(AuditEntry.action).where(AuditEntry.action.startswith("look_back"))
        assert list(db.session.scalars(done)) == [
            "look_back.answer", "look_back.undo", "look_back.answer",
        ]  # fmt: skip


def test_it_begins_four_weeks_after_the_activity_and_ends_silently(sign_in, app, due):
    last = dt.date(2026, 11, 24) - dt.timedelta(days=7 * WEEKS_OPEN - 1)
    an = sign_in("an")
    expected = {dt.date(2026, 11, 25): False, dt.date(2026, 11, 24): True, last: True,
                last - dt.timedelta(days=1): False}  # fmt: skip
    for day, is_asked in expected.items():
        ask_from(app, day)
        assert (numbers(an.page(LIST)) == ["2026-0001"]) is is_asked, day
        assert (an.page("/requests/1").by_id("look-back") is not None) is is_asked, day
        assert an.send(ADDRESS).status_code == 422, day
        answered = an.send(ADDRESS, {"went": "yes"}).status_code
        assert answered == (303 if is_asked else 409), day
        an.send(f"{ADDRESS}/undo")


def test_only_what_was_granted_and_stands_is_asked(sign_in, app, due):
    an = sign_in("an")
    act(an, 1, "withdraw", why="Gaat niet door")
    assert numbers(an.page(LIST)) == []
    assert an.send(ADDRESS, {"went": "yes"}).status_code == 409


def test_nobody_else_sees_or_answers_it(sign_in, due):
    tap(sign_in("an"), went="yes")
    for who in ("bert", "hilde"):
        browser = sign_in(who)
        assert "Zijn ze gegaan?" not in said(browser.page("/requests/1"))
        assert "Terugblik" not in said(browser.page("/requests"))
        assert browser.send(ADDRESS, {"helped": "yes"}).status_code == 404
    for who in ("arne", "carla", "fien", "dirk", "bea"):
        assert sign_in(who).send(ADDRESS, {"helped": "yes"}).status_code == 404


def test_one_in_five_is_chosen_by_a_key_that_nobody_holds(inside):
    day = dt.date(2026, 7, 1)
    found = [look_back_day(f"2026-{n:04}", day) for n in range(1, 2001)]
    chosen = [one for one in found if one is not None]
    assert set(chosen) == {dt.date(2026, 7, 29)}
    assert 0.8 < len(chosen) * ONE_IN / 2000 < 1.2
    assert found == [look_back_day(f"2026-{n:04}", day) for n in range(1, 2001)]


def test_no_other_room_reads_the_answers():
    rooms = ("network", "payout", "fund", "intake", "demo", "bench")
    readers = {
        str(path.relative_to(ROOT).parent)
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if "look_back.models" in path.read_text(encoding="utf-8")
    }
    assert readers == {"intake/requests/look_back"}


def test_the_day_is_set_when_it_is_filed(sign_in, world, app, monkeypatch):
    monkeypatch.setattr(when, "ONE_IN", 1)
    filed(sign_in("an"), world, cost_on="20/11/2026")
    with app.app_context():
        assert db.session.get_one(Request, 1).look_back_on == dt.date(2026, 12, 18)
