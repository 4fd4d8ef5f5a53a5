"""A paper that was promised: who is called when it does not come, and who no more."""

import datetime as dt

import pytest

from core import clock
from core.db import transaction
from intake.evidence.models import Later
from tests.fund import desk
from tests.telling.desk import all_told, look, unread


@pytest.mark.parametrize(("came", "told"), [(False, 1), (True, 0)])
def test_a_paper_that_was_promised_and_does_not_come(app, world, came, told):
    number = desk.filed(app, world)
    with app.app_context(), transaction() as session:
        session.add(
            Later(
                request_id=number,
                kind="invoice",
                remind_on=dt.date(2026, 12, 1),
                noted_by_id=world.people["an"],
                noted_at=clock.now(),
                done_at=clock.now() if came else None,
            )
        )
    for day in (dt.date(2026, 11, 30), dt.date(2026, 12, 1), dt.date(2026, 12, 2)):
        look(app, day)
        expected = told if day.month == 12 else 0
        assert all_told(app, "an", "evidence.late") == expected


def test_a_paper_that_comes_after_all_calls_nobody_any_more(app, world):
    number, day = desk.filed(app, world), dt.date(2026, 12, 1)
    with app.app_context(), transaction() as session:
        row = {"noted_by_id": world.people["an"], "noted_at": clock.now()}
        later = Later(request_id=number, kind="invoice", remind_on=day, **row)
        session.add(later)
        session.flush()
        later_id = later.id
    look(app, day)
    assert len(unread(app, "an")) == 1
    with app.app_context(), transaction() as session:
        session.get_one(Later, later_id).done_at = clock.now()
    look(app, day)
    assert unread(app, "an") == []


def promised(app, world):
    """A request of which an invoice was promised for a day."""
    number, day = desk.filed(app, world), dt.date(2026, 12, 1)
    with app.app_context(), transaction() as session:
        row = {"noted_by_id": world.people["an"], "noted_at": clock.now()}
        session.add(Later(request_id=number, kind="invoice", remind_on=day, **row))
    return number, day


def test_a_paper_for_a_request_that_is_withdrawn_calls_nobody(app, world, sign_in):
    number, day = promised(app, world)
    an, address = sign_in("an"), f"/requests/{number}/withdraw"
    form = an.page(f"/requests/{number}").form(address)
    assert an.post(address, data={**form, "why": "Niet meer nodig."}).status_code == 303
    look(app, day)
    assert unread(app, "an") == []


def test_a_paper_for_a_request_that_is_refused_calls_nobody_any_more(app, world, sign_in):
    number, day = promised(app, world)
    look(app, day)
    assert "beloofd bewijsstuk" in "".join(unread(app, "an"))
    bert = sign_in("bert")
    desk.press(bert, number, "refuse", reason_code="other", reasons="Dat kan niet.")
    look(app, day)
    assert "beloofd bewijsstuk" not in "".join(unread(app, "an"))
