"""Refusing: a reason of the list with its article, and words that the client can read."""

import pytest

from tests.fund import desk
from tests.inspector import Page


def test_a_refusal_names_the_article_and_the_clients_own_situation(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    answer = desk.press(
        bert, request_id, "refuse", reason_code="cap_reached", reasons="Noor kreeg al 100 euro."
    )
    assert "2026-0001: geweigerd." in desk.seen(bert, answer).text()
    with app.app_context():
        request, decision = desk.request_of(request_id), desk.decision_of(request_id)
        assert (request.status, request.outcome, request.granted_cents) == ("refused",) * 2 + (0,)
        assert decision.article == "art. 4 §2"
        assert request.reasons == (
            "Het plafond voor dit jaar is bereikt. (art. 4 §2)\nNoor kreeg al 100 euro."
        )
        assert decision.leaf_funding_source == "none"
        assert decision.budget["before_cents"] == decision.budget["after_cents"] == 0
        assert desk.committed() == 0


@pytest.mark.parametrize(
    ("code", "article"),
    [
        ("no_status", "art. 2"),
        ("not_covered", "art. 3"),
        ("too_late", "art. 7"),
        ("others_pay", "art. 5"),
        ("no_evidence", "art. 6"),
        ("no_answer", ""),
        ("budget_spent", ""),
        ("other", ""),
    ],
)
def test_each_reason_finds_its_article_in_the_rule(app, world, sign_in, code, article):
    request_id = desk.filed(app, world)
    desk.press(sign_in("bert"), request_id, "refuse", reason_code=code, reasons="Daarom.")
    with app.app_context():
        assert desk.decision_of(request_id).article == article


@pytest.mark.parametrize(
    ("code", "reasons", "said"),
    [
        ("", "Daarom.", "Kies een reden uit de lijst."),
        ("cap_reached", "", "Zeg in gewone woorden waarom."),
        ("cap_reached", " \x00 ", "Zeg in gewone woorden waarom."),
    ],
)
def test_without_reason_or_words_nothing_is_refused(app, world, sign_in, code, reasons, said):
    request_id = desk.filed(app, world)
    answer = desk.press(sign_in("bert"), request_id, "refuse", reason_code=code, reasons=reasons)
    assert answer.status_code == 422
    assert Page(answer).text().count(said) == 2
    assert Page(answer).by_id("refuse").get("open") is not None


def test_markup_in_the_reasons_stays_text(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    typed = "<script>alert(1)</script> \u202eomgekeerd 🙂 #let x = 1"
    desk.press(bert, request_id, "refuse", reason_code="other", reasons=typed)
    page = bert.page(f"/worklist/{request_id}")
    assert typed in page.text()
    assert "<script>alert" not in page.html


def test_too_long_a_text_is_kept_and_counted(app, world, sign_in):
    request_id = desk.filed(app, world)
    answer = desk.press(
        sign_in("bert"), request_id, "refuse", reason_code="other", reasons="x" * 5_001
    )
    assert answer.status_code == 422
    assert "5001" in answer.text
    assert "x" * 5_001 in answer.text
