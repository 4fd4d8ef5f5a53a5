"""Clients, households and statuses that a centre kept in a spreadsheet."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select

from core import instance
from core.db import db
from core.sealing.files import StoredFile
from core.work import outbox
from fund.takeover.jobs import forget_uploads
from intake.people.models import Client
from intake.people.queries import household_of, members_of
from tests.takeover.desk import (
    PEOPLE,
    name,
    problems,
    store,
    taken_over,
    uploaded,
    workbook,
)

TODAY = dt.date(2026, 11, 24)


def client_named(given_name: str) -> Client:
    return db.session.scalars(select(Client).where(Client.given_name == given_name)).one()


def how_many() -> int:
    return db.session.scalar(select(func.count()).select_from(Client))


def test_a_list_becomes_files_with_household_status_and_worker(app, sign_in):
    page = taken_over(app, sign_in("hilde"), "clients", PEOPLE)
    assert "3 zijn nieuw" in page.text(page.by_id("stored"))
    with app.app_context():
        fatma = client_named("Fatma")
        household = household_of(fatma, TODAY)
        lives = [(one.client.given_name, one.role) for one in members_of(household, TODAY)]
        assert lives == [("Fatma", "adult"), ("Emre", "child")]
        assert household.household_type == "one_parent"
        assert household.addresses[0].postal_code == "3600"
        assert [(one.status, one.from_on) for one in fatma.statuses] == [
            ("increased_reimbursement", dt.date(2026, 1, 1))
        ]
        assert fatma.file_number == "D-1"
        assert fatma.responsibles[0].worker.name == "An Aerts"
        assert client_named("Jos").birth_on == dt.date(1957, 2, 1)


def test_the_worker_finds_the_file_at_once(app, sign_in):
    taken_over(app, sign_in("hilde"), "clients", PEOPLE)
    an = sign_in("an")
    answer = an.send("/search", {"q": "ozdemir"})
    found = an.page(answer.location)
    assert "Fatma Özdemir" in found.text()
    assert "Jos Wouters" not in found.text()


def test_the_same_file_again_makes_no_doubles(app, sign_in):
    hilde = sign_in("hilde")
    taken_over(app, hilde, "clients", PEOPLE)
    with app.app_context():
        before = how_many()
    page = hilde.page(uploaded(hilde, "clients", PEOPLE))
    assert "3 zijn al bekend" in page.text(page.by_id("nothing"))
    assert page.by_id("store") is None
    with app.app_context():
        assert how_many() == before


def test_somebody_new_joins_the_household_that_is_known(app, sign_in):
    hilde = sign_in("hilde")
    taken_over(app, hilde, "clients", PEOPLE)
    more = PEOPLE + "D-9;Elif;Özdemir;4/4/2019;G1;;;3600;An Aerts\n"
    page = taken_over(app, hilde, "clients", more)
    assert "1 is nieuw, 3 zijn al bekend" in page.text()
    with app.app_context():
        assert len(members_of(household_of(client_named("Fatma"), TODAY), TODAY)) == 3


def test_one_wrong_row_and_nothing_is_stored(app, sign_in):
    hilde = sign_in("hilde")
    wrong = PEOPLE + "D-4;Lies;Smets;31/2/1990;;Onbekend;;;An Aerts\n"
    assert problems(hilde, "clients", wrong) == [
        ("5", "Geboortedatum", "“31/2/1990” is geen datum. Schrijf dd/mm/jjjj, zoals 03/05/2026."),
        ("5", "Statuut", problems(hilde, "clients", wrong)[1][2]),
    ]
    address = uploaded(hilde, "clients", wrong)
    assert hilde.page(address).by_id("store") is None
    hilde.send(f"{address}/store")  # as somebody might without the button
    with app.app_context():
        assert db.session.scalars(select(Client).where(Client.given_name == "Lies")).first() is None


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("D-5;;Smets;1/1/1990;;;;;An Aerts", "Voornaam", "Deze cel is leeg"),
        ("D-5;Lies;Smets;1/1/2090;;;;;An Aerts", "Geboortedatum", "toekomst"),
        ("D-5;Lies;Smets;1/1/1990;;;;;Niemand", "Maatschappelijk werker", "Geen maatschappelijk werker"),
        ("D-5;Lies;Smets;1/1/1990;;;;;", "Maatschappelijk werker", "Van wie is dit dossier"),
        ("D-1;Lies;Smets;1/1/1990;;;;;An Aerts", "Naam", "staat ook in rij 2"),
        ("20177;Lies;Smets;1/1/1990;;;;;An Aerts", "Dossiernummer", "iemand met een andere naam"),
        ("D-5;Lies;Smets;1/1/1990;;VT;1/5/2026;;An Aerts;te;veel", "–", "meer cellen"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_by_row_and_column(app, sign_in, row, column, words):
    found = problems(sign_in("hilde"), "clients", PEOPLE + row + "\n")
    assert [(one[0], one[1]) for one in found] == [("5", column)], found
    assert words in found[0][2]


def test_files_without_a_worker_go_to_the_one_who_is_chosen(app, sign_in, world):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "clients", "Voornaam;Naam;Geboortedatum\nLies;Smets;1/1/1990\n")
    assert name(hilde, address, worker=str(world.people["arne"])).status_code == 303
    store(app, hilde, address)
    with app.app_context():
        assert client_named("Lies").responsibles[0].worker_id == world.people["arne"]


def test_columns_with_other_headings_are_named_once_and_remembered(app, sign_in):
    hilde = sign_in("hilde")
    odd = "wie;achter;wanneer geboren;mw\nLies;Smets;1/1/1990;An Aerts\n"
    address = uploaded(hilde, "clients", odd)
    page = hilde.page(address)
    assert "Voornaam" in page.text(page.by_id("missing"))
    name(hilde, address, given_name="0", family_name="1", birth_on="2")
    again = hilde.page(uploaded(hilde, "clients", odd.replace("Lies", "Leen")))
    assert "1 is nieuw" in again.text(again.by_id("right"))


def test_a_column_is_not_read_twice(app, sign_in):
    hilde = sign_in("hilde")
    answer = name(hilde, uploaded(hilde, "clients", PEOPLE), given_name="2")
    assert answer.status_code == 422


def test_a_workbook_is_read_as_a_person_sees_it(app, sign_in):
    content = workbook(
        ["Dossiernummer", "Voornaam", "Naam", "Geboortedatum", "Maatschappelijk werker"],
        [4711, "Lies", "Smets", dt.date(1990, 1, 31), "An Aerts"],
    )
    taken_over(app, sign_in("hilde"), "clients", content)
    with app.app_context():
        lies = client_named("Lies")
        assert (lies.file_number, lies.birth_on) == ("4711", dt.date(1990, 1, 31))


def test_the_file_is_sealed_and_gone_once_its_rows_are_stored(app, sign_in):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "clients", PEOPLE)
    with app.app_context():
        kept = db.session.scalars(select(StoredFile)).one()
        path = instance.folder() / "files" / kept.name
        assert "Özdemir".encode() not in path.read_bytes()
    store(app, hilde, address)
    with app.app_context():
        outbox.deliver_due()
        assert db.session.scalars(select(StoredFile)).first() is None
        outbox.deliver_due()  # what storing left to do: the bytes go
        assert not path.exists()


def test_a_file_that_is_dropped_leaves_nothing(app, sign_in):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "clients", PEOPLE)
    assert hilde.send(f"{address}/drop").status_code == 303
    with app.app_context():
        assert db.session.scalars(select(StoredFile)).first() is None
    assert hilde.send(f"{address}/store").status_code == 409


def test_a_file_that_nobody_goes_on_with_goes_after_a_week(app, sign_in, later):
    uploaded(sign_in("hilde"), "clients", PEOPLE)
    for days, left in ((6, 1), (8, 0)):
        with app.app_context(), later(days=days):
            forget_uploads()
            assert len(db.session.scalars(select(StoredFile)).all()) == left


def test_who_may_not_see_files_takes_over_none(app, sign_in):
    address = uploaded(sign_in("hilde"), "clients", PEOPLE)
    for who in ("an", "bert", "bea", "fien", "carla"):
        assert sign_in(who).get(address).status_code == 404
        assert sign_in(who).get("/takeover/new?kind=clients").status_code == 404
