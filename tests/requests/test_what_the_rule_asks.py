"""What a file lacks, the form asks by the rule and freezes: shown, answered, kept, corrected."""

from __future__ import annotations

import pytest

from core.db import db
from fund.models import Decision
from intake.requests.models import Request
from regulation.vocabulary.facts import Facts
from tests.fund.desk import press
from tests.inspector import Page
from tests.requests.answering import asked_on, names_on
from tests.requests.asking_rule import rule
from tests.requests.steps import (
    HTMX,
    act,
    amount,
    approve,
    assessed,
    errors,
    file_it,
    filled,
    said,
)
from tests.requests.towns import in_force

POOR = {
    "told_incomes_0_amount": "1600",
    "told_incomes_0_per": "month",
    "told_burdens_0_amount": "0",
    "told_dependants": "1",
    "told_question-3a-spaargeld": "1.200,50",
    "told_question-3a-pas": "no",
}


MUCH = {"told_incomes_0_per": "month", "told_burdens_0_amount": "0"}


@pytest.fixture
def an(app, sign_in):
    """An, at a form whose rule asks income and savings, or a pass."""
    in_force(app, rule("pas_of_arm"))
    return sign_in("an")


@pytest.fixture
def judging(app, sign_in):
    """An, at a form whose rule leaves a condition to a person."""
    in_force(app, rule("onderzoek"))
    return sign_in("an")


def whole(browser, fields) -> Page:
    return Page(browser.post("/filings/assess", data=fields))


def asks(page: Page) -> str:
    return said(page, "told")


def frozen(app, request_id, number=-1) -> Facts:
    with app.app_context():
        return Facts.from_json(db.session.get_one(Request, request_id).versions[number].facts)


def test_a_rule_that_asks_nothing_shows_nothing(sign_in, world):
    an = sign_in("an")
    assert asks(whole(an, filled(an, world))) == ""


def test_an_empty_form_shows_what_the_rule_will_ask(an, world):
    page = an.page(f"/filings/new?client={world.clients['noor']}")
    assert "Het reglement vraagt nog" in asks(page)
    assert "Is er een vrijetijdspas?" in asks(page)
    assert "Hoeveel spaargeld is er?" in asks(page)
    assert "Inkomen van het gezin" in asks(page)


def test_an_answer_can_spare_the_other_questions(an, world):
    page = whole(an, filled(an, world) | {"told_question-3a-pas": "yes"})
    assert names_on(page) == {"told_question-3a-pas", "told_shape"}
    assert amount(page) == "€ 36,00"


def test_one_answer_brings_the_next_question(an, world):
    page = whole(an, filled(an, world))
    assert asked_on(page)["told_incomes_0_kind"] == "income"
    assert "Hoeveel personen ten laste?" not in asks(page)
    page = whole(an, filled(an, world) | MUCH | {"told_incomes_0_amount": "1600"})
    assert "Hoeveel personen ten laste?" in asks(page)


def test_what_cannot_change_the_answer_is_not_asked(an, world):
    page = whole(an, filled(an, world) | MUCH | {"told_incomes_0_amount": "1500"})
    assert "Hoeveel personen ten laste?" not in asks(page)


def test_answered_it_stays_and_can_be_changed(an, world):
    page = whole(an, filled(an, world) | POOR)
    assert amount(page) == "€ 36,00"
    kept = asked_on(page)
    assert (kept["told_incomes_0_amount"], kept["told_dependants"]) == ("1600,00", "1")
    richer = whole(an, filled(an, world) | POOR | {"told_incomes_0_amount": "1.750,01"})
    assert amount(richer) == "€ 0,00"
    assert "Het inkomen ligt boven de grens" in said(richer, "assessment")


def test_a_row_more_than_is_filled_in(an, world):
    page = whole(an, filled(an, world) | POOR | {"told_incomes_1_amount": "100"})
    assert {"told_incomes_2_amount"} <= names_on(page)
    assert "told_incomes_3_amount" not in names_on(page)
    # together 1,700 a month, under 1,750 for one dependant
    assert amount(page) == "€ 36,00"


