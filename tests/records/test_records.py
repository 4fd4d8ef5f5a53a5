"""The record of a decision: sealed when it is taken, printable for a court, and found out when changed."""

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import text, update

from core.audit import AuditEntry
from core.db import db, transaction
from fund.models import Decision
from fund.records.checking import check_all
from intake.requests.models import RequestVersion
from regulation.versions.models import RuleVersion
from tests.fund import desk

FITS = "Het dossierstuk komt overeen met de hash"
CHANGED = "Let op: het dossierstuk komt niet meer overeen met de hash."


def decided(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    typed = {"amount": "60,00", "reasons": "Minder nodig.", "deviates_from": "1"}
    assert desk.press(bert, request_id, "amount", **typed).status_code == 303
    return request_id, bert


def test_the_hash_stands_on_the_decision_and_in_the_trail(app, world, sign_in):
    request_id, _bert = decided(app, world, sign_in)
    with app.app_context():
        decision = desk.decision_of(request_id)
        entry = db.session.query(AuditEntry).filter_by(action="decision.sealed").one()
        assert len(decision.record_hash) == 64
        assert (entry.object_id, entry.why) == (str(decision.id), decision.record_hash)


def test_the_record_says_all_that_was_known_and_decided(app, world, sign_in):
    request_id, bert = decided(app, world, sign_in)
    for client in (bert, sign_in("an"), sign_in("hilde")):
        page = client.page(f"/decisions/{request_id}/record").text()
        for said in (
            "Noor Peeters",
            "Minder nodig.",
            "Bert Bex",
            "In welke hoedanigheid Beslisser",
            "Speelt veel alleen.",
            "Vrij nadien",
            "SHA-256 van het dossierstuk",
            FITS,
            "Het reglement, versie",
        ):
            assert said in page, said


def test_all_decisions_stand_in_it_with_what_replaces_what(app, world, sign_in):
    request_id, bert = decided(app, world, sign_in)
    with app.app_context(), transaction():
        request = desk.request_of(request_id)
        request.left_at = request.decided_at
    address = f"/worklist/{request_id}/revise"
    form = bert.page(address).form(address)
    typed = {"ruling": "refuse", "reason_code": "other", "reasons": "Toch niet."}
    assert bert.post(address, data={**form, **typed}).status_code == 303
    page = bert.page(f"/decisions/{request_id}/record").text()
    assert "Beslissing 2, van 24 november 2026" in page
    assert "Beslissing 1, van 24 november 2026" in page
    assert "beslissing 1, gedeeltelijk toegekend" in page
    assert page.count(FITS) == 2


def test_the_pdf_is_tagged_and_says_the_same(app, world, sign_in):
    request_id, bert = decided(app, world, sign_in)
    answer = bert.get(f"/decisions/{request_id}/record.pdf")
    pdf = PdfReader(io.BytesIO(answer.data))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    said = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    assert "Minder nodig." in said


@pytest.mark.parametrize(
    "statement",
    [
        update(Decision).values(granted_cents=9_000),
        update(Decision).values(reasons="Anders."),
        update(Decision).values(facts={}),
        update(Decision).values(decided_by_id=1),
        update(RequestVersion).values(evidence_seen=["invoice"]),
        update(RuleVersion).values(source_toml=RuleVersion.source_toml + "\n# later"),
    ],
)
def test_a_changed_row_is_found(app, world, sign_in, statement):
    request_id, bert = decided(app, world, sign_in)
    with app.app_context():
        assert check_all().changed == []
        with transaction() as session:
            session.execute(statement)
        number = desk.decision_of(request_id).id
        assert check_all().changed == [number]
    assert CHANGED in bert.page(f"/decisions/{request_id}/record").text()


def test_a_hash_that_is_made_to_fit_is_found_by_the_trail(app, world, sign_in):
    request_id, bert = decided(app, world, sign_in)
    with app.app_context():
        with transaction() as session:
            session.execute(text("UPDATE decision SET record_hash = 'abc'"))
        assert len(check_all().changed) == 1
    assert CHANGED in bert.page(f"/decisions/{request_id}/record").text()


def test_the_command_says_so_and_fails(app, world, sign_in):
    decided(app, world, sign_in)
    run = app.test_cli_runner().invoke
    good = run(args=["decisions", "verify"])
    assert (good.exit_code, "1 decisions compared" in good.output) == (0, True)
    with app.app_context(), transaction() as session:
        session.execute(update(Decision).values(granted_cents=1))
    bad = run(args=["decisions", "verify"])
    assert bad.exit_code == 1
    assert "1 are not what was decided" in bad.output


def test_undoing_and_merging_change_no_record(app, world, sign_in):
    request_id, bert = decided(app, world, sign_in)
    desk.undo(bert, request_id)
    with app.app_context():
        with transaction() as session:
            session.execute(update(Decision).values(leaf_client_id=world.clients["lena"]))
        assert check_all().changed == []


def test_without_a_decision_there_is_no_record(app, world, sign_in):
    request_id = desk.filed(app, world)
    assert sign_in("an").get(f"/decisions/{request_id}/record").status_code == 404
    assert sign_in("arne").get(f"/decisions/{request_id}/record").status_code == 404
