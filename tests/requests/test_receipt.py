"""The receipt: to print, as PDF, with what comes next; for those who may read the request."""

from __future__ import annotations

import pytest

from core.db import db, transaction
from core.work.outbox import deliver_due
from tests.requests.steps import filed, said

MENTIONS = (
    "OB-2026-0001",
    "2026-0001",
    "Noor Peeters",
    "Lidgeld Chiro, werkjaar",
    "€ 40,00",
    "ontvangen op 24 november 2026",
    "uiterlijk op 24 december 2026",
    "recht om gehoord te worden",
    "moet dat meteen melden",
    "gegevens",
    "An Aerts",
)


@pytest.mark.parametrize("words", MENTIONS)
def test_each_mention_stands_on_it(sign_in, world, words):
    an = sign_in("an")
    filed(an, world)
    assert words in said(an.page("/filings/1/receipt"))


def test_it_is_in_dutch_whatever_the_screen_speaks(sign_in, world):
    an = sign_in("an")
    an.send("/language", {"language": "en"})
    filed_in_english = an.post("/filings", data=_fields(an, world))
    page = an.page(filed_in_english.location)
    assert "Wij beslissen uiterlijk op" in said(page)
    assert "Give the client this receipt" in said(page)


def _fields(an, world):
    fields = an.page(f"/filings/new?client={world.clients['noor']}").form("/filings")
    return fields | {
        "what": "Turnles", "category": "lesson_sport", "cost": "10", "cost_on": "24/11/2026",
        "reason": "health",
    }  # fmt: skip


def test_the_pdf_is_the_same_before_and_after_the_worker_made_it(sign_in, world, app):
    an = sign_in("an")
    filed(an, world)
    first = an.get("/filings/1/receipt.pdf")
    assert first.mimetype == "application/pdf"
    assert first.headers["Content-Disposition"] == "attachment; filename=OB-2026-0001.pdf"
    with app.app_context():
        assert deliver_due() == 1
    assert an.get("/filings/1/receipt.pdf").data == first.data


def test_it_does_not_change_when_the_request_does(sign_in, world, app):
    an = sign_in("an")
    request_id = filed(an, world)
    with app.app_context(), transaction() as session:
        session.execute(db.text("UPDATE request SET what = 'Iets anders'"))
    assert "Lidgeld Chiro, werkjaar" in said(an.page("/filings/1/receipt"))
    assert "Iets anders" in said(an.page(f"/requests/{request_id}"))


@pytest.mark.parametrize("address", ["/filings/1/receipt", "/filings/1/receipt.pdf"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("an", 200), ("bert", 200), ("hilde", 200), ("arne", 404), ("carla", 404), ("bea", 404)],
)
def test_who_may_read_it(sign_in, world, address, who, status):
    filed(sign_in("an"), world)
    assert sign_in(who).get(address).status_code == status


@pytest.mark.parametrize("number", ["0", "999", "99999999999999999999"])
def test_an_unknown_receipt_is_not_there(sign_in, number):
    assert sign_in("an").get(f"/filings/{number}/receipt").status_code == 404