def test_while_typing_the_card_says_when_other_questions_must_stand_there(an, world):
    fields = filled(an, world)
    page = whole(an, fields)
    same = an.post("/filings/assess", data=fields | asked_on(page), headers=HTMX)
    assert "HX-Trigger" not in same.headers
    answer = an.post("/filings/assess", data=fields | asked_on(page) | POOR, headers=HTMX)
    assert answer.headers["HX-Trigger"] == "told-changed"
    part = an.post("/filings/assess", data=fields | POOR, headers=HTMX | {"HX-Target": "told"})
    assert "Kosten die van het inkomen afgaan" in asks(Page(part))


def test_what_is_still_needed_is_said_once_and_briefly(an, world):
    spoken = assessed(an, filled(an, world)).by_id("assessment").get("data-announce")
    assert spoken.startswith("Nog nodig:")
    assert len(spoken) <= 100


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("told_dependants", "veel", "Schrijf een geheel getal van 0 tot 30."),
        ("told_dependants", "31", "Schrijf een geheel getal van 0 tot 30."),
        ("told_incomes_0_amount", "-5", "Schrijf een bedrag zoals 82,50"),
        ("told_incomes_0_kind", "gold", "Kies iets uit de lijst."),
        ("told_incomes_0_per", "day", "Kies iets uit de lijst."),
        ("told_question-3a-spaargeld", "genoeg", "Schrijf een bedrag zoals 82,50"),
        ("told_question-3a-pas", "misschien", "Kies iets uit de lijst."),
    ],
)
def test_a_wrong_answer_is_said_at_its_field_with_all_kept(an, world, name, value, words):
    response = an.post("/filings", data=filled(an, world) | POOR | {name: value})
    assert any(words in error for error in errors(response))
    page = Page(response)
    places = {a.get("href", "")[1:] for a in page.by_id("error-summary").iter("a")}
    assert all(page.by_id(place) is not None for place in places)
    assert asked_on(page)["told_burdens_0_amount"] == "0,00"


@pytest.mark.parametrize("value", ["\x00", "9" * 5000, "<script>", "\ud800", "", "NaN"])
@pytest.mark.parametrize("name", ["told_dependants", "told_incomes_0_amount", "told_x", "told_"])
def test_nothing_that_is_typed_breaks_it(an, world, name, value):
    fields = filled(an, world) | {name: value.encode("utf-8", "surrogatepass")}
    assert an.post("/filings/assess", data=fields).status_code == 200


def test_what_was_told_is_frozen_and_shown_everywhere(an, sign_in, app, world):
    request_id = file_it(an, filled(an, world) | POOR)
    facts = frozen(app, request_id)
    assert (facts.dependants, facts.incomes[0].cents, facts.incomes[0].a_month) == (
        1,
        160_000,
        True,
    )
    assert facts.answer("spaargeld").number == 120_050
    bert = sign_in("bert")
    pages = (an.page(f"/requests/{request_id}"), bert.page(f"/worklist/{request_id}"))
    for page in pages:
        assert "Hoeveel personen ten laste? 1" in said(page)
        assert "Inkomen van het gezin Inkomen € 1.600,00 per maand" in said(page)
        assert "Hoeveel spaargeld is er? € 1.200,50" in said(page)
        assert amount(page) == "€ 36,00"


def test_the_record_of_the_decision_holds_it(an, sign_in, app, world):
    request_id = file_it(an, filled(an, world) | POOR)
    assert press(sign_in("bert"), request_id, "grant").status_code == 303
    with app.app_context():
        decision = db.session.query(Decision).one()
        assert Facts.from_json(decision.facts) == frozen(app, request_id)
        assert decision.granted_cents == 3600


