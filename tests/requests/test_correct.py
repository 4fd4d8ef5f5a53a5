"""Correcting a request while nobody has decided: a new version, judged anew; the term stays."""

from __future__ import annotations

import datetime as dt

from core.audit import AuditEntry
from core.db import db
from intake.requests.models import Request
from tests.fund.desk import committed, press
from tests.inspector import Page
from tests.requests.steps import HTMX, act, amount, approve, discount, errors, file_it, filed, said

DUE_ON = dt.date(2026, 12, 24)


def form_of(browser, request_id, **changes):
    path = f"/requests/{request_id}/correct"
    return browser.page(path).form(path) | changes


def correct(browser, request_id, **changes):
    path = f"/requests/{request_id}/correct"
    return browser.post(path, data=form_of(browser, request_id, **changes))


def stored(app, request_id, *names):
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        return tuple(getattr(request, name) for name in names)


def test_the_form_holds_what_was_asked(sign_in, world):
    an = sign_in("an")
    request_id = file_it(an, discount(an, world, part_school="5,00", evidence_seen=["invoice"]))
    form = form_of(an, request_id)
    assert (form["what"], form["cost"], form["cost_on"]) == (
        "Zwemles, reeks van 10", "60,00", "24/11/2026",
    )  # fmt: skip
    assert (form["kind"], form["reason"], form["part_school"]) == ("discount", "belong", "5,00")


def test_a_correction_is_a_new_version_judged_anew(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world, part_school="10,00")
    with_note = {"cost": "90,00", "part_school": "", "part_uitpas": "5", "note": "Ook het uniform."}
    response = correct(an, request_id, **with_note)
    assert response.status_code == 303
    page = an.page(response.location)
    assert "Verbeterd op 24/11/2026 10:30 door An Aerts" in said(page)
    assert "Prijs € 40,00 € 90,00" in said(page, "changes")
    assert "Andere betalers School: € 10,00 UiTPAS-tarief: € 5,00" in said(page, "changes")
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        first, second = request.versions
        assert (first.facts["cost_cents"], second.facts["cost_cents"]) == (4_000, 9_000)
        assert second.former["what"] == "Lidgeld Chiro, werkjaar"
        assert (request.cost_cents, request.proposed_cents) == (9_000, 7_650)
        assert [(one.payer, one.amount_cents) for one in request.other_payers] == [("uitpas", 500)]
        assert (request.legal_due_on, request.status) == (DUE_ON, "submitted")
        assert db.session.query(AuditEntry).filter_by(action="request.correct").count() == 1


def test_its_own_former_version_does_not_count_against_it(sign_in, world):
    """The cap of a child is 100 euro: 90 of it were held by the version before."""
    an = sign_in("an")
    request_id = filed(an, world, cost="100,00")
    form = form_of(an, request_id, cost="120,00")
    beside = Page(an.post("/filings/assess", data=form, headers=HTMX))
    assert amount(beside) == "€ 100,00"


