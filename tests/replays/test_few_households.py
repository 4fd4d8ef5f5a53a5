"""A trial for who may see totals only: never the amount of one client, nor a day's difference."""

from __future__ import annotations

import datetime as dt

import pytest

from fund.replays.moments import Period
from tests.fund.desk import discount, filed
from tests.inspector import Page
from tests.replays.desk import HALF, NO_FIGURE, TEXT, granted, stored, tried
from tests.replays.many import apart, many_decided
from tests.replays.test_pages import NEW, ask, work

QUARTER = Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
TYPED = {"from_on": "1/10/2026", "until_on": "31/12/2026"}


@pytest.fixture
def decided(app, world, later):
    """`decided(5)`: so many small grants in as many households; then the quarter is over."""

    def make(count: int) -> object:
        many_decided(app, granted(app, filed(app, world, "zoë", cost_cents=700)), count - 1)
        apart(app)
        return later(days=60)

    return make


@pytest.mark.parametrize(("count", "shown"), [(4, False), (5, True)])
def test_four_households_show_nothing_and_five_do(app, decided, count, shown):
    with decided(count):
        result = tried(app, HALF, by="bea", period=QUARTER)
    assert (result == {"few": True}) is not shown
    assert ("money" in result) is shown


def test_the_page_says_calmly_why(app, sign_in, decided):
    with decided(4):
        stored(app, HALF)
        bea = sign_in("bea")
        address = ask(bea, **TYPED)
        work(app)
        page = bea.page(address)
        listed = bea.page("/regulation/replays").text()
    assert "Achter deze cijfers staan minder dan 5 gezinnen." in page.text()
    assert "€" not in page.text(page.by_id("trial"))
    assert "te weinig gezinnen" in listed


@pytest.mark.parametrize(
    ("first", "last"),
    [("24/11/2026", "24/11/2026"), ("1/10/2026", "30/12/2026"), ("2/10/2026", "31/12/2026"),
     ("1/11/2026", "31/1/2027"), ("1/10/2026", "31/3/2027")],
)  # fmt: skip
def test_days_that_differ_by_one_client_are_refused(app, sign_in, decided, first, last):
    with decided(6):
        stored(app, HALF)
        bea = sign_in("bea")
        typed = {**bea.page(NEW).form(NEW), "from_on": first, "until_on": last}
        answer = bea.post(NEW, data=typed)
    assert answer.status_code == 422
    assert "Kies hele kwartalen die voorbij zijn" in Page(answer).text()


def test_the_head_chooses_any_days(app, world):
    granted(app, filed(app, world))
    day = Period(dt.date(2026, 11, 24), dt.date(2026, 11, 24))
    assert tried(app, TEXT, period=day)["decided"] == 1


def test_a_small_category_is_joined_with_the_next(app, world, decided):
    granted(app, discount(app, world))
    with decided(6):
        result = tried(app, TEXT, by="bea", period=QUARTER)
    assert list(result["money"]) == ["joined"]
    assert result["money"]["joined"][0] == 7


def test_an_amount_of_one_client_is_hidden_and_what_would_tell_it(app, world, decided):
    granted(app, filed(app, world, cost_cents=8_000), 1_000)
    with decided(5):
        result = tried(app, TEXT, by="bea", period=QUARTER)
    assert (result["deviated"], result["deviated_cents"], result["granted_cents"]) == (
        1,
        None,
        None,
    )
    assert tried(app, TEXT, period=QUARTER)["deviated_cents"] == -6_200


def test_the_page_says_what_is_joined_or_hidden(app, sign_in, world, decided):
    granted(app, filed(app, world, cost_cents=8_000), 1_000)
    granted(app, discount(app, world))
    with decided(6):
        stored(app, NO_FIGURE)
        bea = sign_in("bea")
        address = ask(bea, **TYPED)
        work(app)
        said = bea.page(address).text()
    assert "Achter sommige bedragen staan minder dan 5 gezinnen." in said
