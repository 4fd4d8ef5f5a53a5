"""This year's grants of before: they count for caps and budget, and stand in no published figure."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from books.queries import balance
from core.db import db, transaction
from core.work import outbox
from fund.models import Decision
from fund.queries import budget_needed
from intake.people.models import Client
from intake.requests.in_use import requests_since
from intake.requests.models import Request
from network.releases.build import build_due
from tests.fund.desk import committed, filed, set_room
from tests.takeover.desk import problems, taken_over, uploaded

HEADINGS = (
    "Dossier;Voornaam;Naam;Geboortedatum;Datum;Categorie;Bedrag;Prijs;Omschrijving;Betaald op\n"
)
# Noor has 70 euro of the 100 of this year; Zoë, an adult, 20 of the 80.
GRANTS = HEADINGS + (
    "20178;;;;3/2/2026;Jeugdbeweging;45,50;;Scouts;10/2/2026\n"
    "20178;;;;14/7/2026;Kamp;24,50;150,00;;\n"
    ";Zoë;Van den Eynde;1/7/1990;2026-05-05;Voorstelling of concert;20;;;\n"
)
OPEN_WISH = 50_000  # far above any cap: what is proposed is what is left


def left(app, world, who) -> int:
    """What the rule still gives this year, in cents."""
    request_id = filed(app, world, who, cost_cents=OPEN_WISH)
    with app.app_context():
        return db.session.get_one(Request, request_id).proposed_cents


def rows(app):
    with app.app_context():
        found = db.session.scalars(select(Request).order_by(Request.id)).all()
        return [(one.number, one.status, one.granted_cents, one.freed_cents) for one in found]


def test_what_was_granted_before_counts_for_the_caps_from_now_on(app, sign_in, world):
    page = taken_over(app, sign_in("hilde"), "grants", GRANTS)
    assert "3 zijn nieuw" in page.text(page.by_id("stored"))
    assert rows(app) == [
        ("O-2026-0001", "taken_over", 4550, 0),
        ("O-2026-0002", "taken_over", 2450, 0),
        ("O-2026-0003", "taken_over", 2000, 0),
    ]
    assert (left(app, world, "noor"), left(app, world, "zoë")) == (3000, 6000)


def test_ten_spot_checks_of_what_is_left_this_year(app, sign_in, world):
    hilde = sign_in("hilde")
    people = "Dossier;Voornaam;Naam;Geboortedatum;Gezin;Statuut;Maatschappelijk werker\n"
    grants = "Dossier;Datum;Categorie;Bedrag\n"
    for n in range(10):
        people += f"K{n};Kind {n};Proef;1/{n + 1}/2015;G{n};VT;An Aerts\n"
        grants += "".join(f"K{n};{day + 1}/3/2026;Kamp;{n},25\n" for day in range(n))
    taken_over(app, hilde, "clients", people)
    taken_over(app, hilde, "grants", grants)
    with app.app_context():
        ids = dict(db.session.execute(select_clients()).all())
    world.clients |= {f"k{n}": ids[f"K{n}"] for n in range(10)}
    expected = [max(0, 10_000 - n * (n * 100 + 25)) for n in range(10)]
    assert [left(app, world, f"k{n}") for n in range(10)] == expected


def select_clients():
    return select(Client.file_number, Client.id)


def test_the_money_is_spent_in_the_budget_of_the_year(app, sign_in):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    with app.app_context():
        assert committed() == 9000
        assert balance(budget_needed("fonds", dt.date(2026, 1, 1))).committed_cents == 9000
    done = app.test_cli_runner().invoke(args=["books", "verify"])
    assert done.exit_code == 0, done.output


def test_the_same_list_again_changes_nothing_and_a_longer_one_adds_its_end(app, sign_in):
    hilde = sign_in("hilde")
    taken_over(app, hilde, "grants", GRANTS)
    before = rows(app)
    again = hilde.page(uploaded(hilde, "grants", GRANTS))
    assert "3 zijn al bekend" in again.text(again.by_id("nothing"))
    longer = GRANTS + "20178;;;;14/7/2026;Kamp;24,50;150,00;;\n"  # a second camp like the first
    taken_over(app, hilde, "grants", longer)
    assert rows(app)[:-1] == before
    assert rows(app)[-1] == ("O-2026-0004", "taken_over", 2450, 0)


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("99999;;;;3/2/2026;Kamp;10;;;", "Dossier", "niemand bekend"),
        (";;;;3/2/2026;Kamp;10;;;", "Dossier", "Van wie is deze toekenning"),
        (";Zoë;Van den Eynde;2/7/1990;3/2/2026;Kamp;10;;;", "Naam", "niemand bekend"),
        ("20178;Zoë;Van den Eynde;;3/2/2026;Kamp;10;;;", "Dossier", "andere naam"),
        ("20178;;;;31/12/2025;Kamp;10;;;", "Datum", "toekenningen van 2026"),
        ("20178;;;;1/12/2026;Kamp;10;;;", "Datum", "toekomst"),
        ("20178;;;;3/2;Kamp;10;;;", "Datum", "geen datum"),
        ("20178;;;;3/2/2026;Kampvuur;10;;;", "Categorie", "Kamp"),
        ("20178;;;;3/2/2026;Kamp;-10;;;", "Bedrag", "geen bedrag"),
        ("20178;;;;3/2/2026;Kamp;1.234.5;;;", "Bedrag", "geen bedrag"),
        ("20178;;;;3/2/2026;Kamp;10;9;;", "Prijs", "lager"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(app, sign_in, row, column, words):
    found = problems(sign_in("hilde"), "grants", GRANTS + row + "\n")
    assert [one[:2] for one in found] == [("5", column)], found
    assert words in found[0][2]


def test_more_than_the_budget_has_is_refused_as_a_whole(app, sign_in):
    set_room(app, 5_000)
    found = problems(sign_in("hilde"), "grants", GRANTS)
    assert [one[:2] for one in found] == [("Hele bestand", "–")]
    assert "Verhoog eerst het budget" in found[0][2]


def test_the_budget_that_was_spent_meanwhile_stores_nothing(app, sign_in):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "grants", GRANTS)
    form = hilde.page(address).form(f"{address}/store")
    hilde.post(f"{address}/store", data=form)
    set_room(app, 5_000)
    with app.app_context():
        outbox.deliver_due()
    assert rows(app) == []
    assert "Verhoog eerst het budget" in hilde.page(address).text()


def test_no_rule_judged_it_so_a_rule_can_enter_into_force_from_any_day(app, sign_in):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    with app.app_context():
        assert requests_since(dt.date(2026, 1, 1)) == 0


def test_it_is_no_decision_and_stands_in_no_release(app, sign_in):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    with app.app_context():
        assert db.session.scalars(select(Decision)).all() == []
        with transaction():
            assert build_due(dt.date(2027, 1, 2)) == []


def test_the_worker_sees_it_in_the_timeline_and_takes_back_what_was_wrong(app, sign_in, world):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    an = sign_in("an")
    with app.app_context():
        request_id = db.session.scalars(select(Request.id).order_by(Request.id)).first()
    assert "Scouts" in an.page("/requests?state=decided").text()
    page = an.page(f"/requests/{request_id}")
    assert "Toegekend op 3 februari 2026" in page.text()
    assert "€ 45,50 op 10/02/2026" in page.text().replace("\xa0", " ")
    form = page.form(f"/requests/{request_id}/withdraw")
    answer = an.post(f"/requests/{request_id}/withdraw", data={**form, "why": "Stond er dubbel in"})
    assert answer.status_code == 303
    assert rows(app)[0][1:] == ("withdrawn", 4550, 4550)
    with app.app_context():
        assert committed() == 4450
    assert left(app, world, "noor") == 10_000 - 2_450


def test_there_is_no_receipt_of_what_was_never_filed_here(app, sign_in):
    taken_over(app, sign_in("hilde"), "grants", GRANTS)
    with app.app_context():
        filing_id = db.session.scalars(select(Request.filing_id)).first()
    assert sign_in("an").get(f"/filings/{filing_id}/receipt").status_code == 404
