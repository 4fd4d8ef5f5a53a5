"""Other payers first: for each an amount, or asked, refused, not applicable; what is expected is owed."""

from __future__ import annotations

import pytest

from core.db import db
from intake.requests.models import Request
from tests.inspector import Page
from tests.requests.several import line, sent, ticked
from tests.requests.steps import amount, assessed, errors, filed, filled, said


def parts_of(app, request_id):
    with app.app_context():
        found = db.session.get_one(Request, request_id).other_payers
        return {one.payer: (one.answer, one.amount_cents, one.owed_cents) for one in found}


LADDER = {
    "part_health_fund": "15", "answer_health_fund": "asked", "answer_school": "asked",
    "part_uitpas": "5", "answer_discount": "refused", "answer_other_payer": "not_applicable",
}  # fmt: skip


def test_each_answer_is_kept_and_shown_to_who_reads_and_who_decides(sign_in, world, app):
    an = sign_in("an")
    number = filed(an, world, **LADDER)
    assert parts_of(app, number) == {
        "health_fund": ("asked", 1500, 1500), "school": ("asked", 0, 0), "uitpas": ("pays", 500, 0),
        "discount": ("refused", 0, 0), "other_payer": ("not_applicable", 0, 0),
    }  # fmt: skip
    for page in (an.page(f"/requests/{number}"), sign_in("bert").page(f"/worklist/{number}")):
        for words in (
            "Ziekenfonds: € 15,00 gevraagd, nog geen antwoord", "School: gevraagd, nog geen antwoord",
            "UiTPAS-tarief: € 5,00", "Korting van de aanbieder: geweigerd",
            "Iemand anders: niet van toepassing", "Nog te krijgen van anderen: € 15,00",
        ):  # fmt: skip
            assert words in said(page), words


def test_what_is_expected_goes_off_first_and_an_answer_alone_takes_nothing(sign_in, world):
    an = sign_in("an")
    asked = assessed(an, filled(an, world, part_health_fund="15", answer_health_fund="asked"))
    assert amount(asked) == "€ 22,50"
    assert amount(assessed(an, filled(an, world, answer_health_fund="asked"))) == "€ 36,00"


@pytest.mark.parametrize("answer", ["asked", "refused", "not_applicable"])
def test_who_was_asked_is_not_named_once_more(sign_in, world, answer):
    an = sign_in("an")
    assert "Vraag eerst aan Rap op Stap" in said(assessed(an, filled(an, world)))
    told = assessed(an, filled(an, world, answer_rap_op_stap=answer))
    assert "Vraag eerst aan Rap op Stap" not in said(told)


def test_an_amount_of_who_gives_nothing_is_a_slip(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world, part_school="5", answer_school="refused")
    assert "hoe ver staat het" in said(assessed(an, fields))
    answer = an.post("/filings", data=fields)
    assert errors(answer) == ["Deze betaler geeft niets. Haal het bedrag weg, of het antwoord."]
    again = Page(answer).form("/filings")
    assert (again["part_school"], again["answer_school"]) == ("5,00", "refused")


def test_each_line_has_its_own(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l2", "emir", what="Turnles", cost="30", category="lesson_sport",
               part_school="4", answer_school="asked")  # fmt: skip
    lines = line(world, "l1", "noor") | own
    sent(an, ticked(an, world, "noor", "emir", answer_health_fund="refused", **lines))
    assert parts_of(app, 1) == {"health_fund": ("refused", 0, 0)}
    assert parts_of(app, 2) == {"school": ("asked", 400, 400)}
    wrong = ticked(an, world, "noor", "emir", **(lines | {"l2-answer_school": "refused"}))
    page = Page(an.post("/filings", data=wrong))
    assert page.status == 422
    assert page.by_id("l2-answer_school-error") is not None
