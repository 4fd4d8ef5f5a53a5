"""Years before the product on the coordinator's page: with their source, apart from every release."""

import datetime as dt
import json
from contextlib import suppress

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from books.published import actions, queries
from core.db import Base, transaction
from network.releases.build import build_due
from network.releases.engine import releases_engine
from network.releases.queries import earlier_years
from tests.books.earlier import entered
from tests.counting import queries_of
from tests.network.rows import decided

ASKED = 5


@pytest.fixture
def released(app):
    """A closed quarter, and two years before the product."""
    with app.app_context():
        decided("2026Q1", households=6)
        with transaction():
            build_due(dt.date(2026, 4, 2))
        entered(2024, requests_n=251, households_n=None, granted_cents=1_104_000)
        return entered(2023)


def row_of(page, year):
    held = page.by_id("earlier-years").iter("tr")
    return next(cells for row in held if (cells := [page.text(one) for one in row])[0] == year)


def test_the_coordinator_reads_them_with_their_source(sign_in, released):
    page = sign_in("carla").page("/statistics")
    assert row_of(page, "2023") == [
        "2023",
        "214",
        "96",
        "–",
        "€ 9.612,50",
        "Jaarverslag 2023, p. 12",
    ]
    assert row_of(page, "2024")[2] == "–"


def test_they_are_added_to_no_figure_of_a_release(sign_in, released):
    page = sign_in("carla").page("/statistics")
    elsewhere = page.text().replace(page.text(page.by_id("earlier-years")), "")
    assert "€ 60,00" in elsewhere
    for figure in ("9.612", "9.672", "11.040", "220", "214", "2023", "2024"):
        assert figure not in elsewhere, figure
    assert sign_in("carla").get("/statistics?year=2023").status_code == 404


def test_before_the_first_release_they_are_there(app, sign_in):
    assert sign_in("carla").page("/statistics").by_id("earlier-years") is None
    with app.app_context():
        entered(2023)
    assert "Jaarverslag 2023" in sign_in("carla").page("/statistics").text()


def test_what_was_withdrawn_is_not_published(app, sign_in, released):
    with app.app_context(), transaction():
        actions.withdraw(queries.total_to_change(released))
    page = sign_in("carla").page("/statistics")
    assert "Jaarverslag 2023" not in page.text()
    assert "Jaarverslag 2024" in page.text()


def test_they_go_with_what_is_handed_out_beside_the_cells(app, released, tmp_path):
    file = tmp_path / "published.json"
    assert (
        app.test_cli_runner().invoke(args=["network", "export-releases", str(file)]).exit_code == 0
    )
    told = json.loads(file.read_text())
    assert [(one["period"], one["n"], one["h"]) for one in told["published"]] == [
        ("2024", 251, None),
        ("2023", 214, 96),
    ]
    assert {cell["period"] for cell in told["cells"]} == {"2026Q1"}
    assert told["periods"] == {"2026": ["2026Q1"]}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT source FROM published_total UNION SELECT name FROM person",
        "UPDATE published_total SET requests_n = 9",
        "DELETE FROM published_total",
        "INSERT INTO published_total (year) VALUES (2020)",
    ],
)
def test_her_engine_only_reads_this_table(inside, statement):
    entered(2023)
    assert [one.year for one in earlier_years()] == [2023]
    with releases_engine().connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text(statement))


def test_her_engine_reads_four_tables_and_no_more(inside):
    opened = set()
    for table in Base.metadata.sorted_tables:
        with releases_engine().connect() as connection, suppress(DBAPIError):
            connection.execute(select(func.count()).select_from(table))
            opened.add(table.name)
    assert opened == {"release", "release_cell", "gauge", "published_total"}


@pytest.mark.parametrize("count", [1, 30])
def test_how_often_the_page_asks(app, sign_in, count):
    with app.app_context():
        for year in range(2025, 2025 - count, -1):
            entered(year)
    carla = sign_in("carla")
    carla.get("/statistics")
    with queries_of(app) as asked:
        assert carla.get("/statistics").status_code == 200
    assert len(asked) == ASKED, "\n".join(asked)
