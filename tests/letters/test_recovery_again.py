"""Money that was asked back is asked otherwise, or no more: the client is told that the first letter is over."""

import pytest

from tests.fund import desk
from tests.fund.test_revise import revised
from tests.letters import desk as post
from tests.letters.test_annex import annexes, approve, speaks, words_in
from tests.meetings.test_urgent import spent


@pytest.fixture
def asked_back(app, world, sign_in):
    """100 was granted and paid, 60 was enough, and the letter that asks 40 back has left."""
    post.settle(app)
    speaks(app, world, "lena", "fr")
    approve(sign_in("hilde"), "fr", "common", "grant", "recovery", "partial_grant")
    request_id, bert = post.granted(app, world, sign_in), sign_in("bert")
    tell(app, bert, request_id)
    spent(app, request_id, 10_000)
    revised(bert, request_id, ruling="grant", amount="60,00", ground="error")
    tell(app, bert, request_id)
    return request_id


def tell(app, client, request_id):
    """Print what waits for it, and send it."""
    post.printed(app, client)
    with app.app_context():
        ready = [one.id for one in post.letters_of(request_id) if one.stage == "ready"]
    for one in ready:
        assert post.send(client, one).status_code == 303


def said(app, request_id):
    return post.words_of(post.says(app, request_id)).replace("\xa0", " ")


def test_the_second_letter_replaces_the_first_and_names_the_grant_that_paid(
    app, asked_back, sign_in
):
    assert "vervangt onze brief" not in said(app, asked_back)
    with desk.days_later(9):
        bert = sign_in("bert")
        revised(bert, asked_back, ruling="grant", amount="30,00", ground="error")
        post.printed(app, bert)
    words = said(app, asked_back)
    assert "Deze brief vervangt onze brief van 24 november 2026." in words
    assert "Op 24 november 2026 kenden wij € 100,00 toe" in words
    assert "Wij vragen € 70,00 terug." in words
    annex = words_in(annexes(app, asked_back)[0])
    assert "Cette lettre remplace notre lettre du 24 novembre 2026." in annex
    assert "Cette décision remplace" not in annex


def test_once_nothing_is_due_the_new_decision_takes_the_letter_back(app, asked_back, sign_in):
    taken_back = "In onze brief van 24 november 2026 vroegen wij geld terug. Dat geldt niet meer"
    bert = sign_in("bert")
    revised(bert, asked_back, ruling="grant", amount="100,00")
    post.printed(app, bert)
    assert taken_back in said(app, asked_back)
    annex = words_in(annexes(app, asked_back)[0])
    assert "Dans notre lettre du 24 novembre 2026, nous avons redemandé de l'argent." in annex


def test_where_none_had_left_nothing_is_said_of_it(app, world, sign_in):
    post.settle(app)
    request_id, bert = post.granted(app, world, sign_in), sign_in("bert")
    tell(app, bert, request_id)
    spent(app, request_id, 10_000)
    revised(bert, request_id, ruling="grant", amount="60,00", ground="error")
    revised(bert, request_id, ruling="grant", amount="100,00")
    post.printed(app, bert)
    assert "geld terug" not in said(app, request_id)
