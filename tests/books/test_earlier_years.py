"""The page of the totals of earlier years: who sees them, who withdraws one, what the database refuses."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from books.published.queries import standing_totals
from core.audit import AuditEntry
from core.db import db
from tests.books.earlier import entered
from tests.counting import queries_of

PAGE = "/budgets/earlier-years"
ASKED = 2


@pytest.fixture
def total(app) -> int:
    with app.app_context():
        return entered(2023)


@pytest.mark.parametrize("name", ["bea", "fien", "bert", "hilde"])
def test_who_works_with_the_money_sees_them(sign_in, total, name):
    browser = sign_in(name)
    assert f'href="{PAGE}"' in browser.get("/budgets").get_data(as_text=True)
    page = browser.page(PAGE)
    assert "Jaarverslag 2023, p. 12" in page.text()
    assert (page.by_id(f"withdraw-{total}") is not None) is (name == "bea")


@pytest.mark.parametrize("name", ["an", "carla", "dirk"])
def test_nobody_else_does(sign_in, total, name):
    assert sign_in(name).get(PAGE).status_code == 404


def test_a_wrong_year_is_withdrawn_with_a_trace_and_may_come_anew(app, sign_in, total):
    bea, address = sign_in("bea"), f"{PAGE}/{total}/withdraw"
    form = bea.page(PAGE).form(address)
    for _twice in range(2):
        assert bea.post(address, data=form).status_code == 303
    page = bea.page(PAGE)
    assert "ingetrokken op 24/11/2026" in page.text()
    assert page.by_id(f"withdraw-{total}") is None
    with app.app_context():
        noted = select(AuditEntry.object_id).where(AuditEntry.action == "published_total.withdraw")
        assert db.session.scalars(noted).all() == [str(total)]
        assert standing_totals() == {}
        entered(2023, requests_n=215)
        assert standing_totals()[2023].requests_n == 215


@pytest.mark.parametrize("name", ["hilde", "fien", "carla", "an"])
def test_only_the_administrator_withdraws(app, sign_in, total, name):
    assert sign_in(name).send(f"{PAGE}/{total}/withdraw").status_code == 404
    with app.app_context():
        assert list(standing_totals()) == [2023]


@pytest.mark.parametrize(
    "wrong",
    [
        {"requests_n": 4},
        {"households_n": 4},
        {"clients_n": 0},
        {"granted_cents": 0},
        {"source": ""},
        {},  # the year stands already
    ],
)
def test_the_database_refuses_it_too(inside, wrong):
    entered(2022)
    with pytest.raises(IntegrityError):
        entered(2021 if wrong else 2022, **wrong)


@pytest.mark.parametrize("count", [1, 30])
def test_how_often_the_page_asks(app, sign_in, count):
    with app.app_context():
        for year in range(2025, 2025 - count, -1):
            entered(year)
    bea = sign_in("bea")
    bea.get(PAGE)
    with queries_of(app) as asked:
        assert bea.get(PAGE).status_code == 200
    assert len(asked) == ASKED, "\n".join(asked)
