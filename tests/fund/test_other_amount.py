"""Granting less than the rule gives: with a reason, never more than the rule or the cost leaves."""

import pytest

from tests.fund import desk
from tests.inspector import Page


def test_less_with_a_reason_is_a_partial_grant(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    answer = desk.press(bert, request_id, "amount", amount="60", reasons="Een half jaar.")
    assert "€ 60,00 toegekend" in desk.seen(bert, answer).text()
    with app.app_context():
        request, decision = desk.request_of(request_id), desk.decision_of(request_id)
        assert (request.status, request.reasons) == ("partly_granted", "Een half jaar.")
        assert (decision.assessed_cents, decision.granted_cents) == (10_000, 6_000)
        assert decision.caps[0]["left_after_cents"] == 4_000
        assert desk.committed() == 6_000


@pytest.mark.parametrize(
    ("amount", "reasons", "said"),
    [
        ("60", "", "Zeg waarom u een ander bedrag toekent."),
        ("100,01", "Meer nodig.", "U kunt hoogstens € 100,00 toekennen."),
        ("0", "Niets.", "Ken meer dan nul toe, of weiger."),
        ("", "Zonder bedrag.", "Vul een bedrag in."),
        ("1.234.5", "Vreemd bedrag.", "Schrijf een bedrag zoals 82,50"),
        ("-5", "Onder nul.", "Schrijf een bedrag zoals 82,50"),
        ("NaN", "Geen getal.", "Schrijf een bedrag zoals 82,50"),
        ("9999999999", "Te veel.", "Schrijf een bedrag zoals 82,50"),
    ],
)
def test_what_may_not_be_is_said_at_its_field_and_kept(app, world, sign_in, amount, reasons, said):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    answer = desk.press(bert, request_id, "amount", amount=amount, reasons=reasons)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout:")
    assert page.text().count(said) == 2
    kept = page.form(f"/worklist/{request_id}/amount")
    assert (kept["reasons"], kept["amount"]) == (
        reasons,
        {"60": "60,00", "0": "0,00"}.get(amount, amount),
    )
    assert page.by_id("other-amount").get("open") is not None


def test_the_whole_amount_typed_is_a_whole_grant(app, world, sign_in):
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "amount", amount="100", reasons="Alles.")
    with app.app_context():
        assert desk.request_of(request_id).status == "granted"


def test_a_discount_is_given_as_agreed_or_not(app, world, sign_in):
    request_id = desk.discount(app, world)
    bert = sign_in("bert")
    page = bert.page(f"/worklist/{request_id}")
    assert page.by_id("other-amount") is None
    form = page.form(f"/worklist/{request_id}/grant") | {"amount": "10", "reasons": "Minder."}
    answer = bert.post(f"/worklist/{request_id}/amount", data=form)
    assert answer.status_code == 422
    assert "Een korting geeft u zoals afgesproken, of u weigert ze." in answer.text
