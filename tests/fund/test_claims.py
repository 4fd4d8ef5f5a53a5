"""Who reads what: a courtesy that keeps two approvers off the same request, and locks nobody out."""

import datetime as dt

import pytest
from sqlalchemy import func, select

from accounts.queries import account_by_username
from accounts.same_person.models import PersonLink
from core import clock
from core.db import db, transaction
from fund.claims import actions
from fund.claims.models import Claim
from intake.requests.models import Request
from tests.fund import desk
from tests.fund.test_worklist import numbers as numbers_of


def press(browser, request_id, act):
    """One of the two buttons of reading, as it stands on the page."""
    address = f"/worklist/{request_id}/{act}"
    return browser.post(address, data=browser.page(f"/worklist/{request_id}").form(address))


def take_next(browser):
    form = browser.page("/worklist").form("/worklist/next")
    return browser.post("/worklist/next", data=form).location


@pytest.fixture
def three(app, world):
    return [desk.filed(app, world, who, cost_cents=1_000) for who in ("noor", "emir", "zoë")]


def test_the_next_is_one_that_nobody_reads(three, sign_in):
    bert, boris = sign_in("bert"), sign_in("boris")
    assert take_next(bert) == f"/worklist/{three[0]}"
    assert take_next(boris) == f"/worklist/{three[1]}"
    assert take_next(bert) == f"/worklist/{three[0]}"


def test_the_list_and_the_page_say_who_reads_it(three, sign_in):
    bert, boris = sign_in("bert"), sign_in("boris")
    take_next(bert)
    assert "u leest dit" in bert.page("/worklist").text()
    assert "Bert Bex leest dit" in boris.page("/worklist").text()
    page = boris.page(f"/worklist/{three[0]}")
    assert "Bert Bex leest dit sinds" in page.text(page.by_id("reading"))


def test_after_a_decision_the_next_free_one_is_taken(three, sign_in, app):
    bert, boris = sign_in("bert"), sign_in("boris")
    press(boris, three[1], "claim")
    assert desk.grant(bert, three[0]).location == f"/worklist/{three[2]}"
    with app.app_context():
        readers = {one.request_id: one.person.name for one in db.session.scalars(select(Claim))}
    assert readers == {three[1]: "Boris Bal", three[2]: "Bert Bex"}


def test_what_opens_next_is_the_next_of_the_list_one_works_in(app, world, sign_in):
    """Two swimmers among others, the dearest first; then the list itself, still narrowed."""
    asked = {"noor": 1_000, "emir": 2_000, "zoë": 3_000}
    dear = {who: desk.filed(app, world, who, cost_cents=cents) for who, cents in asked.items()}
    with app.app_context(), transaction() as session:
        session.get(Request, dear["noor"]).category = "swimming"
        session.get(Request, dear["zoë"]).category = "swimming"
    bert, list_of_swimmers = sign_in("bert"), "/worklist?category=swimming&sort=most"
    bert.page(list_of_swimmers)
    assert desk.grant(bert, dear["zoë"]).location == f"/worklist/{dear['noor']}"
    assert desk.grant(bert, dear["noor"]).location == list_of_swimmers
    bert.page("/worklist")
    assert take_next(bert) == f"/worklist/{dear['emir']}"


@pytest.mark.parametrize("sort", ["term", "most", "least", "oldest", "newest"])
def test_the_one_after_this_one_comes_next_in_every_order(three, sign_in, sort):
    bert = sign_in("bert")
    numbers = [int(one[-4:]) for one in numbers_of(bert.page(f"/worklist?sort={sort}"))]
    assert desk.grant(bert, numbers[1]).location == f"/worklist/{numbers[2]}"
    assert desk.grant(bert, numbers[2]).location == f"/worklist/{numbers[0]}"


def test_a_colleague_may_take_it_over_and_may_decide_without(three, sign_in):
    bert, boris = sign_in("bert"), sign_in("boris")
    press(bert, three[0], "claim")
    press(boris, three[0], "claim")
    assert "u leest dit" in boris.page(f"/worklist/{three[0]}").text()
    assert desk.grant(bert, three[0]).status_code == 303


def test_what_is_left_is_free_again(three, sign_in):
    bert, boris = sign_in("bert"), sign_in("boris")
    press(bert, three[0], "claim")
    assert "vrij voor een collega" in desk.seen(bert, press(bert, three[0], "release")).text()
    assert take_next(boris) == f"/worklist/{three[0]}"


def test_it_lapses_after_half_an_hour(three, sign_in):
    take_next(sign_in("bert"))
    with clock.at(clock.now() + dt.timedelta(minutes=31)):
        boris = sign_in("boris")
        assert "leest dit" not in boris.page("/worklist").text()
        assert take_next(boris) == f"/worklist/{three[0]}"


def test_nothing_left_says_so(app, world, sign_in):
    desk.filed(app, world)
    boris = sign_in("boris")
    form = boris.page("/worklist").form("/worklist/next")
    take_next(sign_in("bert"))
    answer = boris.post("/worklist/next", data=form)
    assert "Er wacht niets dat nog niemand leest." in desk.seen(boris, answer).text()


def test_nobody_releases_what_a_colleague_reads(three, app):
    with app.app_context(), transaction():
        assert actions.take(three[0], by=account_by_username("bert"))
        assert not actions.take(three[0], by=account_by_username("boris"))
        actions.release(three[0], by=account_by_username("boris"))
        assert db.session.scalar(select(func.count()).select_from(Claim)) == 1


def test_the_head_reads_but_takes_nothing(three, sign_in):
    page = sign_in("hilde").page(f"/worklist/{three[0]}")
    assert page.by_id("reading") is None
    assert sign_in("hilde").page("/worklist").by_id("take-next") is None


def test_what_is_decided_is_taken_by_nobody(three, sign_in, app):
    bert, boris = sign_in("bert"), sign_in("boris")
    address = f"/worklist/{three[0]}/claim"
    form = bert.page(f"/worklist/{three[0]}").form(address)
    desk.grant(boris, three[0])
    answer = bert.post(address, data=form)
    assert answer.status_code == 409
    assert "wacht op geen beslissing meer" in answer.text
    with app.app_context():
        assert db.session.get(Claim, three[0]) is None


def test_one_human_being_is_no_colleague_of_herself(three, sign_in, app, world):
    """Bert has a second name in the list, which the administrator linked."""
    with app.app_context(), transaction() as session:
        first, second = world.people["bert"], world.people["boris"]
        link = PersonLink(person_id=second, same_as_id=first, sphere="clients", made_at=clock.now())
        session.add(link)
    take_next(sign_in("bert"))
    boris = sign_in("boris")
    page = boris.page(f"/worklist/{three[0]}")
    assert "u leest dit" in page.text(page.by_id("reading"))
    assert take_next(boris) == f"/worklist/{three[0]}"
    assert "vrij voor een collega" in desk.seen(boris, press(boris, three[0], "release")).text()
