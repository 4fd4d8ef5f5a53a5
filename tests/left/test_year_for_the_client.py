"""One page for the client: what was asked, granted and paid this year, and what is left."""

from __future__ import annotations

import datetime as dt

import pytest

from core.db import db, transaction
from intake.people.models import Client, Membership
from intake.requests.models import Request
from tests.counting import queries_of
from tests.fund import desk
from tests.requests.steps import said


def year(browser, client_id):
    return browser.page(f"/clients/{client_id}/year")


def test_one_page_says_asked_granted_paid_and_left(app, sign_in, world):
    granted = desk.filed(app, world, cost_cents=5_000, what="Lidgeld turnen", activity_id=None,
                         category="membership_sport")  # fmt: skip
    desk.grant(sign_in("bert"), granted)
    with app.app_context(), transaction():
        request = db.session.get_one(Request, granted)
        request.paid_cents, request.paid_on = 4_500, dt.date(2026, 11, 23)
    desk.filed(app, world, cost_cents=2_000, what="Kamp", activity_id=None, category="camp")
    desk.grant(sign_in("bert"), desk.discount(app, world, "noor"))
    page = year(sign_in("an"), world.clients["noor"])
    shown = said(page)
    assert "Lidgeld turnen€ 50,00€ 45,00€ 45,00 op 23/11/2026" in shown
    assert "Kamp€ 20,00nog niet beslist–" in shown
    assert "meteen van de prijs af" in shown
    assert "€ 100,00 in 2026€ 37,00" in shown
    assert "Vraag het aan uw maatschappelijk werker, An Aerts." in shown
    pdf = sign_in("an").get(page.link("Als PDF"))
    assert (pdf.status_code, pdf.mimetype) == (200, "application/pdf")


def test_what_was_not_granted_is_said_calmly_and_last_year_is_not_there(app, sign_in, world):
    refused = desk.filed(app, world, what="Voetbal", activity_id=None, category="membership_sport")
    desk.press(sign_in("bert"), refused, "refuse", reason_code="other", reasons="Al gekregen.")
    desk.filed(
        app, world, what="Vroeger", activity_id=None, category="camp", cost_on=dt.date(2025, 12, 30)
    )
    shown = said(year(sign_in("an"), world.clients["noor"]))
    assert "Voetbal€ 180,00niet toegekend" in shown
    assert "geweigerd" not in shown.lower()
    assert "Vroeger" not in shown


@pytest.fixture
def partner(app, world):
    """Another adult in Lena's household: Zoë, who is An's too."""
    with app.app_context(), transaction():
        lena = db.session.get_one(Client, world.clients["lena"])
        db.session.add(
            Membership(
                household_id=lena.memberships[0].household_id,
                client_id=world.clients["zoë"],
                role="adult",
                from_on=dt.date(2026, 2, 1),
            )
        )


def test_it_tells_an_adult_of_the_children_and_of_no_other_adult(app, sign_in, world, partner):
    desk.filed(app, world, "zoë", what="Zwemmen voor Zoë", activity_id=None, category="swimming")
    desk.filed(app, world, "noor", what="Muziek", activity_id=None, category="music")
    shown = said(year(sign_in("an"), world.clients["lena"]))
    assert "Muziek" in shown
    assert "Zwemmen voor Zoë" not in shown
    assert "Zoë" not in shown
    shown = said(year(sign_in("an"), world.clients["noor"]))
    assert "Muziek" in shown
    assert "Lena" not in shown


def test_it_asks_the_database_as_often_for_one_request_as_for_many(app, sign_in, world):
    an, counted = sign_in("an"), []
    for _time in range(2):
        desk.filed(app, world, cost_cents=100, what="Een", activity_id=None, category="camp")
        year(an, world.clients["noor"])
        with queries_of(app) as asked:
            year(an, world.clients["noor"])
        counted.append(len(asked))
        for _more in range(5):
            desk.filed(app, world, cost_cents=100, what="Meer", activity_id=None, category="camp")
    assert counted[0] == counted[1]
