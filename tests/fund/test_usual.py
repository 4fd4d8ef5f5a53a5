"""What is usual for a kind of activity, and the request that is far above it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import db, transaction
from fund.models import Decision
from fund.usual import actions
from fund.usual.models import UsualGrant
from tests.fund import desk


@given(st.lists(st.integers(1, 99_999), min_size=1, max_size=60))
def test_nine_of_ten_are_this_much_or_less_and_nothing_less_would_do(amounts):
    most = actions.most_of(Counter(amounts))
    assert most in amounts
    assert 10 * sum(one <= most for one in amounts) >= 9 * len(amounts)
    assert 10 * sum(one < most for one in amounts) < 9 * len(amounts)


@pytest.fixture
def granted(app, world, sign_in, monkeypatch):
    """Two grants of ten euro for a membership; of two a thing is usual, here."""
    monkeypatch.setattr(actions, "FEWEST", 2)
    bert = sign_in("bert")
    ids = [desk.filed(app, world, who, cost_cents=1_000) for who in ("noor", "emir")]
    for request_id in ids:
        desk.grant(bert, request_id)
    return ids


def usual(app):
    with app.app_context():
        with transaction():
            actions.work_out()
        return {one.category: one.most_cents for one in db.session.query(UsualGrant)}


def test_a_request_above_it_is_marked_and_found(app, world, sign_in, granted):
    assert usual(app) == {"membership_youth": 900}
    desk.filed(app, world, "zoë", cost_cents=1_000)
    desk.filed(app, world, "lena", cost_cents=2_000)
    bert = sign_in("bert")
    assert bert.page("/worklist").text().count("boven het gewone") == 1
    assert desk_numbers(bert.page("/worklist?flag=unusual")) == ["2026-0004"]


def test_what_was_undone_counts_no_more_and_too_few_say_nothing(app, sign_in, granted):
    desk.undo(sign_in("bert"), granted[0])
    assert usual(app) == {}


def test_what_was_decided_long_ago_says_nothing(app, granted):
    with app.app_context(), transaction():
        for one in db.session.query(Decision):
            one.decided_at -= actions.PERIOD
    assert usual(app) == {}


def desk_numbers(page):
    return [page.text(a) for a in page.all("a") if (a.get("id") or "").startswith("request-")]
