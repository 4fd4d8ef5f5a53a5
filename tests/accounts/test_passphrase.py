"""Passphrases: what is good enough, and changing one's own."""

import pytest

from accounts import passphrases
from core.errors import RuleBroken
from tests.inspector import PASSPHRASE

GOOD = "kade lantaarn mosterd zeven"


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "fourteen chars",
        "a" * 15,
        "abcabcabcabcabcabc",
        "Dit is mijn wachtwoord",
        "Correct-Horse-Battery-Staple!",
        "123456789012345",
        "cultuurfonds genk 2026",
        "an.aerts an.aerts",
        "genk genk an aerts 1",
        "x" * 201,
    ],
)
def test_what_is_tried_first_is_refused(text):
    with pytest.raises(RuleBroken):
        passphrases.require_good(text, known_words=("an.aerts", "An Aerts"))


@pytest.mark.parametrize(
    "text", [GOOD, PASSPHRASE, "éénentwintig blauwe fietsen", "x7kq 2mzp 9wtr v4"]
)
def test_length_is_enough(text):
    passphrases.require_good(text, known_words=("an", "An Aerts"))


def test_a_one_time_passphrase_is_good_and_never_the_same():
    made = {passphrases.one_time() for _ in range(50)}
    assert len(made) == 50
    for one in made:
        passphrases.require_good(one)


def change(client, old, new):
    return client.send("/account/passphrase", {"old": old, "passphrase": new})


def test_changing_it_ends_the_other_sessions_and_renews_this_one(sign_in):
    here, there = sign_in("an"), sign_in("an")
    before = here.get_cookie("session").value
    assert change(here, PASSPHRASE, GOOD).status_code == 303
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303
    there.set_cookie("session", before)
    assert there.get("/account").status_code == 303


def test_the_new_one_opens_and_the_old_one_does_not(sign_in, client):
    change(sign_in("an"), PASSPHRASE, GOOD)
    old = client.send("/sign-in", {"username": "an", "passphrase": PASSPHRASE})
    assert old.status_code == 422
    client.sign_in("an", GOOD)


@pytest.mark.parametrize(
    ("old", "new"),
    [("wrong one here!", GOOD), (PASSPHRASE, PASSPHRASE), (PASSPHRASE, "short"), ("", "")],
)
def test_a_wrong_change_is_refused(sign_in, old, new):
    answer = change(sign_in("an"), old, new)
    assert answer.status_code == 422
    assert PASSPHRASE not in answer.get_data(as_text=True)