def test_what_is_asked_next_counts_the_correction(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    correct(an, request_id, cost="100,00")
    path = f"/filings/new?client={world.clients['noor']}"
    fresh = an.page(path).form("/filings") | {"what": "Kamp", "category": "camp", "cost": "50"}
    fresh |= {"cost_on": "24/11/2026"}
    assert amount(Page(an.post("/filings/assess", data=fresh, headers=HTMX))) == "€ 10,00"


def test_the_approver_sees_what_changed(sign_in, world):
    request_id = filed(sign_in("an"), world)
    correct(sign_in("an"), request_id, cost="50,00", note="De prijs stond fout op de folder.")
    bert = sign_in("bert")
    assert "verbeterd op 24 november" in said(bert.page("/worklist"))
    page = bert.page(f"/worklist/{request_id}")
    assert "Prijs € 40,00 € 50,00" in said(page, "changes")
    assert "De prijs stond fout op de folder." in said(page, "changes")


def test_who_had_the_page_open_before_it_decides_nothing(sign_in, app, world):
    request_id = filed(sign_in("an"), world)
    bert = sign_in("bert")
    action = f"/worklist/{request_id}/grant"
    old = bert.page(f"/worklist/{request_id}").form(action)
    # the same amount, so that the version alone can tell
    assert correct(sign_in("an"), request_id, what="Lidgeld Chiro").status_code == 303
    response = bert.post(action, data=old)
    assert response.status_code == 409
    assert "Verbeterd" in said(Page(response))
    assert stored(app, request_id, "status", "granted_cents") == ("submitted", 0)
    with app.app_context():
        assert committed() == 0
    assert press(bert, request_id, "grant").status_code == 303


def test_decided_meanwhile_the_correction_is_not_stored(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    typed = form_of(an, request_id, cost="90,00")
    approve(sign_in, request_id, "grant")
    response = an.post(f"/requests/{request_id}/correct", data=typed)
    assert response.status_code == 409
    page = Page(response)
    assert "Over deze aanvraag is intussen beslist." in said(page, "too-late")
    assert page.form(f"/requests/{request_id}/correct")["cost"] == "90,00"
    assert stored(app, request_id, "cost_cents", "status") == (4_000, "granted")
    assert an.get(f"/requests/{request_id}/correct").status_code == 303
    assert "verbetert u niet meer" in said(an.page(f"/requests/{request_id}"), "no-correct")


def test_a_question_stays_open_while_it_is_corrected(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "ask", question="Welke prijs?")
    correct(an, request_id, cost="45,00")
    assert stored(app, request_id, "status") == ("waiting",)
    act(an, request_id, "answer", text="45 euro.")
    assert stored(app, request_id, "status", "cost_cents") == ("submitted", 4_500)


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_stored(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    assert errors(correct(an, request_id, cost="veel"))[0].startswith("Schrijf een bedrag")
    unchanged = errors(correct(an, request_id))
    assert unchanged[0].startswith("Er is nog niets veranderd.")
    assert stored(app, request_id, "corrected_at", "lock_version") == (None, 1)


def test_the_same_form_sent_twice_is_one_correction(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    path, typed = f"/requests/{request_id}/correct", form_of(an, request_id, cost="44")
    for _time in range(2):
        response = an.post(path, data=typed)
        assert (response.status_code, response.location) == (303, f"/requests/{request_id}")
    late = an.post(f"/filings/drafts/{typed['draft_id']}", data=typed, headers=HTMX)
    assert late.status_code == 200
    assert an.get(f"/filings/drafts/{typed['draft_id']}").status_code == 404
    with app.app_context():
        assert len(db.session.get_one(Request, request_id).versions) == 2


def test_it_stays_for_the_same_person_whatever_the_form_says(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    emir = str(world.clients["emir"])
    correct(an, request_id, client_id=emir, opened_for=emir, cost="41")
    assert stored(app, request_id, "client_id", "cost_cents") == (world.clients["noor"], 4_100)
    typed = form_of(an, request_id, cost="42")
    assert an.post("/filings", data=typed).status_code == 404


def test_a_draft_of_a_correction_goes_on_as_one(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    typed = form_of(an, request_id, cost="77,00")
    draft = f"/filings/drafts/{typed['draft_id']}"
    assert an.post(draft, data=typed).status_code == 303
    again = an.page(draft).form(f"/requests/{request_id}/correct")
    assert again["cost"] == "77,00"
    assert an.post(f"/requests/{request_id}/correct", data=again).status_code == 303
    assert an.get(draft).status_code == 404
    assert stored(app, request_id, "cost_cents") == (7_700,)


def test_a_sentence_more_changes_nothing_else(sign_in, app, world):
    an = sign_in("an")
    request_id = filed(an, world)
    bert = sign_in("bert")
    action = f"/worklist/{request_id}/grant"
    old = bert.page(f"/worklist/{request_id}").form(action)
    act(an, request_id, "add", more="Haar zus gaat ook mee.")
    assert bert.post(action, data=old).status_code == 409
    assert "Haar zus gaat ook mee." in said(bert.page(f"/worklist/{request_id}"), "changes")
    assert "aangevuld op 24 november" in said(bert.page("/worklist"))
    assert stored(app, request_id, "corrected_at", "cost_cents") == (None, 4_000)
    assert errors(act(an, request_id, "add", more=" ")) == ["Schrijf wat erbij komt."]
