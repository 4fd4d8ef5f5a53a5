"""Releases through the front door: what is stored, what the coordinator sees, what the wall holds back."""

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from core.db import db, transaction
from fund.models import Decision
from intake.people.models import Client
from network.releases.build import build_due, release_hash
from network.releases.engine import releases_engine
from network.releases.models import Release, ReleaseMember
from network.releases.queries import published
from tests.inspector import InspectingClient
from tests.network.rows import decided

AFTER_Q1 = dt.date(2026, 4, 2)


def test_a_quarter_with_five_households_is_released(inside: Flask) -> None:
    decided("2026Q1", households=6)
    with transaction():
        assert build_due(AFTER_Q1) == ["2026Q1"]
    total = published(2026)[0].total
    assert (total.requests_n, total.households_n, total.granted_cents) == (6, 6, 6000)


def test_the_quarter_that_runs_is_not_released(inside: Flask) -> None:
    decided("2026Q2", households=6)
    with transaction():
        assert build_due(dt.date(2026, 6, 30)) == []


def test_a_small_quarter_joins_the_next_and_nothing_tells_them_apart(inside: Flask) -> None:
    decided("2026Q1", households=3)
    decided("2026Q2", households=6)
    with transaction():
        assert build_due(dt.date(2026, 7, 1)) == ["2026Q2"]
    period = published(2026)[0]
    assert period.periods == ("2026Q1", "2026Q2")
    assert period.total.requests_n == 9


def test_a_closed_quarter_never_changes(inside: Flask) -> None:
    decided("2026Q1", households=6)
    with transaction():
        build_due(AFTER_Q1)
    before = published(2026)
    with transaction() as session:
        session.execute(update(Decision).values(granted_cents=1))
        session.execute(
            update(Decision).where(Decision.id == 1).values(undone_at=Decision.decided_at)
        )
        assert build_due(AFTER_Q1) == []
    assert published(2026) == before


def test_a_request_decided_anew_after_its_release_is_no_second_row(inside: Flask) -> None:
    first = decided("2026Q1", households=6)
    with transaction() as session:
        build_due(AFTER_Q1)
        session.execute(
            update(Decision).where(Decision.id == first[0].id).values(undone_at=Decision.decided_at)
        )
    decided("2026Q2", households=6, again=[first[0].request_id])
    with transaction():
        build_due(dt.date(2026, 7, 1))
    assert [p.total.requests_n for p in published(2026)] == [6, 5]


def revise(old: Decision, quarter: str) -> None:
    """Another decision in the place of one, in a quarter; the old one holds no more."""
    with transaction() as session:
        session.execute(
            update(Decision).where(Decision.id == old.id).values(revised_at=old.decided_at)
        )
        session.expire_all()
    new = decided(quarter, households=1, again=[old.request_id])[0]
    with transaction() as session:
        values = {"revises_id": old.id, "granted_cents": 1_234}
        session.execute(update(Decision).where(Decision.id == new.id).values(values))


def test_a_decision_revised_within_its_quarter_counts_as_revised_and_once(inside: Flask) -> None:
    made = decided("2026Q1", households=6)
    rest_cents = sum(one.granted_cents for one in made[1:])
    revise(made[0], "2026Q1")
    with transaction():
        build_due(AFTER_Q1)
    total = published(2026)[0].total
    assert (total.requests_n, total.granted_cents) == (6, rest_cents + 1_234)


def test_one_revised_in_a_later_quarter_counts_as_it_stood_and_makes_no_second_row(
    inside: Flask,
) -> None:
    made = decided("2026Q1", households=6)
    cents = sum(one.granted_cents for one in made)
    revise(made[0], "2026Q2")
    decided("2026Q2", households=6)
    with transaction():
        build_due(dt.date(2026, 7, 1))
    first, second = published(2026)
    assert (first.total.requests_n, first.total.granted_cents) == (6, cents)
    assert second.total.requests_n == 6


def test_an_undone_decision_is_not_counted(inside: Flask) -> None:
    made = decided("2026Q1", households=6)
    with transaction() as session:
        session.execute(
            update(Decision).where(Decision.id == made[0].id).values(undone_at=made[0].decided_at)
        )
        build_due(AFTER_Q1)
    assert published(2026)[0].total.requests_n == 5


def test_every_row_of_a_period_carries_its_release(inside: Flask) -> None:
    made = decided("2026Q1", households=6)
    with transaction():
        build_due(AFTER_Q1)
    held = db.session.scalars(select(ReleaseMember.decision_id)).all()
    assert set(held) == {one.id for one in made}
    db.session.rollback()


def test_the_hash_binds_what_was_published(inside: Flask) -> None:
    decided("2026Q1", households=6)
    with transaction():
        build_due(AFTER_Q1)
    release = db.session.scalars(select(Release)).one()
    assert release.previous_hash == "0" * 64
    assert release_hash(release, []) != release.hash
    db.session.rollback()


def test_a_failure_leaves_the_old_figures(inside: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    decided("2026Q1", households=6)
    with transaction():
        build_due(AFTER_Q1)
    decided("2026Q2", households=6)
    monkeypatch.setattr("network.releases.build.release_hash", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction():
        build_due(dt.date(2026, 7, 1))
    assert [p.period for p in published(2026)] == ["2026Q1"]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM client",
        "SELECT count(*) FROM request",
        "SELECT count(*) FROM decision",
        "SELECT count(*) FROM release_member",
        "SELECT findings FROM release_audit",
        "SELECT name FROM person",
        "SELECT family_name FROM client UNION SELECT period FROM release",
        "UPDATE release SET period = 'x'",
        "DELETE FROM release_cell",
    ],
)
def test_the_coordinators_engine_reads_released_figures_and_no_more(
    inside: Flask, statement: str
) -> None:
    with releases_engine().connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text(statement))


def test_the_page_shows_a_quarter_as_chart_and_table(
    app: Flask, sign_in: Callable[[str], InspectingClient]
) -> None:
    with app.app_context():
        decided("2026Q1", households=6)
        with transaction():
            build_due(AFTER_Q1)
    page = sign_in("carla").page("/statistics")
    assert "eerste kwartaal 2026" in page.text()
    assert page.text().count("€ 60,00") >= 3  # tile, bar and table say the same
    assert page.all("table")
    assert page.by_id("per-quarter") is not None


def test_before_the_first_release_the_page_says_so(
    sign_in: Callable[[str], InspectingClient],
) -> None:
    page = sign_in("carla").page("/statistics")
    assert "Kwartaal in voorbereiding" in page.text()


def test_no_name_number_or_neighbourhood_is_on_the_coordinators_pages(
    app: Flask, sign_in: Callable[[str], InspectingClient]
) -> None:
    with app.app_context():
        decided("2026Q1", households=6)
        with transaction():
            build_due(AFTER_Q1)
        canaries = [
            value
            for row in db.session.execute(
                select(Client.given_name, Client.family_name, Client.file_number)
            )
            for value in row
        ]
    browser = sign_in("carla")
    for address in ("/statistics", "/statistics?year=2026", "/statistics/protection", "/account"):
        shown = browser.page(address).text()
        assert [name for name in canaries if name in shown] == [], address
