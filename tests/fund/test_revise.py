"""Revising: once something has left, a new decision names the old one and takes its place."""

import pytest
from sqlalchemy import select

from accounts.queries import account_by_username
from books.models import LedgerEntry
from books.queries import verify
from core.db import db, transaction
from core.errors import RuleBroken
from core.letters.letters import empty_fields
from fund.letters.gathering import fields_of
from fund.letters.kinds import KINDS
from fund.letters.lacking import own_lacks
from fund.letters.queries import unsent_of
from fund.letters.texts import texts_now
from fund.models import Decision
from fund.revising.actions import Wanted, revise
from intake.requests.queries import for_update
from payout.models import Voucher
from tests.fund import desk
from tests.inspector import Page

WHY = "Het gezin bezorgde een nieuw attest."


def sent(sign_in, request_id):
    """The letter has left."""
    hilde = sign_in("hilde")
    form = hilde.page("/decided").form(f"/decided/{request_id}/sent")
    assert hilde.post(f"/decided/{request_id}/sent", data=form).status_code == 303


def granted_and_sent(app, world, sign_in, **asked):
    request_id = desk.filed(app, world, **asked)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    sent(sign_in, request_id)
    return request_id, bert


def revised(client, request_id, **typed):
    address = f"/worklist/{request_id}/revise"
    form = client.page(address).form(address) | {"reasons": WHY, **typed}
    return client.post(address, data=form)


def test_less_is_granted_and_the_rest_is_free_again(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    page = desk.seen(bert, revised(bert, request_id, ruling="grant", amount="60,00"))
    assert "€ 60,00 toegekend. Dit vervangt de beslissing die al vertrokken was." in page.text()
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.outcome) == ("partly_granted", "partly_granted")
        assert request.granted_cents == desk.committed() == 6_000
        assert verify(db.session()) == []


