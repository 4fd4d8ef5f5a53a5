"""A letter on a decision that does not leave in time is not forgotten."""

import datetime as dt

import pytest

from core import clock
from tests.fund import desk
from tests.telling.desk import look, unread


def of_letters(app, who):
    return [one for one in unread(app, who) if one.startswith("Brieven")]


@pytest.mark.parametrize("who", ["bert", "hilde"])
def test_who_prints_hears_of_letters_on_their_last_day_and_each_day_after(app, world, sign_in, who):
    """Eight days from 24 November is 2 December; the 3rd is a working day too."""
    bert = sign_in("bert")
    for client in ("lena", "zoë"):
        desk.grant(bert, desk.filed(app, world, client, cost_cents=1_000))
    look(app, dt.date(2026, 12, 1))
    assert of_letters(app, who) == []
    for day in (2, 3):
        look(app, dt.date(2026, 12, day))
        assert [one.rpartition(" ")[2] for one in of_letters(app, who)] == ["2."]
    with clock.at(dt.datetime(2026, 12, 3, 12, tzinfo=clock.BRUSSELS)):
        hilde = sign_in("hilde")
        form = hilde.page("/decided").form("/decided/1/sent")
        assert hilde.post("/decided/1/sent", data=form).status_code == 303
    look(app, dt.date(2026, 12, 4))
    assert [one.rpartition(" ")[2] for one in of_letters(app, who)] == ["1."]
