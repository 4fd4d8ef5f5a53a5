"""Above an amount two persons revise as well: until the second one, what had left stands."""

import pytest
from sqlalchemy import select

from books.queries import verify
from core import clock
from core.db import db, transaction
from fund.bodies.models import FirstRuling
from fund.bodies.queries import touched_by
from fund.models import Decision
from fund.telling.kinds import REVISION_WAITS
from tests.fund import desk, rule
from tests.fund.test_revise import letter_of, revised, sent
from tests.inspector import Page
from tests.requests.steps import act
from tests.telling.desk import all_told, unread


@pytest.fixture
def left(app, world, sign_in):
    """Bert granted 40 of 100 euro, and the letter left; above 50 two persons are asked."""
    rule.says(app, "second_above = 50")
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "amount", amount="40,00", reasons="Minder nodig.")
    sent(sign_in, request_id)
    return request_id


@pytest.fixture
def waits(sign_in, left):
    """Bert, who decided before, rules first on 100."""
    assert revised(sign_in("bert"), left, ruling="grant", amount="100,00").status_code == 303
    return left


def state(app, request_id):
    with app.app_context():
        request = desk.request_of(request_id)
        return request.status, request.granted_cents, desk.committed()


def test_until_the_second_person_what_had_left_stands(app, sign_in, waits):
    assert state(app, waits) == ("notified", 4_000, 4_000)
    with app.app_context():
        assert [one.stands for one in db.session.scalars(select(Decision))] == [True]
    page = sign_in("bert").page(f"/worklist/{waits}")
    assert "Tot dan geldt de beslissing die al vertrok." in page.text()
    assert page.by_id("confirm") is None
    assert page.by_id("revise") is None
    assert "een herziening wacht" in sign_in("boris").page("/decided").text()


def test_the_second_person_makes_it_and_the_money_moves_once(app, world, sign_in, waits):
    boris = sign_in("boris")
    page = desk.seen(boris, desk.press(boris, waits, "confirm"))
    assert "€ 100,00 toegekend. Dit vervangt de beslissing die al vertrokken was." in page.text()
    assert state(app, waits) == ("granted", 10_000, 10_000)
    with app.app_context():
        old, new = db.session.scalars(select(Decision).order_by(Decision.number))
        people = (new.decided_by_id, new.second_by_id)
        assert people == (world.people["bert"], world.people["boris"])
        assert (new.revises_id, old.stands, new.stands) == (old.id, False, True)
        assert new.reasons.startswith("Deze beslissing vervangt die van 24 november 2026")
        assert db.session.scalars(select(FirstRuling)).all() == []
        assert desk.request_of(waits).first_by_id is None
        assert verify(db.session()) == []
    assert "een herziening wacht" not in boris.page("/decided").text()


def test_the_first_one_cannot_confirm_it_too(app, sign_in, waits):
    bert = sign_in("bert")
    form = bert.page(f"/worklist/{waits}").form(f"/worklist/{waits}/send-back")
    answer = bert.post(f"/worklist/{waits}/confirm", data=form)
    assert answer.status_code == 422
    assert "Een tweede persoon bevestigt" in Page(answer).text()
    assert state(app, waits) == ("notified", 4_000, 4_000)


def test_sent_back_the_old_one_holds_and_it_can_be_revised_anew(app, sign_in, waits):
    boris = sign_in("boris")
    page = desk.seen(boris, desk.press(boris, waits, "send-back", why="Te veel."))
    assert "De beslissing die al vertrok, blijft gelden." in page.text()
    assert state(app, waits) == ("notified", 4_000, 4_000)
    assert "de tweede persoon stuurde uw beslissing terug" in " ".join(unread(app, "bert"))
    assert revised(boris, waits, ruling="grant", amount="100,00").status_code == 303
    assert desk.press(sign_in("bert"), waits, "confirm").status_code == 303
    assert state(app, waits) == ("granted", 10_000, 10_000)


