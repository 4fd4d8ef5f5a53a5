"""Two files of one person become one, and for thirty days two again."""

from __future__ import annotations

import pytest
from sqlalchemy import ForeignKey, select

from core.audit import AuditEntry
from core.clock import today
from core.db import Base, db
from intake.merging.actions import BELONGINGS, STAYING
from intake.people import queries
from intake.people.identity import identity_of
from intake.people.models import Client, Membership
from intake.requests.history import history_of
from intake.requests.models import Request
from tests.fund.desk import filed
from tests.inspector import Page
from tests.people.test_client_page import lenas, post

DOUBLE = {"given_name": "Lena", "family_name": "Peters", "birth_on": "14/03/1988",
          "status": "leefloon", "status_from_on": "01/02/2026"}  # fmt: skip


@pytest.fixture
def double(sign_in, world):
    """A second file of Lena, alone in a household of its own."""
    made = sign_in("an").send("/clients/new", DOUBLE)
    world.clients["double"] = int(made.location.rsplit("=", 1)[1])
    return world.clients["double"]


def merge(sign_in, world, double):
    return post(sign_in("an"), lenas(world) + "/merge", {"gone": str(double)})


def test_both_stand_beside_each_other_before_anything_happens(sign_in, app, world, double):
    browser = sign_in("an")
    with app.app_context():
        number = db.session.get(Client, double).file_number
    asked = browser.send(lenas(world) + "/merge", {"file_number": number})
    assert asked.location == f"/clients/{world.clients['lena']}/merge?other={double}"
    shown = browser.page(asked.location).text()
    for words in ("Lena Peeters", "Lena Peters", "Dossier 20177 blijft", "Winterslag"):
        assert words in shown, words
    with app.app_context():
        assert db.session.get(Client, double).merged_into_id is None


def test_everything_moves_and_counts_under_the_caps_of_one_person(sign_in, app, world, double):
    number = filed(app, world, "double")
    merge(sign_in, world, double)
    with app.app_context():
        lena = db.session.get(Client, world.clients["lena"])
        request = db.session.get(Request, number)
        home = queries.household_of(lena, today())
        assert (request.client_id, request.household_id) == (lena.id, home.id)
        assert [claim.client for claim in history_of(lena, home)] == [str(lena.id)]
        assert {row.status for row in identity_of(lena, today()).statuses} == {
            "increased_reimbursement", "leefloon"}  # fmt: skip
        assert [one.id for one in queries.households_of(lena, today())] == [home.id]


def test_an_open_request_of_the_merged_file_is_still_decided_as_proposed(
    sign_in, app, world, double
):
    number = filed(app, world, "double")
    merge(sign_in, world, double)
    bert = sign_in("bert")
    form = bert.page(f"/worklist/{number}").form(f"/worklist/{number}/grant")
    post(bert, f"/worklist/{number}/grant", form)


def test_the_merged_file_is_not_found_and_its_address_leads_to_the_kept_one(sign_in, world, double):
    merge(sign_in, world, double)
    browser = sign_in("an")
    assert "dossier 20177" in browser.page(f"/clients/{double}").text()
    found = Page(browser.get(browser.send("/search", {"q": "peters lena"}).location))
    assert "Niemand gevonden" in found.text()
    sign_in("arne").page(f"/clients/{double}", status=404)


def snapshot(app):
    with app.app_context():
        return {
            model.__tablename__: sorted(
                tuple(getattr(row, column.key) for column in model.__table__.columns
                      if column.key not in {"lock_version", "sealed_national_number"})
                for row in db.session.scalars(select(model))
            )
            for model in (Membership,)
        } | {"requests": [(row.id, row.client_id, row.household_id)
                          for row in db.session.scalars(select(Request).order_by(Request.id))],
             "clients": [(row.id, row.merged_into_id, row.national_number_key)
                         for row in db.session.scalars(select(Client).order_by(Client.id))]}  # fmt: skip


def test_undoing_puts_everything_back(sign_in, app, world, double):
    filed(app, world, "double")
    post(sign_in("an"), f"/clients/{double}/numbers", {"national_number": "85.07.30-033 28"})
    before = snapshot(app)
    merge(sign_in, world, double)
    assert snapshot(app) != before
    post(sign_in("an"), lenas(world) + "/merge/undo", {})
    assert snapshot(app) == before
    assert sign_in("an").send(lenas(world) + "/merge/undo").status_code == 422


def test_what_was_made_since_stays_with_the_kept_file(sign_in, app, world, double):
    merge(sign_in, world, double)
    since = filed(app, world, "lena")
    post(sign_in("an"), lenas(world) + "/merge/undo", {})
    with app.app_context():
        assert db.session.get(Request, since).client_id == world.clients["lena"]


def test_after_thirty_days_it_is_final(sign_in, world, double, later):
    merge(sign_in, world, double)
    with later(days=31):
        page = sign_in("an").page(lenas(world))
        assert "ging in dit dossier op" not in page.text()
        assert sign_in("an").send(lenas(world) + "/merge/undo").status_code == 422


def test_it_is_traced_for_both_files(sign_in, app, world, double):
    merge(sign_in, world, double)
    post(sign_in("an"), lenas(world) + "/merge/undo", {})
    with app.app_context():
        done = (select(AuditEntry).where(AuditEntry.action.like("client.merge%"))
                .order_by(AuditEntry.seq))  # fmt: skip
        written = [(one.action, int(one.object_id)) for one in db.session.scalars(done)]
    lena = world.clients["lena"]
    assert written == [("client.merge", lena), ("client.merged_away", double),
                       ("client.merge_undone", lena), ("client.merge_undone", double)]  # fmt: skip


@pytest.mark.parametrize("number", ["", "20177", "20181", "99999"])
def test_no_other_file_is_merged(sign_in, world, number):
    """Nothing, itself, another team's, none at all: the last two get the same words."""
    page = post(sign_in("an"), lenas(world) + "/merge", {"file_number": number}, 422)
    said = page.text(page.by_id("file_number-error"))
    assert ("geen dossier van uw team" in said) == (number in {"20181", "99999"})


@pytest.mark.parametrize("gone", ["karim", "lena"])
def test_another_teams_file_or_itself_is_never_merged(sign_in, world, gone):
    sent = sign_in("an").send(lenas(world) + "/merge", {"gone": str(world.clients[gone])})
    assert sent.status_code == (404 if gone == "karim" else 422)


def test_two_national_numbers_are_two_people(sign_in, world, double):
    browser = sign_in("an")
    post(browser, lenas(world) + "/numbers", {"national_number": "85.07.30-033 28"})
    post(browser, f"/clients/{double}/numbers", {"national_number": "85473003317"})
    assert browser.send(lenas(world) + "/merge", {"gone": str(double)}).status_code == 422


def test_every_table_that_points_at_a_client_is_thought_of():
    pointing = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if isinstance(key, ForeignKey) and key.target_fullname == "client.id"
    }
    moved_otherwise = {("membership", "client_id"), ("client", "merged_into_id")}
    assert pointing == {*BELONGINGS, *STAYING, *moved_otherwise}
