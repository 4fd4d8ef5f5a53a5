"""The half page for a provider: what is paid at most, and no word of who the participant is to us."""

import re

import pytest

from tests.fund import desk
from tests.letters import desk as post

TELLING = re.compile(
    r"ocmw|armoede|arm|kansarm|hulp|steun|leefloon|sociale? dienst|cliënt", re.IGNORECASE
)


def confirmed(app, world, sign_in, **asked):
    post.settle(app, confirms_to_providers=True)
    request_id = post.granted(app, world, sign_in, **asked)
    post.printed(app, sign_in("bert"))
    return request_id


def test_it_says_name_activity_amount_reference_and_where_to_invoice(app, world, sign_in):
    request_id = confirmed(app, world, sign_in)
    words = post.words_of(post.says(app, request_id))
    for said in ("Chiro Kris Kas", "Noor Peeters", "Lidgeld Chiro, werkjaar", "€\xa0100,00",
                 "2026-0001", "Postbus 12, 3600 Genk", "binnen 30 dagen"):  # fmt: skip
        assert said in words, said


def test_it_tells_nothing_else(app, world, sign_in):
    request_id = confirmed(app, world, sign_in)
    words = post.words_of(post.says(app, request_id))
    assert TELLING.search(words.replace("Chiro", "")) is None
    assert "20178" not in words
    assert "Peeters" not in words.replace("Noor Peeters", "")


def test_the_workers_own_words_stay_inside(app, world, sign_in):
    request_id = confirmed(app, world, sign_in, activity_id=None, category="course",
                           what="Cursus via de sociale dienst", provider_name="De Ring")  # fmt: skip
    assert "sociale dienst" not in post.words_of(post.says(app, request_id))


def test_off_by_default_nothing_of_it_shows(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    with app.app_context():
        assert [one.kind for one in post.letters_of(request_id)] == ["grant"]


@pytest.mark.parametrize("payee", ["client"])
def test_paid_to_the_client_there_is_nothing_to_confirm(app, world, sign_in, payee):
    request_id = confirmed(app, world, sign_in, payee=payee)
    with app.app_context():
        assert [one.kind for one in post.letters_of(request_id)] == ["grant"]


def test_without_an_address_for_invoices_it_stays_here(app, world, sign_in):
    post.settle(app, confirms_to_providers=True, invoice_lines=[])
    post.granted(app, world, sign_in)
    bert = sign_in("bert")
    page = bert.page("/letters")
    assert "waar aanbieders facturen naartoe sturen" in page.text(page.by_id("lacking"))
    post.printed(app, bert)
    assert "Bevestiging voor de aanbieder" in bert.page("/letters").text()


def test_sent_it_ends_undoing_and_tells_the_client_nothing(app, world, sign_in):
    request_id = confirmed(app, world, sign_in)
    post.send(sign_in("bert"), post.letter_id(app, request_id), way="email")
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.left_at is not None
        assert (request.status, request.notified_on) == ("granted", None)
