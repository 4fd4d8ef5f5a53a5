"""Providers and their offer, from a list."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.db import db
from offer.models import Activity, Provider
from tests.takeover.desk import problems, taken_over, uploaded

OFFER = """Aanbieder;Soort aanbieder;Wijk;Activiteit;Categorie;Prijs
KSA Genk;Jeugdbeweging;Termien;Lidgeld;Jeugdbeweging;45,00
KSA Genk;Jeugdbeweging;Termien;Kamp, 7 dagen;Kamp;110
Zwembad Boxbergheide;;;Aquagym;Zwemmen;8,50
De Kring;vzw;;;;
"""


def offered(app):
    with app.app_context():
        rows = db.session.scalars(select(Activity).join(Provider).order_by(Activity.id)).all()
        return [(one.provider.name, one.name, one.category, one.price_cents) for one in rows]


def test_a_list_becomes_providers_with_their_activities(app, sign_in):
    before = len(offered(app))
    page = taken_over(app, sign_in("bea"), "offer", OFFER)
    assert "4 zijn nieuw" in page.text()
    assert offered(app)[before:] == [
        ("KSA Genk", "Lidgeld", "membership_youth", 4500),
        ("KSA Genk", "Kamp, 7 dagen", "camp", 11000),
        ("Zwembad Boxbergheide", "Aquagym", "swimming", 850),
    ]
    with app.app_context():
        ring = db.session.scalars(select(Provider).where(Provider.name == "De Kring")).one()
        assert ring.provider_type == "association"


def test_the_same_list_again_adds_nothing(app, sign_in):
    bea = sign_in("bea")
    taken_over(app, bea, "offer", OFFER)
    before = offered(app)
    page = bea.page(uploaded(bea, "offer", OFFER.replace("KSA Genk", "ksa genk")))
    assert "4 zijn al bekend" in page.text()
    assert offered(app) == before


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";;;Lidgeld;Jeugdbeweging;45", "Aanbieder"),
        ("KSA;;;Lidgeld;;45", "Categorie"),
        ("KSA;;;Lidgeld;Jeugdbeweging;", "Prijs"),
        ("KSA;Circus;;Lidgeld;Jeugdbeweging;45", "Soort aanbieder"),
        ("!!;;;Lidgeld;Jeugdbeweging;45", "Aanbieder"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(app, sign_in, row, column):
    found = problems(sign_in("bea"), "offer", OFFER + row + "\n")
    assert [one[:2] for one in found] == [("6", column)], found


def test_who_keeps_the_offer_reaches_no_list_of_people(sign_in):
    address = uploaded(sign_in("hilde"), "clients", "Voornaam\nLies\n")
    assert sign_in("bea").get(f"/offer{address}").status_code == 404
    assert sign_in("bea").get("/offer/takeover/new?kind=clients").status_code == 404
    assert sign_in("hilde").get("/offer/takeover").status_code == 404
