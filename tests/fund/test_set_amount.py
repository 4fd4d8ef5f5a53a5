"""Where the rule names no amount, the approver sets it, with a reason and up to what the rule allows."""

import pytest

from core.db import db
from intake.requests.models import Request
from tests.fund.desk import press
from tests.inspector import Page
from tests.requests.asking_rule import rule
from tests.requests.steps import amount, errors, file_it, filled, said
from tests.requests.towns import in_force

WHY = "Meer is nodig om mee te kunnen doen."


@pytest.fixture
def asked(app, sign_in, world):
    """A request of 180 euro, of which the health fund pays 100: a person sets the amount."""
    in_force(app, set_by_a_person())
    an = sign_in("an")
    fields = filled(an, world, cost="180", part_health_fund="100")
    page = Page(an.post("/filings/assess", data=fields))
    assert "Een mens oordeelt, tot hoogstens € 80,00." in said(page, "assessment")
    return file_it(an, fields)


def set_by_a_person() -> str:
    """The example rule, where the percentage gave way to somebody's judgement."""
    text = rule("statuut")
    return text.replace('kind = "percent"\npercent = 90\n', 'kind = "judged"\n', 1)


def given(app, request_id):
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        return request.status, request.granted_cents, request.assessed_cents


def test_the_decide_page_asks_the_amount_at_once(sign_in, asked):
    page = sign_in("bert").page(f"/worklist/{asked}")
    assert amount(page) == "€ 0,00"
    assert "hoogstens € 80,00" in said(page, "other-amount")
    assert page.by_id("other-amount").get("open") is not None
    assert page.by_id("grant") is None


@pytest.mark.parametrize(
    ("typed", "status", "cents"),
    [("80", "granted", 8000), ("79,99", "partly_granted", 7999), ("0,01", "partly_granted", 1)],
)
def test_up_to_the_most_it_can_be_granted(sign_in, app, asked, typed, status, cents):
    response = press(sign_in("bert"), asked, "amount", amount=typed, reasons=WHY)
    assert response.status_code == 303
    assert given(app, asked) == (status, cents, 0)


@pytest.mark.parametrize(
    ("typed", "reasons", "words"),
    [
        ("80,01", WHY, "U kunt hoogstens € 80,00 toekennen."),
        ("180", WHY, "U kunt hoogstens € 80,00 toekennen."),
        ("0", WHY, "Ken meer dan nul toe, of weiger."),
        ("50", "", "Zeg waarom u een ander bedrag toekent."),
    ],
)
def test_what_cannot_be_granted(sign_in, app, asked, typed, reasons, words):
    response = press(sign_in("bert"), asked, "amount", amount=typed, reasons=reasons)
    assert [error.replace("\N{NO-BREAK SPACE}", " ") for error in errors(response)] == [words]
    assert given(app, asked)[0] == "submitted"


def test_the_button_of_the_rule_gives_nothing_here(sign_in, app, asked):
    bert = sign_in("bert")
    fields = bert.page(f"/worklist/{asked}").form(f"/worklist/{asked}/amount")
    response = bert.post(f"/worklist/{asked}/grant", data=fields | {"shown_cents": "0"})
    assert response.status_code == 422
    assert given(app, asked)[0] == "submitted"


def test_a_cap_lowers_the_most(sign_in, app, world, asked):
    press(sign_in("bert"), asked, "amount", amount="60", reasons=WHY)
    an, bert = sign_in("an"), sign_in("bert")
    second = file_it(an, filled(an, world, cost="90"))
    assert "hoogstens € 40,00" in said(bert.page(f"/worklist/{second}"), "other-amount")
    response = press(bert, second, "amount", amount="40,01", reasons=WHY)
    assert response.status_code == 422