def test_while_it_waits_nobody_revises_it_otherwise(app, sign_in, left):
    address, boris = f"/worklist/{left}/revise", sign_in("boris")
    form = boris.page(address).form(address)
    revised(sign_in("bert"), left, ruling="grant", amount="100,00")
    with app.app_context():
        form["version"] = str(desk.request_of(left).lock_version)
    typed = {"ruling": "refuse", "reason_code": "other", "reasons": "Toch niet."}
    for answer in (boris.get(address), boris.post(address, data=form | typed)):
        assert answer.status_code == 409
        assert "Bevestig, of stuur terug." in answer.text


def test_up_to_the_amount_and_for_a_refusal_one_is_enough(app, sign_in, left):
    bert = sign_in("bert")
    assert revised(bert, left, ruling="grant", amount="50,00").status_code == 303
    assert state(app, left) == ("partly_granted", 5_000, 5_000)
    sent(sign_in, left)
    assert revised(bert, left, ruling="refuse", reason_code="other").status_code == 303
    assert state(app, left) == ("refused", 0, 0)


def test_who_may_be_the_second_hears_that_it_waits(app, sign_in, waits):
    words = "Aanvraag 2026-0001: een herziening wacht op een tweede persoon."
    assert words in unread(app, "boris")
    assert all_told(app, "bert", REVISION_WAITS.code) == 0
    desk.press(sign_in("boris"), waits, "confirm")
    assert words not in unread(app, "boris")


def test_a_withdrawal_ends_it_and_frees_what_had_been_given(app, sign_in, waits):
    act(sign_in("an"), waits, "withdraw", why="Verhuisd.")
    assert state(app, waits)[::2] == ("withdrawn", 0)
    with app.app_context():
        assert db.session.scalars(select(FirstRuling)).all() == []


def test_what_was_paid_meanwhile_stays_set_aside(app, sign_in, waits):
    with app.app_context(), transaction():
        desk.request_of(waits).paid_cents = 4_000
    desk.press(sign_in("boris"), waits, "confirm")
    with app.app_context():
        assert desk.request_of(waits).recovery_due_cents == 0
        assert desk.committed() == 10_000


def test_below_what_was_paid_the_second_person_says_on_what_ground(app, sign_in, left):
    with app.app_context(), transaction():
        desk.request_of(left).paid_cents = 8_000
    assert revised(sign_in("bert"), left, ruling="grant", amount="60,00").status_code == 303
    boris = sign_in("boris")
    silent = desk.press(boris, left, "confirm")
    assert silent.status_code == 422
    assert Page(silent).by_id("ground-error") is not None
    assert letter_of(app, left) is None
    desk.seen(boris, desk.press(boris, left, "confirm", ground="error"))
    assert letter_of(app, left)["total"] == "€\xa020,00"
    assert state(app, left) == ("partly_granted", 6_000, 8_000)


def test_a_cap_that_was_used_meanwhile_sends_it_back(app, world, sign_in, waits):
    """Another request of the same person took 60 of the 100 that the cap leaves."""
    desk.filed(app, world)
    boris = sign_in("boris")
    page = boris.page(f"/worklist/{waits}")
    assert page.by_id("confirm") is None
    assert "Stuur terug voor een nieuwe beslissing" in page.text()


def test_whoever_revises_does_not_pay(app, world, sign_in, waits):
    desk.press(sign_in("boris"), waits, "confirm")
    with app.app_context():
        hands = touched_by(desk.request_of(waits))
        assert {world.people["bert"], world.people["boris"]} <= hands


def test_the_year_may_turn_between_the_two(app, sign_in, waits):
    """The money moves within the budget that gave it, whatever year it is at the second."""
    with clock.at(clock.now().replace(year=2027, month=1, day=4)):
        assert desk.press(sign_in("boris"), waits, "confirm").status_code == 303
    with app.app_context():
        assert desk.decision_of(waits).budget["year"] == 2026
        assert desk.committed() == 10_000


def test_who_steps_back_takes_the_first_ruling_along(app, sign_in, waits):
    assert desk.press(sign_in("bert"), waits, "step-back").status_code == 303
    with app.app_context():
        assert desk.request_of(waits).first_by_id is None
        assert db.session.scalars(select(FirstRuling)).all() == []
    assert state(app, waits) == ("notified", 4_000, 4_000)
    assert sign_in("boris").page(f"/worklist/{waits}").by_id("revise") is not None
