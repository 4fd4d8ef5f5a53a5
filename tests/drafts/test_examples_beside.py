"""What the examples beside a draft tell of those that do not come out: in words, with the way on."""

from __future__ import annotations

from tests.drafts.desk import SIX, address, begun, save, tables

LIMIT = {"title": "Plafond film", "limit": "5", "when-categories": ["cinema"]}


def beside(browser, draft_id: int) -> str:
    page = browser.page(f"/regulation/drafts/{draft_id}")
    return page.text(page.by_id("examples-beside")).replace("\xa0", " ")


def test_a_limit_for_another_activity_leaves_the_examples_of_six_answers(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = int(hilde.send("/regulation/drafts/new", SIX).location.rsplit("/", 1)[1])
    (scheme,) = tables(app, draft_id)["schemes"]
    save(hilde, address(draft_id, f"schemes/{scheme}/caps", "new"), LIMIT)
    assert "10 van 10 komen uit." in beside(hilde, draft_id)


def test_a_fact_that_the_rule_asks_anew_is_named(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    facts = {"facts-category": ""}
    save(hilde, address(draft_id, "case_facts"), {"category": ""})
    save(hilde, address(draft_id, "cases/0"), facts)
    save(hilde, address(draft_id, "schemes/cultuurfonds/caps", "new"), LIMIT)
    assert "Het reglement vraagt nu: het soort activiteit" in beside(hilde, draft_id)


def test_a_reason_is_said_in_words(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    case = next(
        n for n, one in enumerate(tables(app, draft_id)["cases"]) if "reason" in one["expect"]
    )
    save(hilde, address(draft_id, f"cases/{case}"), {"expect-reason": "income_too_high"})
    assert "Reden: verwacht het inkomen is te hoog, geeft" in beside(hilde, draft_id)


def test_nobody_in_the_household_can_be_said(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    where = address(draft_id, "cases/0")
    save(hilde, where, {"facts-members-none": "y"})
    assert tables(app, draft_id)["cases"][0]["facts"]["members"] == []
    box = hilde.page(where).by_id("facts-members-none")
    assert box.get("checked") is not None
