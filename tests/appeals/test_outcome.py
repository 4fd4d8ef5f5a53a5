"""What came of an appeal or a complaint: noted with its day, put right, and never over somebody else's word."""

import pytest

from tests.appeals.desk import came_in
from tests.fund import desk
from tests.inspector import Page
from tests.telling.desk import unread


@pytest.fixture
def ids(app, world, sign_in):
    """An appeal and a complaint about a request that Bert granted, and the request."""
    number = desk.filed(app, world)
    desk.grant(sign_in("bert"), number)
    with app.app_context():
        return (*came_in(number), number)


def ends(browser, appeal_id, **typed):
    action = f"/appeals/{appeal_id}/outcome"
    form = browser.page(f"/appeals/{appeal_id}").form(action)
    return browser.post(action, data=form | {"outcome_on": "24/11/2026"} | typed)


def answers(browser, complaint_id, **typed):
    action = f"/complaints/{complaint_id}/answer"
    form = browser.page(f"/complaints/{complaint_id}").form(action)
    return browser.post(action, data=form | {"answered_on": "24/11/2026"} | typed)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("upheld", "de beslissing blijft"),
        ("changed", "de beslissing verandert"),
        ("withdrawn", "het beroep is ingetrokken"),
        ("settled", "samen geregeld"),
    ],
)
def test_an_outcome_is_noted(ids, sign_in, word, said):
    hilde = sign_in("hilde")
    page = desk.seen(hilde, ends(hilde, ids[0], outcome=word))
    assert f"{said}, op 24 november 2026" in page.text()
    assert said in hilde.page(f"/requests/{ids[2]}").text()


def test_nobody_is_called_for_what_has_ended(app, ids, sign_in):
    hilde = sign_in("hilde")
    assert len(unread(app, "hilde")) == 2
    ends(hilde, ids[0], outcome="upheld")
    answers(hilde, ids[1], outcome="founded", answer="Er is nu een wachtrij.")
    assert unread(app, "hilde") == []


def test_it_may_be_put_right(ids, sign_in):
    hilde = sign_in("hilde")
    ends(hilde, ids[0], outcome="upheld")
    text = desk.seen(hilde, ends(hilde, ids[0], outcome="changed")).text()
    assert "de beslissing verandert, op" in text


def test_two_at_once_the_second_sees_what_changed(ids, sign_in):
    hilde, an = sign_in("hilde"), sign_in("an")
    form = an.page(f"/appeals/{ids[0]}").form(f"/appeals/{ids[0]}/outcome")
    ends(hilde, ids[0], outcome="upheld")
    form |= {"outcome": "changed", "outcome_on": "24/11/2026"}
    late = an.post(f"/appeals/{ids[0]}/outcome", data=form)
    assert late.status_code == 409
    assert "intussen veranderd" in Page(late).text()
    assert "de beslissing blijft" in an.page(f"/appeals/{ids[0]}").text()


@pytest.mark.parametrize(
    "typed",
    [
        {"outcome": ""},
        {"outcome": "lost"},
        {"outcome": "upheld", "outcome_on": "1/11/2026"},
        {"outcome": "upheld", "outcome_on": "1/12/2026"},
    ],
)
def test_what_is_wrong_is_said(ids, sign_in, typed):
    answer = ends(sign_in("hilde"), ids[0], **typed)
    assert answer.status_code == 422
    assert Page(answer).title.startswith("Fout:")


def test_the_decision_that_was_made_since_is_named(app, ids, sign_in):
    bert, hilde = sign_in("bert"), sign_in("hilde")
    assert "Beslissing sindsdien" not in hilde.page(f"/appeals/{ids[0]}").text()
    desk.undo(bert, ids[2])
    desk.grant(bert, ids[2])
    text = hilde.page(f"/appeals/{ids[0]}").text()
    assert "Beslissing sindsdien" in text
    assert "Beslissing 2 van" in text


def test_a_complaint_names_the_decision_that_was_made_since(ids, sign_in):
    bert, here = sign_in("bert"), f"/complaints/{ids[1]}"
    assert "Beslissing sindsdien" not in sign_in("hilde").page(here).text()
    with desk.days_later(1):
        desk.undo(bert, ids[2])
        desk.grant(bert, ids[2])
        text = sign_in("hilde").page(here).text()
    assert "Beslissing sindsdien Beslissing 2 van 25/11/2026" in text


def test_a_complaint_is_answered(ids, sign_in):
    an = sign_in("an")
    text = desk.seen(an, answers(an, ids[1], outcome="partly", answer="Bel voortaan Els.")).text()
    assert "deels gegrond, op 24 november 2026" in text
    assert "Bel voortaan Els." in text


def test_an_answer_cannot_lie_before_the_complaint(ids, sign_in):
    assert (
        answers(sign_in("an"), ids[1], outcome="partly", answered_on="1/1/2026").status_code == 422
    )