def test_a_draft_keeps_it(an, world):
    fields = filled(an, world) | POOR
    key = fields["draft_id"]
    assert an.post(f"/filings/drafts/{key}", data=fields).status_code == 303
    page = an.page(f"/filings/drafts/{key}")
    assert amount(page) == "€ 36,00"
    assert asked_on(page)["told_dependants"] == "1"


def test_a_draft_keeps_no_more_than_fields(an, world):
    fields = filled(an, world) | {f"told_{number}": "x" for number in range(300)}
    key = fields["draft_id"]
    assert an.post(f"/filings/drafts/{key}", data=fields).status_code == 303
    assert names_on(an.page(f"/filings/drafts/{key}")) >= {"told_incomes_0_amount"}


def test_unanswered_it_can_be_filed_and_the_answer_comes_later(an, sign_in, app, world):
    request_id = file_it(an, filled(an, world))
    assert "Nog nodig:" in said(sign_in("bert").page(f"/worklist/{request_id}"))
    approve(sign_in, request_id, "ask", question="Wat is het inkomen?")
    act(an, request_id, "answer", text="Zie hieronder", **POOR)
    assert frozen(app, request_id, 0).incomes is None
    assert frozen(app, request_id).dependants == 1
    assert amount(sign_in("bert").page(f"/worklist/{request_id}")) == "€ 36,00"


def test_an_answer_corrects_and_empties(an, sign_in, app, world):
    request_id = file_it(an, filled(an, world) | POOR)
    approve(sign_in, request_id, "ask", question="Klopt dit?")
    page = an.page(f"/requests/{request_id}")
    assert page.form(f"/requests/{request_id}/answer")["told_incomes_0_amount"] == "1600,00"
    act(an, request_id, "answer", text="Nee", told_dependants="2", **{"told_question-3a-pas": "yes",
        "told_incomes_0_amount": ""})  # fmt: skip
    facts = frozen(app, request_id)
    assert (facts.dependants, facts.incomes, facts.answer("pas").yes) == (2, None, True)
    assert frozen(app, request_id, 0).dependants == 1


def test_a_wrong_answer_to_the_question_keeps_all(an, sign_in, world):
    request_id = file_it(an, filled(an, world) | POOR)
    approve(sign_in, request_id, "ask", question="Klopt dit?")
    response = act(an, request_id, "answer", text="Nee", told_dependants="veel")
    assert errors(response) == ["Schrijf een geheel getal van 0 tot 30."]
    assert Page(response).form(f"/requests/{request_id}/answer")["told_dependants"] == "veel"


def test_who_decides_judges_what_the_worker_leaves_open(judging, sign_in, world):
    request_id = file_it(judging, filled(judging, world))
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert "U oordeelt: Uit het sociaal onderzoek blijkt dat het nodig is." in said(page)
    assert amount(page) == "€ 36,00"


@pytest.mark.parametrize(
    ("choice", "words", "shown"),
    [("yes", "voldoet, omdat", "€ 36,00"), ("no", "voldoet niet, omdat", "€ 0,00")],
)
def test_the_worker_may_judge_with_a_reason(judging, sign_in, app, world, choice, words, shown):
    told = {
        "told_judged-3a-onderzoek": choice,
        "told_judged-3a-onderzoek_why": "het gezin niets heeft",
    }
    fields = filled(judging, world) | told
    assert amount(whole(judging, fields)) == shown
    request_id = file_it(judging, fields)
    facts = frozen(app, request_id)
    assert (facts.judged_yes | facts.judged_no) == {"onderzoek"}
    page = sign_in("bert").page(f"/worklist/{request_id}")
    assert f"Maatschappelijk werker: {words} het gezin niets heeft" in said(page)
    assert "U oordeelt" not in said(page)


def test_without_a_reason_it_is_not_taken(judging, world):
    told = {"told_judged-3a-onderzoek": "yes", "told_judged-3a-onderzoek_why": " "}
    response = judging.post("/filings", data=filled(judging, world) | told)
    assert errors(response) == ["Zeg kort waarom."]
    assert asked_on(Page(response))["told_judged-3a-onderzoek"] == "yes"
