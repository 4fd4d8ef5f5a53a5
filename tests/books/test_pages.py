"""The pages of the budgets: who sees them, who changes them, what is refused."""

import pytest

from books import actions, queries
from core.db import transaction
from tests.inspector import Page

SHARE = "/budgets/shares/1"


@pytest.fixture
def committed(app):
    """A grant of 100 euro in the books."""
    with app.app_context(), transaction():
        budget = queries.budget_of(2026, "client_aid")
        actions.commit(budget.id, 10_000, cause="grant:1")


@pytest.mark.parametrize("name", ["bea", "fien", "bert", "hilde"])
def test_who_works_with_the_money_sees_it(sign_in, committed, name):
    page = sign_in(name).page("/budgets")
    assert "14.900,00" in page.text()
    assert ("Bedrag wijzigen" in page.text()) is (name == "bea")


@pytest.mark.parametrize("name", ["an", "carla", "dirk"])
def test_nobody_else_does(sign_in, name):
    assert sign_in(name).get("/budgets").status_code == 404


@pytest.mark.parametrize(
    "path", [SHARE, "/budgets/new", "/budgets/sources/new", "/budgets/1/sources"]
)
def test_only_the_administrator_changes_it(sign_in, path):
    for name in ("fien", "bert"):
        assert sign_in(name).get(path).status_code == 404
        assert sign_in(name).send(path).status_code == 404
    assert sign_in("bea").page(path).h1


def test_an_amount_is_changed(sign_in, committed):
    bea = sign_in("bea")
    form = bea.page(SHARE).form("")
    assert form["amount"] == "9000,00"
    assert bea.send(SHARE, form | {"amount": "8.500,50"}).status_code == 303
    assert "8.500,50" in bea.page("/budgets").text()


def test_the_form_names_the_lowest_amount(sign_in, committed):
    bea = sign_in("bea")
    form = bea.page(SHARE).form("")
    answer = bea.send(SHARE, form | {"amount": "99,99"})
    page = Page(answer)
    assert page.status == 422
    assert "100,00" in page.text(page.by_id("error-summary"))
    assert page.by_id("amount").get("value") == "99,99"


@pytest.mark.parametrize("amount", ["", "1.234.5", "-5", "NaN", "1000000000", "\x00", "abc", "1e3"])
def test_a_wrong_amount_is_refused(sign_in, amount):
    bea = sign_in("bea")
    form = bea.page(SHARE).form("")
    assert bea.send(SHARE, form | {"amount": amount}).status_code == 422


def test_the_second_administrator_sees_what_changed(sign_in):
    bea = sign_in("bea")
    form = bea.page(SHARE).form("")
    bea.send(SHARE, form | {"amount": "8000"})
    late = Page(bea.send(SHARE, form | {"amount": "7000"}))
    assert late.status == 409
    assert "8.000,00" in late.text(late.by_id("conflict"))
    assert late.by_id("amount").get("value") == "7000,00"
    assert bea.send(SHARE, late.form("") | {"amount": "7000"}).status_code == 303


def test_a_new_year_and_a_new_source(sign_in):
    bea = sign_in("bea")
    assert bea.send("/budgets/sources/new", {"name": "Gift"}).status_code == 303
    assert bea.send("/budgets/sources/new", {"name": "gift"}).status_code == 422
    year = {"year": "2027", "purpose": "client_aid", "source_1": "9000", "source_3": ""}
    assert bea.send("/budgets/new", year).status_code == 303
    assert bea.send("/budgets/new", year).status_code == 422
    form = bea.page("/budgets/2/sources").form("")
    assert bea.send("/budgets/2/sources", form | {"source": "3", "amount": "5"}).status_code == 303
    assert "9.005,00" in bea.page("/budgets").text()


@pytest.mark.parametrize("year", ["", "abc", "1999", "3000", "2027.5"])
def test_a_wrong_year_is_refused(sign_in, year):
    answer = sign_in("bea").send("/budgets/new", {"year": year, "purpose": "client_aid"})
    assert answer.status_code == 422


@pytest.mark.parametrize("path", ["/budgets/shares/99", "/budgets/99/sources", "/budgets?key=x"])
def test_what_is_not_there_is_404(sign_in, path):
    assert sign_in("bea").get(path).status_code == 404
