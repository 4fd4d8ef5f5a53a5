"""Totals of years before the product, from a list: what is stored, what is refused, who may."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import select, update

from books.published.queries import standing_totals
from core.audit import AuditEntry
from core.db import db, transaction
from core.instance import Instance
from tests.access.browser import browser_of
from tests.network.rows import decided
from tests.takeover.desk import name, problems, store, taken_over, uploaded, workbook

HEADS = "Jaar;Aanvragen;Toegekend bedrag;Gezinnen;Cliënten;Bron\n"
YEARS = HEADS + (
    "2023;214;9.612,50;96;180;Jaarverslag 2023, p. 12\n"
    "2024;251;11.040,00;;;Jaarrekening 2024, bijlage 3\n"
)


def standing(app):
    with app.app_context():
        return [tuple(vars(one).values()) for one in standing_totals().values()]


def test_a_list_becomes_years_with_their_source(app, sign_in):
    page = taken_over(app, sign_in("hilde"), "totals", YEARS)
    assert "2 zijn nieuw" in page.text()
    assert standing(app) == [
        (2023, 214, 961_250, 96, 180, "Jaarverslag 2023, p. 12"),
        (2024, 251, 1_104_000, None, None, "Jaarrekening 2024, bijlage 3"),
    ]
    assert "Jaarverslag 2023, p. 12" in sign_in("hilde").page("/budgets/earlier-years").text()
    with app.app_context():
        noted = Counter(db.session.scalars(select(AuditEntry.action)))
    assert (noted["published_total.enter"], noted["takeover.store"]) == (2, 1)


def test_a_workbook_with_other_headings_is_read_once_they_are_named(app, sign_in):
    hilde = sign_in("hilde")
    lines = ["wanneer", "hoeveel", "euro", "waar"], [2023, 214, 9612.5, "Jaarverslag 2023"]
    address = uploaded(hilde, "totals", workbook(*lines))
    assert hilde.page(address).by_id("missing") is not None
    answer = name(hilde, address, year="0", requests="1", amount="2", source="3")
    assert answer.status_code == 303
    store(app, hilde, address)
    assert standing(app) == [(2023, 214, 961_250, None, None, "Jaarverslag 2023")]


def test_the_same_list_again_stores_nothing_twice(app, sign_in):
    hilde = sign_in("hilde")
    taken_over(app, hilde, "totals", YEARS)
    longer = YEARS + "2022;190;8.000,00;;;Jaarverslag 2022\n"
    assert "1 is nieuw, 2 zijn al bekend." in taken_over(app, hilde, "totals", longer).text()
    assert hilde.page(uploaded(hilde, "totals", longer)).by_id("nothing") is not None
    assert [year for year, *_rest in standing(app)] == [2022, 2023, 2024]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("'23;214;9.612,50;;;Jaarverslag", "Jaar", "geen jaar"),
        ("1066;214;9.612,50;;;Jaarverslag", "Jaar", "geen jaar"),
        ("2026;214;9.612,50;;;Jaarverslag", "Jaar", "nog niet voorbij"),
        ("2030;214;9.612,50;;;Jaarverslag", "Jaar", "nog niet voorbij"),
        ("2024;9;1,00;;;Jaarverslag 2024", "Jaar", "rij 3"),
        ("2022;;9.612,50;;;Jaarverslag", "Aanvragen", "leeg"),
        ("2022;4;9.612,50;;;Jaarverslag", "Aanvragen", "Minder dan 5"),
        ("2022;1.234;9.612,50;;;Jaarverslag", "Aanvragen", "geheel getal"),
        ("2022;-7;9.612,50;;;Jaarverslag", "Aanvragen", "geheel getal"),
        ("2022;214;0;;;Jaarverslag", "Toegekend bedrag", "boven 0"),
        ("2022;214;9.612,50;4;;Jaarverslag", "Gezinnen", "Minder dan 5"),
        ("2022;214;9.612,50;0;;Jaarverslag", "Gezinnen", "Minder dan 5"),
        ("2022;214;9.612,50;;3;Jaarverslag", "Cliënten", "Minder dan 5"),
        ("2022;214;9.612,50;96;50;Jaarverslag", "Cliënten", "minder cliënten dan gezinnen"),
        ("2022;214;9.612,50;;;", "Bron", "leeg"),
        ("2022;214;9.612,50;;;2022", "Bron", "Noem het document"),
        (f"2022;214;9.612,50;;;{'x' * 121}", "Bron", "120"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(app, sign_in, row, column, words):
    found = problems(sign_in("hilde"), "totals", YEARS + row + "\n")
    assert [one[:2] for one in found] == [("4", column)], found
    assert words in found[0][2]
    assert standing(app) == []


def test_one_wrong_row_holds_all_of_them_up(app, sign_in):
    hilde = sign_in("hilde")
    page = hilde.page(uploaded(hilde, "totals", YEARS + "2022;4;1,00;;;Jaarverslag\n"))
    assert page.by_id("store") is None
    assert standing(app) == []


def test_other_figures_of_a_year_that_stands_are_refused(app, sign_in):
    hilde = sign_in("hilde")
    taken_over(app, hilde, "totals", YEARS)
    found = problems(hilde, "totals", YEARS.replace("251", "250"))
    assert [one[:2] for one in found] == [("3", "Jaar")]
    assert "beheerder" in found[0][2]


def test_a_year_that_somebody_else_stored_meanwhile_is_stored_once(app, sign_in):
    hilde, waiting = sign_in("hilde"), YEARS.replace("251", "250")
    address = uploaded(hilde, "totals", waiting)
    taken_over(app, hilde, "totals", YEARS)
    page = hilde.page(address)
    assert page.by_id("store") is None
    assert page.by_id("problems") is not None
    assert standing(app)[1][1] == 251


def test_a_year_in_which_something_was_decided_here_is_ours(app, sign_in):
    with app.app_context():
        decided("2024Q3", households=1)
    found = problems(sign_in("hilde"), "totals", YEARS)
    assert [one[:2] for one in found] == [("3", "Jaar")]
    assert "Vanaf 2024" in found[0][2]


def test_a_year_in_which_the_programme_ran_is_ours_too(app, sign_in):
    with app.app_context(), transaction() as session:
        session.execute(
            update(Instance).values(created_at=dt.datetime(2023, 12, 31, 23, 30, tzinfo=dt.UTC))
        )
    found = problems(sign_in("hilde"), "totals", YEARS)
    assert [one[:2] for one in found] == [("3", "Jaar")], "it was 2024 already in Brussels"


@pytest.mark.parametrize("who", ["an", "bert", "carla", "dirk", "fien", "bea"])
def test_only_the_head_brings_them_in(app, sign_in, who):
    address = uploaded(sign_in("hilde"), "totals", YEARS)
    browser = browser_of(app, who)
    for place in ("/takeover", "/offer/takeover"):
        assert browser.get(f"{place}/new?kind=totals").status_code == 404
        assert (
            browser.send("POST", f"{place}{address.removeprefix('/takeover')}/store").status_code
            == 404
        )
    assert standing(app) == []
