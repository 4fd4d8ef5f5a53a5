"""Decisions for the central file: one as PDF and line, those of a period as lines; only files in one's care."""

from __future__ import annotations

import csv
import io

from sqlalchemy import select

from core.audit import AuditEntry
from core.db import db, transaction
from fund.central import queries
from fund.takeover.columns import GRANTS, KINDS, guessed
from intake.people.models import Client
from tests.counting import queries_of
from tests.fund import desk
from tests.requests.steps import said

ALL = "/central.csv?from_on=1/11/2026&until_on=30/11/2026&scope=team"
MINE = ALL.replace("team", "mine")


def read(browser, address: str) -> list[dict[str, str]]:
    response = browser.get(address)
    assert (response.status_code, response.mimetype) == (200, "text/csv"), response.status_code
    text = response.get_data().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def granted(app, world, sign_in, who="noor", **asked) -> int:
    request_id = desk.filed(app, world, who, **({"cost_cents": 2_000} | asked))
    desk.grant(sign_in("bert"), request_id)
    return request_id


def test_a_decision_is_one_line_under_its_headings(app, world, sign_in):
    with app.app_context(), transaction():
        db.session.get_one(Client, world.clients["noor"]).case_number = "NH-77"
    request_id = granted(app, world, sign_in)
    an = sign_in("an")
    page = an.page(f"/requests/{request_id}")
    (line,) = read(an, page.link("lijn (CSV)"))
    assert line == {
        "Zaaknummer": "NH-77", "Dossiernummer": "20178", "Nummer van de aanvraag": "2026-0001",
        "Aanvragen als": "Cultuurfonds", "Ingediend op": "24/11/2026",
        "Datum beslissing": "24/11/2026", "Omschrijving": "Lidgeld Chiro, werkjaar",
        "Soort activiteit": "Lidgeld jeugdbeweging", "Aanbieder": "Chiro Kris Kas",
        "Datum van de kost": "20/11/2026", "Prijs": "20,00", "Beslissing": "Toegekend",
        "Toegekend bedrag": "18,00", "Vrijgegeven": "0,00", "Artikel": "art. 4 §1",
        "Doel": "Vrienden", "Levensdomein": "", "Betaald": "0,00", "Betaald op": "",
        "Beslist door": "Bert Bex",
    }  # fmt: skip


def test_the_takeover_recognises_what_leaves(app, world, sign_in):
    granted(app, world, sign_in)
    headings = list(read(sign_in("an"), MINE)[0])
    found = guessed(GRANTS, headings)
    assert {one.name for one in KINDS[GRANTS] if one.needed} <= set(found)
    assert headings[found["granted_on"]] == "Datum beslissing"
    assert headings[found["amount"]] == "Toegekend bedrag"
    assert headings[found["file_number"]] == "Dossiernummer"


def test_as_pdf_it_holds_the_decision_with_its_calculation(app, world, sign_in):
    request_id = granted(app, world, sign_in)
    an = sign_in("an")
    response = an.get(an.page(f"/requests/{request_id}").link("PDF"))
    assert (response.status_code, response.mimetype) == (200, "application/pdf")
    assert response.get_data().startswith(b"%PDF-1.7")
    refused = desk.filed(app, world, "emir")
    desk.press(sign_in("bert"), refused, "refuse", reason_code="other", reasons="Al gekregen.")
    assert sign_in("bert").get(f"/decisions/{refused}.pdf").status_code == 200


def test_before_the_decision_and_after_undoing_it_there_is_none(app, world, sign_in):
    request_id = desk.filed(app, world, cost_cents=2_000)
    an, bert = sign_in("an"), sign_in("bert")
    assert an.get(f"/decisions/{request_id}.csv").status_code == 404
    desk.grant(bert, request_id)
    desk.undo(bert, request_id)
    assert an.get(f"/decisions/{request_id}.pdf").status_code == 404
    assert read(an, MINE) == []


def test_a_period_holds_only_what_is_in_ones_care(app, world, sign_in):
    granted(app, world, sign_in)
    granted(
        app, world, sign_in, "karim", by="arne", activity_id=None, what="Film", category="cinema"
    )
    assert [row["Dossiernummer"] for row in read(sign_in("an"), ALL)] == ["20178"]
    assert [row["Omschrijving"] for row in read(sign_in("arne"), ALL)] == ["Film"]
    assert sign_in("bert").get(ALL).status_code == 404


def test_only_the_days_that_were_asked(app, world, sign_in):
    granted(app, world, sign_in)
    an = sign_in("an")
    assert len(read(an, MINE.replace("from_on=1/11", "from_on=24/11"))) == 1
    assert read(an, MINE.replace("from_on=1/11", "from_on=25/11")) == []


def test_no_cell_is_a_formula(app, world, sign_in):
    typed = '=HYPERLINK("http://x";"y")'
    granted(
        app,
        world,
        sign_in,
        what=typed,
        activity_id=None,
        category="camp",
        provider_name="@club\n;x",
    )
    (line,) = read(sign_in("an"), MINE)
    assert line["Omschrijving"] == f"'{typed}"
    assert line["Aanbieder"] == "'@club ;x"


def test_taking_it_out_is_noted_as_an_export(app, world, sign_in):
    granted(app, world, sign_in)
    read(sign_in("an"), ALL)
    with app.app_context():
        noted = db.session.scalars(select(AuditEntry).where(AuditEntry.kind == "export")).one()
        assert (noted.object_id, noted.why) == ("2026-11-01..2026-11-30", "team")
        assert noted.actor_id == world.people["an"]


def test_it_is_read_batch_by_batch_and_loses_none(app, world, sign_in, monkeypatch):
    for _time in range(5):
        granted(app, world, sign_in, cost_cents=100)
    whole = [row["Nummer van de aanvraag"] for row in read(sign_in("an"), MINE)]
    an = sign_in("an")
    monkeypatch.setattr(queries.batches, "__defaults__", (2,))
    with queries_of(app) as asked:
        assert [row["Nummer van de aanvraag"] for row in read(an, MINE)] == whole
    assert len(whole) == 5
    assert sum(one.startswith("SELECT decision.id, decision.decided_at") for one in asked) == 3


def test_wrong_days_are_said_beside_the_field(sign_in):
    an = sign_in("an")
    page = an.page("/central")
    form = page.form("/central.csv")
    assert (form["from_on"], form["until_on"]) == ("01/01/2026", "24/11/2026")
    response = an.get("/central.csv?from_on=5/11/2026&until_on=1/11/2026&scope=mine")
    assert response.status_code == 422
    assert "De laatste dag ligt voor de eerste." in response.get_data(as_text=True)
    assert "Beslissingen voor het centrale dossier" in said(an.page("/requests?state=decided"))
