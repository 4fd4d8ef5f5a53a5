"""The page of one request: all that one may know of it, and what one can do now."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.audit import AuditEntry
from core.db import db
from tests.requests.steps import amount, approve, discount, file_it, filed, said


def test_an_open_one_shows_what_is_asked_and_what_the_rule_gives(sign_in, world):
    an = sign_in("an")
    request_id = filed(
        an, world, report="Sinds de verhuis alleen thuis", goal="Vrienden", life_domain="network",
        part_school="5", evidence_seen=["invoice"],
    )  # fmt: skip
    page = an.page(f"/requests/{request_id}")
    assert page.h1 == "Aanvraag 2026-0001"
    assert amount(page) == "€ 31,50"
    for words in (
        "Ingediend", "nog 30 dagen", "Nu aan zet: de beslisser", "Sinds de verhuis alleen thuis",
        "Vrienden", "School: € 5,00", "Onbetaalde factuur", "Lidgeld jeugdbeweging",
        "24 november 2026", "Erbij horen en vrienden maken", "An Aerts, Noord",
    ):  # fmt: skip
        assert words in said(page), words


def test_the_title_names_nobody(sign_in, world):
    an = sign_in("an")
    page = an.page(f"/requests/{filed(an, world)}")
    assert page.title == "Aanvraag 2026-0001 · Cultuurfonds"


def test_a_decided_one_shows_the_decision_and_its_reasons(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "amount", amount="20", reasons="De club geeft zelf iets.")
    page = an.page(f"/requests/{request_id}")
    assert amount(page) == "€ 20,00"
    for words in ("Gedeeltelijk toegekend", "De club geeft zelf iets.", "Bert Bex"):
        assert words in said(page)
    assert "nog 30 dagen" not in said(page)


def test_a_refused_one_shows_why_and_no_amount(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "refuse", reason_code="not_covered", reasons="Valt er niet onder.")
    page = an.page(f"/requests/{request_id}")
    assert "Geweigerd" in said(page)
    assert "Valt er niet onder." in said(page)
    assert 'class="amount"' not in page.html


def test_a_granted_discount_leads_to_its_proof(sign_in, world):
    an = sign_in("an")
    request_id = file_it(an, discount(an, world))
    approve(sign_in, request_id, "grant")
    page = an.page(f"/requests/{request_id}")
    assert page.link("Bewijs voor de cliënt") == f"/proofs/{request_id}"
    assert an.get(f"/proofs/{request_id}").status_code == 200


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("an", 200), ("bert", 200), ("hilde", 200), ("arne", 404), ("fien", 404), ("carla", 404),
        ("dirk", 404), ("bea", 404),
    ],
)  # fmt: skip
def test_who_may_read_it(sign_in, world, who, status):
    request_id = filed(sign_in("an"), world)
    response = sign_in(who).get(f"/requests/{request_id}")
    assert response.status_code == status
    assert status == 200 or "Noor" not in response.get_data(as_text=True)


def test_who_cannot_file_finds_no_way_to_withdraw(sign_in, world):
    request_id = filed(sign_in("an"), world)
    assert "/withdraw" not in sign_in("bert").page(f"/requests/{request_id}").html


@pytest.mark.parametrize("number", ["0", "999", "99999999999999999999", "x", "-1"])
def test_an_unknown_one_is_not_there(sign_in, number):
    assert sign_in("an").get(f"/requests/{number}").status_code == 404


def test_looking_leaves_a_trace(sign_in, world, app):
    request_id = filed(sign_in("an"), world)
    sign_in("hilde").get(f"/requests/{request_id}")
    with app.app_context():
        looked = select(AuditEntry.action).where(
            AuditEntry.kind == "request",
            AuditEntry.object_id == str(request_id),
            AuditEntry.actor_id == world.people["hilde"],
        )
        assert db.session.scalars(looked).all() == ["looked"]


@pytest.mark.parametrize("action", ["request.submit", "draft.begin"])
def test_doing_leaves_a_trace(sign_in, world, app, action):
    an = sign_in("an")
    fields = an.page(f"/filings/new?client={world.clients['noor']}").form("/filings")
    an.post(f"/filings/drafts/{fields['draft_id']}", data=fields)
    filed(an, world)
    with app.app_context():
        assert db.session.scalars(select(AuditEntry).where(AuditEntry.action == action)).one()
