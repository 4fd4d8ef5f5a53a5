"""The half page for a provider: what is paid at most, and no word of who the participant is to us."""

import re

import pytest

from core.db import transaction
from tests.fund import desk
from tests.fund.test_revise import revised
from tests.letters import desk as post
from tests.letters.test_void import withdraw

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


def told(app, world, sign_in, who="noor"):
    """The confirmation and the letter of the client have left."""
    request_id, bert = confirmed(app, world, sign_in, who=who), sign_in("bert")
    with app.app_context():
        ready = [one.id for one in post.letters_of(request_id)]
    for one in ready:
        assert post.send(bert, one).status_code == 303
    return request_id, bert


def withdrawn(_bert, an, request_id):
    return withdraw(an, request_id)


def refused(bert, _an, request_id):
    return revised(bert, request_id, ruling="refuse", reason_code="other")


@pytest.mark.parametrize("take_back", [withdrawn, refused])
def test_a_promise_that_is_gone_is_told_in_neutral_words(app, world, sign_in, take_back):
    request_id, bert = told(app, world, sign_in)
    assert take_back(bert, sign_in("an"), request_id).status_code == 303
    post.printed(app, bert)
    with app.app_context():
        one = post.letters_of(request_id)[-1]
        assert (one.kind, one.stage) == ("provider_over", "ready")
    words = post.words_of(post.says(app, request_id))
    for said in ("Onze bevestiging van 24 november 2026", "geldt niet meer", "Noor Peeters",
                 "Lidgeld Chiro, werkjaar", "2026-0001", "Chiro Kris Kas"):  # fmt: skip
        assert said in words, said
    assert TELLING.search(words.replace("Chiro", "")) is None
    assert "€" not in words
    assert post.send(bert, post.letter_id(app, request_id)).status_code == 303


def test_a_promise_of_another_amount_says_what_it_replaces(app, world, sign_in):
    request_id, bert = told(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = 2_000
    revised(bert, request_id, ruling="grant", amount="60,00")
    post.printed(app, bert)
    words = post.words_of(post.says(app, request_id))
    assert "Deze bevestiging vervangt die van 24 november 2026." in words
    assert "€\xa060,00" in words
    # withdrawn before that one left: what was paid is what the promise came to
    withdraw(sign_in("an"), request_id)
    post.printed(app, bert)
    assert "€\xa020,00" in post.words_of(post.says(app, request_id))
    with app.app_context():
        stages = [(one.kind, one.stage) for one in post.letters_of(request_id)]
    assert stages[1:] == [
        ("provider", "sent"), ("partial_grant", "void"), ("provider", "void"), ("provider", "ready"),
    ]  # fmt: skip


def test_a_provider_to_whom_nothing_left_or_who_has_it_all_hears_nothing(app, world, sign_in):
    waiting = confirmed(app, world, sign_in)
    withdraw(sign_in("an"), waiting)
    paid, _bert = told(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(paid).paid_cents = 10_000
    withdraw(sign_in("an"), paid)
    more, bert = told(app, world, sign_in, "zoë")
    with app.app_context(), transaction():
        desk.request_of(more).paid_cents = desk.request_of(more).granted_cents
    revised(bert, more, ruling="grant", amount="60,00", ground="error")
    with app.app_context():
        assert [one.kind for one in post.letters_of(more)][2:] == ["partial_grant", "recovery"]
        for one in (waiting, paid):
            assert [letter.kind for letter in post.letters_of(one)] == ["grant", "provider"]
