"""Signing in: who is let in, and what the others learn."""

import pytest
from sqlalchemy import select

from accounts.models import Account, SignedIn, SignInCount
from accounts.staff import actions
from core.db import db, transaction
from tests.inspector import PASSPHRASE, Page


def words(response):
    page = Page(response)
    return page.text(page.by_id("error-summary"))


def attempt(client, username, passphrase, address="10.0.0.1", **more):
    return client.send(
        "/sign-in",
        {"username": username, "passphrase": passphrase, **more},
        environ_overrides={"REMOTE_ADDR": address},
    )


def test_the_right_passphrase_opens_the_first_page_of_the_role(client):
    client.sign_in("bea")
    assert client.get("/").location == "/staff"


def test_capitals_in_the_user_name_do_not_count(client):
    assert attempt(client, "An", PASSPHRASE).status_code == 303


def test_unknown_wrong_and_disabled_answer_alike(app, client, world):
    with app.app_context(), transaction():
        actions.disable(db.session.get(Account, world.accounts["arne"]))
    answers = {
        (r.status_code, words(r))
        for r in (
            attempt(client, "nobody", PASSPHRASE),
            attempt(client, "an", "not the passphrase"),
            attempt(client, "arne", PASSPHRASE),
        )
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 422


def test_after_many_failures_the_right_one_is_refused_in_the_same_words(client, time_stands_still):
    refused = [attempt(client, "an", "wrong passphrase") for _ in range(9)][-1]
    slowed = attempt(client, "an", PASSPHRASE)
    assert slowed.status_code == 422
    assert words(slowed) == words(refused)


def test_an_attacker_shuts_nobody_out_who_comes_from_elsewhere(client):
    for _ in range(9):
        attempt(client, "an", "wrong passphrase", address="203.0.113.9")
    assert attempt(client, "an", PASSPHRASE, address="10.0.0.2").status_code == 303


def test_guessing_over_many_accounts_slows_the_address(client, time_stands_still):
    for number in range(25):
        attempt(client, f"name{number % 12}", "wrong passphrase", address="203.0.113.9")
    attempt(client, "an", "wrong passphrase", address="10.0.0.7")
    assert attempt(client, "an", PASSPHRASE, address="203.0.113.9").status_code == 422
    assert attempt(client, "bert", PASSPHRASE, address="203.0.113.9").status_code == 303


def test_the_wait_passes(client, time_machine_at):
    for _ in range(6):
        attempt(client, "an", "wrong passphrase")
    with time_machine_at(minutes=6):
        assert attempt(client, "an", PASSPHRASE).status_code == 303


def test_the_counts_hold_neither_name_nor_address(app, client):
    attempt(client, "an", "wrong passphrase", address="203.0.113.9")
    with app.app_context():
        rows = db.session.scalars(select(SignInCount)).all()
        assert {row.subject_key.split(":")[0] for row in rows} == {"account", "address"}
        assert not any("203.0" in row.subject_key for row in rows)


def test_the_hash_is_made_with_no_transaction_open(app, client, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "accounts.passphrases.is_right",
        lambda *_args: seen.append(db.session().in_transaction()),
    )
    attempt(client, "an", PASSPHRASE)
    assert seen == [False]


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil", "evil", "/nope"],
)
def test_only_a_page_of_ours_comes_next(client, wanted):
    assert attempt(client, "bea", PASSPHRASE, next=wanted).location == "/"


def test_the_page_that_was_asked_for_comes_next(client):
    assert client.get("/teams?x=1").location == "/sign-in?next=%2Fteams%3Fx%3D1"
    assert attempt(client, "bea", PASSPHRASE, next="/teams?x=1").location == "/teams?x=1"


@pytest.mark.parametrize("text", ["x" * 100_000, "a\x00n", "😀", "\u202eאן", "<b>an</b>", ""])
def test_odd_input_gets_calm_words(client, text):
    assert attempt(client, text, text).status_code == 422


def test_signing_in_gives_a_new_token_and_ends_the_session_before(app, client):
    client.sign_in("an")
    attempt(client, "bert", PASSPHRASE)
    with app.app_context():
        held = db.session.scalars(select(SignedIn).order_by(SignedIn.id)).all()
        assert [one.ended_at is None for one in held[-2:]] == [False, True]
