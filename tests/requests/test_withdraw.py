"""Withdrawing: with a reason; what was granted is freed, what was given is revoked."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from books.models import BudgetShare
from core.db import db
from intake.requests.models import Request
from payout.models import Voucher
from tests.requests.steps import (
    act,
    amount,
    approve,
    assessed,
    discount,
    errors,
    file_it,
    filed,
    filled,
    said,
)


def status(app, request_id):
    with app.app_context():
        return db.session.get_one(Request, request_id).status


def committed(app):
    with app.app_context():
        return sum(db.session.scalars(select(BudgetShare.committed_cents)))


def test_an_open_request_is_withdrawn_with_its_reason(sign_in, world, app):
    an = sign_in("an")
    request_id = filed(an, world)
    assert act(an, request_id, "withdraw", why="Gaat niet door").status_code == 303
    page = an.page(f"/requests/{request_id}")
    assert "Gaat niet door" in said(page)
    assert "Ingetrokken" in said(page)
    assert f"/requests/{request_id}/withdraw" not in page.html
    assert status(app, request_id) == "withdrawn"


def test_it_counts_no_longer_for_what_is_left(sign_in, world):
    an = sign_in("an")
    act(an, filed(an, world, cost="100"), "withdraw", why="Gaat niet door")
    assert amount(assessed(an, filled(an, world))) == "€ 36,00"


def test_a_grant_is_freed(sign_in, world, app):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "grant")
    assert committed(app) == 3600
    act(an, request_id, "withdraw", why="Gaat niet door")
    assert committed(app) == 0
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert (request.granted_cents, request.freed_cents) == (3600, 3600)
    assert amount(assessed(an, filled(an, world))) == "€ 36,00"


def test_a_discounts_proof_is_worth_nothing_any_more(sign_in, world, app):
    an = sign_in("an")
    request_id = file_it(an, discount(an, world))
    approve(sign_in, request_id, "grant")
    act(an, request_id, "withdraw", why="Gaat niet door")
    with app.app_context():
        assert db.session.scalars(select(Voucher)).one().revoked_at is not None


def test_while_a_question_waits_it_can_be_withdrawn(sign_in, world, app):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(sign_in, request_id, "ask", question="Welke factuur?")
    act(an, request_id, "withdraw", why="Gaat niet door")
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert request.status == "withdrawn"
        assert request.pauses[0].ended_at is not None


@pytest.mark.parametrize(("why", "words"), [("", "Zeg kort waarom."), ("x" * 201, "201")])
def test_it_needs_a_short_reason(sign_in, world, app, why, words):
    an = sign_in("an")
    request_id = filed(an, world)
    response = act(an, request_id, "withdraw", why=why)
    assert any(words in error for error in errors(response))
    assert status(app, request_id) == "submitted"


def test_decided_meanwhile_the_worker_sees_what_changed(sign_in, world, app):
    an = sign_in("an")
    request_id = filed(an, world)
    action = f"/requests/{request_id}/withdraw"
    old = an.page(f"/requests/{request_id}").form(action)
    approve(sign_in, request_id, "grant")
    response = an.post(action, data=old | {"why": "Gaat niet door"})
    assert errors(response, 409) == ["Iemand anders heeft dit intussen gewijzigd."]
    assert status(app, request_id) == "granted"


def test_a_refusal_cannot_be_withdrawn(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    approve(
        sign_in, request_id, "refuse", reason_code="not_covered", reasons="Dit valt er niet onder."
    )
    assert f"/requests/{request_id}/withdraw" not in an.page(f"/requests/{request_id}").html


@pytest.mark.parametrize("who", ["arne", "bert", "hilde", "carla", "bea"])
def test_nobody_else_withdraws(sign_in, world, app, who):
    request_id = filed(sign_in("an"), world)
    browser = sign_in(who)
    data = {"csrf_token": browser.csrf(), "why": "x", "seen_version": "1"}
    assert browser.post(f"/requests/{request_id}/withdraw", data=data).status_code == 404
    assert status(app, request_id) == "submitted"
