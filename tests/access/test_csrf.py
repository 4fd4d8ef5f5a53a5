"""Every route that may change something asks for the token of this very session, and takes no other."""

import pytest

from tests.access.browser import browser_of
from tests.access.matrix import Case, address_of
from tests.access.stored import snapshot
from tests.access.table import OPEN_ROWS, PEOPLE, ROWS

WRONG = ("missing", "empty", "garbage", "other", "non-ascii", "long", "before")


def unsafe_rows(app) -> list[tuple[str, str]]:
    """(address, who may) for each unsafe route of the house; the table knows who may."""
    found = []
    for rule in app.url_map.iter_rules():
        for method in rule.methods - {"GET", "HEAD", "OPTIONS"}:
            row = ROWS.get((method, rule.rule))
            words = dict(zip(PEOPLE, row.words, strict=True)) if row else {}
            who = next((person for person, word in words.items() if word != "-"), "anonymous")
            found.append((rule.rule, who))
            if row is None:
                found.append((rule.rule, "bea"))
    return found


@pytest.fixture(scope="module")
def unsafe(scene):
    """(address, browser, whose) of every unsafe route."""
    found = []
    for rule, who in unsafe_rows(scene.app):
        kind = "" if "<" not in rule else "missing" if "token" in rule else "own"
        address = address_of(scene, Case("POST", rule, who, kind))
        assert address, rule
        found.append((address, who))
    return found


@pytest.fixture(scope="module")
def people(scene, unsafe):
    """Of each a browser of which the token from before signing in is known as well."""
    browsers, before = {}, {}
    for who in {who for _address, who in unsafe}:
        browsers[who] = browser_of(scene.app).renew("/sign-in")
        before[who] = browsers[who].token
        if who == "anonymous":
            before[who] = browser_of(scene.app).renew("/sign-in").token
        else:
            browsers[who].sign_in(who)
    return browsers, before


def tokens(browsers, before, who) -> dict[str, str | None]:
    other = next(one for name, one in browsers.items() if name not in {who, "anonymous"})
    values = (None, "", "ImFiYyI.aaaa.bbbb", other.token, "é\u202eΩ", "a" * 100_000, before[who])
    return dict(zip(WRONG, values, strict=True))


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_token_is_never_taken_and_nothing_changes(scene, unsafe, people, kind):
    browsers, before = people
    stored, wrong = snapshot(scene.app), {}
    for address, who in unsafe:
        token = tokens(browsers, before, who)[kind]
        form = {} if token is None else {"csrf_token": token}
        for headers in ({}, {"HX-Request": "true", "X-CSRFToken": form.get("csrf_token", "")[:99]}):
            ascii_only = {k: v.encode("ascii", "ignore").decode() for k, v in headers.items()}
            answer = browsers[who].post(address, data=form, headers=ascii_only)
            # a partner's form is small: what is larger is refused before it is read
            too_large = kind == "long" and address.startswith("/refer/")
            if answer.status_code != (413 if too_large else 400):
                wrong[address, who] = answer.status_code
    assert wrong == {}
    assert snapshot(scene.app) == stored


def test_a_token_in_the_address_is_no_token(scene, unsafe, people):
    browsers, _before = people
    stored = snapshot(scene.app)
    for address, who in unsafe:
        answer = browsers[who].post(f"{address}?csrf_token={browsers[who].token}")
        assert answer.status_code == 400, address
    assert snapshot(scene.app) == stored


def test_every_unsafe_route_was_asked(scene, unsafe):
    posts = {rule for method, rule in [*ROWS, *OPEN_ROWS] if method == "POST"}
    assert len({address for address, _who in unsafe}) >= len(posts) - 1


def test_with_the_right_token_none_of_them_says_400(scene, unsafe, people):
    """The control: it is the token that was refused. Last, because it changes things."""
    browsers, _before = people
    for address, who in unsafe:
        if address != "/sign-out":
            assert browsers[who].send("POST", address).status_code != 400, address
