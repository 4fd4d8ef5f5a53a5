"""What counts under the caps of a person and a household."""

from __future__ import annotations

import datetime as dt

import pytest

from core import clock
from core.db import db
from intake.people.homes import Files
from intake.people.models import Client
from intake.people.queries import household_of
from intake.requests.history import history_of
from intake.requests.models import Request
from tests.requests.steps import act, approve, discount, file_it, filed


@pytest.fixture
def claims(app, world):
    """The history of Noor, as the judge gets it: (scheme, cents, open)."""

    def read(excluding=None):
        with app.app_context():
            noor = db.session.get_one(Client, world.clients["noor"])
            request = db.session.get_one(Request, excluding) if excluding else None
            found = history_of(noor, household_of(noor, clock.today()), excluding=request)
            home = Files().home_of(noor, clock.today())
            assert history_of(noor, home, excluding=request) == found
            return [(claim.scheme, claim.counted_cents, claim.is_open) for claim in found]

    return read


def test_nothing_yet(claims):
    assert claims() == []


def test_an_open_one_counts_with_what_is_proposed(sign_in, world, claims):
    filed(sign_in("an"), world)
    assert claims() == [("cultuurfonds", 3600, True)]


def test_a_granted_one_counts_with_what_was_granted(sign_in, world, claims):
    request_id = filed(sign_in("an"), world)
    approve(sign_in, request_id, "amount", amount="20", reasons="De club geeft zelf iets.")
    assert claims() == [("cultuurfonds", 2000, False)]


def test_a_refused_or_withdrawn_one_does_not_count(sign_in, world, claims):
    an = sign_in("an")
    approve(
        sign_in,
        filed(an, world),
        "refuse",
        reason_code="not_covered",
        reasons="Valt er niet onder.",
    )
    act(an, filed(an, world), "withdraw", why="Gaat niet door")
    granted = filed(an, world)
    approve(sign_in, granted, "grant")
    act(an, granted, "withdraw", why="Gaat niet door")
    assert claims() == []


def test_the_one_that_is_judged_is_left_out(sign_in, world, claims):
    first = filed(sign_in("an"), world)
    filed(sign_in("an"), world, cost="10")
    assert claims(excluding=first) == [("cultuurfonds", 900, True)]


def test_the_whole_household_is_read_each_under_its_own_name(sign_in, world, app):
    an = sign_in("an")
    for who in ("noor", "emir", "lena"):
        filed(an, world, who)
    filed(an, world, "zoë")
    with app.app_context():
        noor = db.session.get_one(Client, world.clients["noor"])
        found = history_of(noor, household_of(noor, clock.today()))
        ids = {int(claim.client) for claim in found}
        assert history_of(noor, Files().home_of(noor, clock.today())) == found
    assert ids == {world.clients[who] for who in ("noor", "emir", "lena")}


def test_a_discount_stands_under_its_own_scheme_with_all_dates(sign_in, world, app):
    an = sign_in("an")
    file_it(an, discount(an, world))
    with app.app_context():
        noor = db.session.get_one(Client, world.clients["noor"])
        (claim,) = history_of(noor, household_of(noor, clock.today()))
    assert (claim.scheme, claim.counted_cents) == ("korting", 4200)
    assert (claim.category, claim.provider_type) == ("swimming", "city_service")
    assert (claim.cost_on, claim.requested_on) == (dt.date(2026, 11, 24),) * 2
