"""The list narrowed: by kind of activity, kind, worker and period; each choice an address, and removable."""

from __future__ import annotations

import datetime as dt

from core import clock
from core.db import db, transaction
from intake.requests.models import Request
from tests.requests.steps import discount, file_it, filed, said
from tests.requests.test_lists import numbers
from tests.world import NOW

CHIRO, SWIM = "2026-0001", "2026-0002"


def two(sign_in, world):
    """The membership of last week, and a discount on swimming of today."""
    an = sign_in("an")
    with clock.at(NOW - dt.timedelta(days=7)):
        early = sign_in("an")
        filed(early, world, cost_on="17/11/2026")
    file_it(an, discount(an, world))
    return an


def test_each_filter_narrows_and_is_removed_by_its_chip(sign_in, world):
    an = two(sign_in, world)
    expected = {
        "category=swimming": ([SWIM], "Zwemmen"),
        "kind=fund": ([CHIRO], "Cultuurfonds"),
        "since=18/11/2026": ([SWIM], "vanaf 18/11/2026"),
        "until=17/11/2026": ([CHIRO], "tot en met 17/11/2026"),
        f"who=team&worker={world.people['hilde']}": ([], "andere maatschappelijk werker"),
    }
    for query, (wanted, chip) in expected.items():
        page = an.page(f"/requests?{query}")
        assert numbers(page) == wanted, query
        assert sorted(numbers(an.page(page.link(f"{chip} ×")))) == [CHIRO, SWIM], query


def test_the_form_leads_to_an_address_and_shows_what_is_on(sign_in, world):
    page = two(sign_in, world).page("/requests?category=swimming&state=any&since=1/11/2026")
    form = page.form("/requests")
    assert form == {"who": "mine", "state": "any", "category": "swimming", "kind": "",
                    "since": "01/11/2026", "until": ""}  # fmt: skip
    assert "Wacht op anderen 1" in said(page)  # counts are of the same filters


def test_a_wrong_period_is_said_beside_its_field_and_narrows_nothing(sign_in, world):
    an = two(sign_in, world)
    page = an.page("/requests?since=31/31/2026&category=swimming", status=422)
    assert page.title.startswith("Fout:")
    assert (
        page.text(page.by_id("since-error"))
        == "Schrijf een datum zoals 03/05/2026, 3/5 of vandaag."
    )
    assert page.by_id("since").get("value") == "31/31/2026"
    assert numbers(page) == [SWIM]
    page = an.page("/requests?since=2/11/2026&until=1/11/2026", status=422)
    assert page.by_id("until-error") is not None
    an.page("/requests?category=niets", status=422)


def test_what_is_due_soon(sign_in, world, app):
    an = two(sign_in, world)
    assert numbers(an.page("/requests?state=due_soon")) == []
    with app.app_context(), transaction():
        db.session.get_one(Request, 1).legal_due_on = dt.date(2026, 12, 1)
        db.session.get_one(Request, 2).legal_due_on = dt.date(2026, 12, 2)
    page = an.page("/requests?state=due_soon")
    assert numbers(page) == [CHIRO]
    assert "Termijn bijna om 1" in said(page)


def test_a_long_list_is_not_counted_to_its_end(sign_in, many):
    many(99)
    an = sign_in("an")
    assert "Open 99 " in said(an.page("/requests"))
    many(130)
    assert "Open 99+" in said(an.page("/requests"))