def test_the_old_decision_stays_and_holds_no_more(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    revised(bert, request_id, ruling="grant", amount="60,00")
    with app.app_context():
        old, new = db.session.scalars(select(Decision).order_by(Decision.number))
        assert (old.granted_cents, old.stands, new.stands) == (10_000, False, True)
        assert (new.revises_id, new.number, old.revised_at) == (old.id, 2, new.decided_at)
        first, rest = new.reasons.split("\n")
        assert (
            first == "Deze beslissing vervangt die van 24 november 2026 (toegekend, €\xa0100,00)."
        )
        assert rest == WHY


def test_both_stand_on_the_pages_of_the_approver_and_the_worker(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    revised(bert, request_id, ruling="refuse", reason_code="other")
    page = bert.page(f"/worklist/{request_id}")
    assert page.by_id("former") is not None
    assert "€ 100,00" in page.text()
    page = sign_in("an").page(f"/requests/{request_id}").text()
    assert "Herzien: geweigerd" in page
    assert "vervangt die van 24 november 2026 (toegekend, € 100,00)" in page
    assert "de dienst, om de brief te versturen" in page
    client = sign_in("an").page(f"/clients/{world.clients['noor']}/timeline").text()
    assert "Herzien: geweigerd" in client
    assert "Toegekend" in client


def test_a_refusal_that_left_becomes_a_grant_out_of_the_budget(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "refuse", reason_code="other", reasons="Nee.")
    sent(sign_in, request_id)
    revised(bert, request_id, ruling="grant", amount="100,00")
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.granted_cents) == ("granted", 10_000)
        assert desk.committed() == 10_000
        assert desk.decision_of(request_id).budget["after_cents"] == 10_000


def test_refused_after_all_frees_the_money_and_the_cap(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    revised(bert, request_id, ruling="refuse", reason_code="no_status")
    with app.app_context():
        assert desk.request_of(request_id).status == "refused"
        assert desk.committed() == 0
        assert verify(db.session()) == []
    again = desk.filed(app, world)
    assert "€ 100,00 toekennen" in bert.page(f"/worklist/{again}").text()


def test_its_own_old_grant_takes_no_room_of_the_cap(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in, cost_cents=5_000)
    page = bert.page(f"/worklist/{request_id}/revise").text()
    assert "hoogstens € 45,00" in page.replace("\xa0", " ")
    answer = revised(bert, request_id, ruling="grant", amount="45,01")
    assert answer.status_code == 422


def test_never_above_the_budget_and_then_nothing_has_moved(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "amount", amount="40,00", reasons="Minder nodig.")
    sent(sign_in, request_id)
    desk.set_room(app, 5_999)
    assert revised(bert, request_id, ruling="grant", amount="100,00").status_code == 422
    with app.app_context():
        assert desk.committed() == desk.request_of(request_id).granted_cents == 4_000
        assert db.session.query(LedgerEntry).count() == 1
    desk.set_room(app, 6_000)
    assert revised(bert, request_id, ruling="grant", amount="100,00").status_code == 303
    with app.app_context():
        assert desk.committed() == 10_000


def test_what_was_paid_stays_set_aside_and_is_due_back(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = 8_000
    lacks = revised(bert, request_id, ruling="grant", amount="30,00")
    assert lacks.status_code == 422
    wrong = Page(lacks).by_id("ground-error")
    assert Page(lacks).text(wrong) == "Kies op welke grond u terugvordert."
    revised(bert, request_id, ruling="grant", amount="30,00", ground="other_payer")
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.granted_cents, request.paid_cents) == (3_000, 8_000)
        assert (request.recovery_due_cents, desk.committed()) == (5_000, 8_000)
        assert desk.decision_of(request_id).set_aside_cents == 8_000
    asks = letter_of(app, request_id)
    assert (asks["amount"], asks["decided_on"]) == ("€\xa0100,00", "24 november 2026")
    assert asks["ground"] == "geld dat een ander voor dezelfde kosten betaalde"
    assert asks["calculation"] == [
        ["Wij kennen nu toe", "€\xa030,00"],
        ["Betaald", "€\xa080,00"],
        ["Wij vragen terug", "€\xa050,00"],
    ]
    assert WHY in asks["finding"]
    # once more, and nothing is due: the letter that asked it never leaves
    revised(bert, request_id, ruling="grant", amount="90,00")
    assert letter_of(app, request_id) is None
    with app.app_context():
        assert desk.request_of(request_id).recovery_due_cents == 0
        assert desk.committed() == 9_000
        assert verify(db.session()) == []


def letter_of(app, request_id):
    """What the letter that asks money back says, as long as it may leave; it lacks nothing of its own."""
    with app.app_context():
        waits = [one for one in unsent_of(desk.request_of(request_id)) if one.kind == "recovery"]
        if not waits:
            return None
        (one,) = waits
        fields = fields_of(one, texts_now())
        # this household has told no address
        assert own_lacks(empty_fields(KINDS["recovery"], fields)) == ["address"]
        return fields


def test_refused_after_all_asks_back_all_that_was_paid(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = 8_000
    refuses = {"ruling": "refuse", "reason_code": "other"}
    assert revised(bert, request_id, **refuses).status_code == 422
    assert revised(bert, request_id, **refuses, ground="error").status_code == 303
    asks = letter_of(app, request_id)
    assert (asks["amount"], asks["total"]) == ("€\xa0100,00", "€\xa080,00")


def test_at_or_above_what_was_paid_no_ground_is_asked(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    with app.app_context(), transaction():
        desk.request_of(request_id).paid_cents = 6_000
    assert revised(bert, request_id, ruling="grant", amount="60,00").status_code == 303
    assert letter_of(app, request_id) is None


def test_a_handed_over_proof_is_revoked_with_the_grant(app, world, sign_in):
    request_id, bert = desk.discount(app, world), sign_in("bert")
    desk.grant(bert, request_id)
    an = sign_in("an")
    form = an.page(f"/proofs/{request_id}").form(f"/proofs/{request_id}/handed-over")
    an.post(f"/proofs/{request_id}/handed-over", data=form)
    revised(bert, request_id, ruling="refuse", reason_code="other")
    with app.app_context():
        assert [one.revoked_at is None for one in db.session.query(Voucher)] == [False]
    revised(bert, request_id, ruling="grant", amount="42,00")
    with app.app_context():
        proofs = db.session.scalars(select(Voucher).order_by(Voucher.id)).all()
        assert [one.revoked_at is None for one in proofs] == [False, True]


def test_before_anything_has_left_one_undoes_instead(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.grant(bert, request_id)
    answer = bert.get(f"/worklist/{request_id}/revise")
    assert answer.status_code == 409
    assert "Maak de beslissing gewoon ongedaan." in answer.text
    assert "revise" not in bert.page(f"/worklist/{request_id}").text().lower()


def test_a_revision_is_not_undone_but_revised_once_more(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    revised(bert, request_id, ruling="grant", amount="60,00")
    assert bert.page(f"/worklist/{request_id}").by_id("undo") is None
    sent(sign_in, request_id)
    revised(bert, request_id, ruling="grant", amount="70,00")
    with app.app_context():
        assert desk.decision_of(request_id).number == 3
        assert desk.committed() == desk.request_of(request_id).granted_cents == 7_000


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Kies wat u nu beslist."),
        ({"ruling": "grant"}, "Vul een bedrag in."),
        ({"ruling": "refuse"}, "Kies een reden uit de lijst."),
        ({"ruling": "grant", "amount": "100,00"}, "Dit is wat al beslist was."),
        (
            {"ruling": "grant", "amount": "50", "reasons": " "},
            "Zeg waarom u de beslissing herziet.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_changes(app, world, sign_in, typed, words):
    request_id, bert = granted_and_sent(app, world, sign_in)
    answer = revised(bert, request_id, **typed)
    assert answer.status_code == 422
    assert words in answer.text
    with app.app_context():
        assert db.session.query(Decision).count() == 1
        assert desk.committed() == 10_000


def test_two_at_once_revise_once(app, world, sign_in):
    request_id, bert = granted_and_sent(app, world, sign_in)
    address, boris = f"/worklist/{request_id}/revise", sign_in("boris")
    typed = {"reasons": WHY, "ruling": "grant", "amount": "60"}
    late = boris.page(address).form(address) | typed
    assert revised(bert, request_id, **typed).status_code == 303
    assert boris.post(address, data=late).status_code == 409


def test_a_proof_that_came_since_is_seen_in_the_revision(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "refuse", reason_code="no_evidence", reasons="Niets gezien.")
    sent(sign_in, request_id)
    seen = {"seen": "invoice"}
    assert revised(bert, request_id, ruling="grant", amount="100,00", **seen).status_code == 303
    with app.app_context():
        old, new = db.session.scalars(select(Decision).order_by(Decision.number))
        assert "invoice" not in old.facts["evidence_seen"]
        assert "invoice" in new.facts["evidence_seen"]
        assert new.request_version_id != old.request_version_id


def test_nobody_revises_an_own_request_by_another_account(app, world, sign_in):
    request_id, _bert = granted_and_sent(app, world, sign_in)
    with app.app_context():
        with transaction():
            desk.second_account(world.people["an"], "an-beslist", "approver")
        held = for_update(request_id, desk.request_of(request_id).lock_version)
        wanted = Wanted(ruling="grant", amount_cents=100, reasons=WHY)
        with pytest.raises(RuleBroken):
            revise(held, wanted, by=account_by_username("an-beslist"))
