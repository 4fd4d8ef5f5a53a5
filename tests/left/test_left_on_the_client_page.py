"""What is left this year, on the page of the client: worker and client look at it together."""

from __future__ import annotations

import datetime as dt

from core.db import db, transaction
from intake.requests.models import Request
from tests.counting import queries_of
from tests.left.rows import left, row_of
from tests.requests.steps import approve, filed


def test_nothing_asked_is_folded_away_and_said(sign_in, world):
    page = sign_in("an").page(f"/clients/{world.clients['lena']}")
    assert "Alles is nog over" in left(page)
    folded = page.by_id("left-folded")
    assert folded.tag == "details"
    assert "open" not in folded.attrib


def test_a_grant_leaves_less_for_that_child_alone(sign_in, world):
    request_id = filed(sign_in("an"), world)
    approve(sign_in, request_id, "grant")
    page = sign_in("an").page(f"/clients/{world.clients['lena']}")
    assert page.by_id("left-folded") is None
    assert row_of(page, "Noor Peeters")[2:] == ["€ 100,00in 2026", "€ 36,00", "€ 0,00", "€ 64,00"]
    assert row_of(page, "Emir Peeters")[2:] == ["€ 100,00in 2026", "€ 0,00", "€ 0,00", "€ 100,00"]
    assert row_of(page, "Lena Peeters")[2:] == ["€ 80,00in 2026", "€ 0,00", "€ 0,00", "€ 80,00"]


def test_an_open_request_stands_apart(sign_in, world):
    approve(sign_in, filed(sign_in("an"), world), "grant")
    filed(sign_in("an"), world, cost="20,00")
    page = sign_in("an").page(f"/clients/{world.clients['noor']}")
    found = row_of(page, "Noor Peeters")
    assert found[3:] == ["€ 36,00", "€ 18,00", "€ 46,00€ 64,00 zonder de open aanvragen"]


def test_the_sentence_of_the_cap_stands_with_its_article(sign_in, world):
    filed(sign_in("an"), world)
    page = sign_in("an").page(f"/clients/{world.clients['noor']}")
    assert row_of(page, "Noor Peeters")[1] == "Elke activiteitPlafond kind, per kalenderjaar"
    words = (
        "Plafond kind, per kalenderjaar: Een kind krijgt hoogstens 100 euro per kalenderjaar. art."
    )
    assert left(page).count(words) == 1


def test_what_was_granted_in_an_earlier_year_is_over(app, sign_in, world):
    request_id = filed(sign_in("an"), world)
    with app.app_context(), transaction():
        db.session.get(Request, request_id).cost_on = dt.date(2025, 12, 31)
    page = sign_in("an").page(f"/clients/{world.clients['lena']}")
    assert "Alles is nog over" in left(page)


def test_what_the_form_says_is_what_this_page_says(sign_in, world):
    an = sign_in("an")
    approve(sign_in, filed(an, world), "grant")
    form = an.page(f"/filings/new?client={world.clients['noor']}").text()
    assert "64,00 van € 100,00 in 2026" in form.replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 64,00" in left(an.page(f"/clients/{world.clients['noor']}"))


def test_a_member_of_another_team_has_no_row(sign_in, world, move_in):
    filed(sign_in("an"), world)
    move_in("karim", "lena")
    page = sign_in("an").page(f"/clients/{world.clients['lena']}")
    assert "Karim" in page.text()
    assert "Karim" not in left(page)


def test_without_a_rule_it_is_said(sign_in, world, no_rule):
    page = sign_in("an").page(f"/clients/{world.clients['lena']}")
    assert "geen reglement" in left(page)


def test_a_thousand_requests_are_read_like_ten(app, sign_in, world, many):
    an, address = sign_in("an"), f"/clients/{world.clients['lena']}"
    many(10)
    an.page(address)
    with queries_of(app) as few:
        an.page(address)
    many(1_000)
    with queries_of(app) as lots:
        an.page(address)
    assert len(lots) == len(few)
    assert len(few) <= 31, few
