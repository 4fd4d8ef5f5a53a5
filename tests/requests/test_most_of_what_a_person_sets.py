"""An open request of which a person sets the amount holds the most that may be given."""

from __future__ import annotations

import pytest

from tests.fund.test_set_amount import WHY, set_by_a_person
from tests.left.rows import left, row_of
from tests.replays.desk import YEAR, tried
from tests.requests.steps import act, approve, assessed, filed, filled, said
from tests.requests.towns import in_force


@pytest.fixture
def an(app, sign_in):
    in_force(app, set_by_a_person())
    return sign_in("an")


def says(an, world, cost="90"):
    return said(assessed(an, filled(an, world, cost=cost)), "assessment")


def test_the_next_request_is_promised_what_the_first_cannot_get(an, world):
    filed(an, world, cost="70")
    assert "Een mens oordeelt, tot hoogstens € 30,00." in says(an, world)


def test_the_clients_page_counts_it_and_says_so(an, world):
    filed(an, world, cost="70")
    page = an.page(f"/clients/{world.clients['noor']}")
    assert row_of(page, "Noor Peeters")[4:] == [
        "€ 70,00",
        "€ 30,00€ 100,00 zonder de open aanvragen",
    ]
    assert "Van een open aanvraag bepaalt iemand het bedrag" in left(page)


def test_once_set_the_rest_is_free_and_undone_it_holds_again(an, sign_in, world):
    first = filed(an, world, cost="70")
    approve(sign_in, first, "amount", amount="20", reasons=WHY)
    assert "tot hoogstens € 80,00" in says(an, world)
    approve(sign_in, first, "undo")
    assert "tot hoogstens € 30,00" in says(an, world)


def test_an_answer_and_a_withdrawal_move_it(an, sign_in, world):
    first = filed(an, world, cost="70")
    second = filed(an, world, cost="50")
    approve(sign_in, second, "ask", question="Klopt dit?")
    act(an, first, "withdraw", why="Gaat niet door")
    act(an, second, "answer", text="Ja")
    assert "tot hoogstens € 50,00" in says(an, world)


def test_a_trial_of_the_same_text_holds_it_too(an, app, sign_in, world):
    first, second = filed(an, world, cost="70"), filed(an, world, cost="90")
    approve(sign_in, second, "amount", amount="30", reasons=WHY)
    approve(sign_in, first, "amount", amount="70", reasons=WHY)
    result = tried(app, set_by_a_person(), period=YEAR)
    assert (result["decided"], result["changed"], result["set_by_person_cents"]) == (2, 0, 10_000)
