"""Files that change hands: given to a colleague, seen to during an absence, opened with a reason."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from accounts.models import Person
from core.audit import AuditEntry
from core.clock import today
from core.db import db, transaction
from intake.people import queries
from intake.people.models import Client, FileOpening
from tests.fund.desk import filed
from tests.inspector import Page
from tests.people.test_client_page import lenas, post

STAND_IN = {"from_on": "vandaag", "until_on": "30/11/2026"}
FULL = "lena peeters 14/03/1988"


def same_team(app, world):
    with app.app_context(), transaction():
        arne = db.session.get(Person, world.people["arne"])
        arne.team_id = db.session.get(Person, world.people["an"]).team_id


def away(sign_in, world, **change):
    form = {**STAND_IN, "stand_in": str(world.people["arne"]), **change}
    return post(sign_in("an"), "/absences", form)


def opened(sign_in, world, status=303, **change):
    arne = sign_in("arne")
    address = arne.send("/search", {"q": FULL}).location
    form = {"file": str(world.clients["lena"]), "reason": "urgent", "words": "", **change}
    return post(arne, f"{address}/open", form, status)


def looks(app, why):
    with app.app_context():
        found = select(AuditEntry.actor_id, AuditEntry.object_id).where(
            AuditEntry.why == why, AuditEntry.kind == "client"
        )
        return {(actor, int(number)) for actor, number in db.session.execute(found)}


@pytest.mark.parametrize("is_same_team", [True, False])
def test_the_files_of_a_household_go_to_a_colleague(sign_in, world, app, is_same_team):
    if is_same_team:
        same_team(app, world)
    arne = world.people["arne"]
    post(sign_in("an"), lenas(world) + "/worker", {"worker": str(arne)})
    assert "Arne Adams" in sign_in("arne").page(f"/clients/{world.clients['noor']}").text()
    sign_in("an").page(lenas(world), status=200 if is_same_team else 404)
    with app.app_context():
        noor = db.session.get(Client, world.clients["noor"])
        assert queries.responsible_on(noor, dt.date(2026, 11, 23)).worker.name == "An Aerts"
        assert [row.worker_id for row in queries.responsibles_of({noor.id}, today())] == [arne]


def test_open_requests_go_along_and_are_worked_on_by_the_new_worker(sign_in, world, app):
    number = filed(app, world, "noor")
    sign_in("arne").page(f"/requests/{number}", status=404)
    post(sign_in("an"), lenas(world) + "/worker", {"worker": str(world.people["arne"])})
    arne, address = sign_in("arne"), f"/requests/{number}/withdraw"
    form = arne.page(f"/requests/{number}").form(address)
    post(arne, address, {**form, "why": "niet meer nodig"})


@pytest.mark.parametrize("worker", ["", "bert", "999", "x", "an", "carla"])
def test_a_file_goes_to_nobody_else(sign_in, world, worker):
    data = {"worker": str(world.people.get(worker, worker))}
    page = post(sign_in("an"), lenas(world) + "/worker", data, 422)
    assert page.by_id("worker-error") is not None


def test_who_stands_in_sees_and_does_the_files_and_it_is_logged(sign_in, world, app):
    number = filed(app, world, "noor")
    away(sign_in, world)
    arne = sign_in("arne")
    assert "U vervangt An Aerts." in arne.page(lenas(world)).text()
    post(arne, lenas(world) + "/reach", {"no_post": "y"})
    assert "Van wie ik vervang" in arne.page("/requests").text()
    assert f"/requests/{number}" in arne.page("/requests?who=stand_in").html
    arne.page(f"/filings/new?client={world.clients['lena']}")
    assert (world.people["arne"], world.clients["lena"]) in looks(app, "stand_in")


@pytest.mark.parametrize(("days", "status"), [(0, 404), (1, 200), (6, 200), (7, 404)])
def test_standing_in_begins_and_ends_with_its_days(sign_in, world, later, days, status):
    away(sign_in, world, from_on="25/11/2026")
    with later(days=days):
        sign_in("arne").page(lenas(world), status=status)


def test_an_absence_ends_sooner_by_oneself_or_the_head(sign_in, world):
    for who in ("an", "hilde"):
        away(sign_in, world)
        address = next(one.get("action") for one in sign_in(who).page("/absences").all("form")
                       if (one.get("action") or "").endswith("/end"))  # fmt: skip
        assert sign_in("arne").send(address).status_code == 404
        post(sign_in(who), address, {})
        sign_in("arne").page(lenas(world), status=404)


def test_the_head_notes_it_for_whoever_is_ill(sign_in, world):
    form = {**STAND_IN, "person": str(world.people["an"]), "stand_in": str(world.people["arne"])}
    post(sign_in("hilde"), "/absences", form)
    sign_in("arne").page(lenas(world))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"until_on": "23/11/2026"}, "until_on"),
        ({"until_on": ""}, "until_on"),
        ({"from_on": "01/11/2026", "until_on": "10/11/2026"}, "until_on"),
        ({"stand_in": "an"}, "stand_in"),
        ({"stand_in": "bert"}, "stand_in"),
        ({"stand_in": ""}, "stand_in"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(sign_in, world, change, field):
    form = {**STAND_IN, "stand_in": "arne", **change}
    form["stand_in"] = str(world.people.get(form["stand_in"], ""))
    page = post(sign_in("an"), "/absences", form, 422)
    assert page.by_id(f"{field}-error") is not None


def test_who_is_away_does_not_stand_in_and_has_one_stand_in(sign_in, world):
    away(sign_in, world)
    form = {**STAND_IN, "stand_in": str(world.people["arne"])}
    assert post(sign_in("an"), "/absences", form, 422).by_id("from_on-error") is not None
    form["stand_in"] = str(world.people["an"])
    assert post(sign_in("arne"), "/absences", form, 422).by_id("stand_in-error") is not None


def test_another_teams_file_opens_with_a_reason_to_read_and_no_more(sign_in, world, app):
    number = filed(app, world, "lena")
    arne = sign_in("arne")
    found = Page(arne.get(arne.send("/search", {"q": FULL}).location))
    assert "/open" in found.link("Toch openen, met een reden")
    opened(sign_in, world)
    page = arne.page(lenas(world))
    assert "U mag dit dossier lezen tot" in page.text()
    assert "Verhuizen" not in page.text()
    arne.page(f"/requests/{number}")
    for tail in ("/edit", "/reach", "/merge", "/worker", "/death"):
        arne.page(lenas(world) + tail, status=404)
    arne.page(f"/filings/new?client={world.clients['lena']}", status=404)
    sent = arne.send(f"/requests/{number}/withdraw", {"why": "zomaar", "seen_version": "1"})
    assert sent.status_code == 404


def test_it_closes_after_eight_hours_and_opens_no_other_file(sign_in, world, later):
    opened(sign_in, world)
    sign_in("arne").page(f"/clients/{world.clients['zoë']}", status=404)
    with later(hours=9):
        sign_in("arne").page(lenas(world), status=404)


def test_head_and_dpo_see_who_opened_what_and_why(sign_in, world, app):
    opened(sign_in, world, reason="other", words="Moeder belt in paniek over het kamp.")
    sign_in("arne").page(lenas(world))
    for who in ("hilde", "dirk"):
        shown = sign_in(who).page("/openings").text()
        for words in ("Arne Adams", "20177", "Moeder belt in paniek"):
            assert words in shown, words
        assert "Peeters" not in shown
    assert "geopend met een reden" in sign_in("dirk").page("/access-log").text()
    assert (world.people["arne"], world.clients["lena"]) in looks(app, "opened")
    with app.app_context():
        told = db.session.scalars(select(AuditEntry.why).where(AuditEntry.why.is_not(None)))
        assert not any("paniek" in why for why in told)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"reason": ""}, "reason"), ({"reason": "x"}, "reason"), ({"reason": "other", "words": "zo"}, "words")],
)  # fmt: skip
def test_without_a_reason_it_stays_closed(sign_in, world, app, change, field):
    page = opened(sign_in, world, 422, **change)
    assert page.by_id(f"{field}-error") is not None
    with app.app_context():
        assert db.session.scalar(select(FileOpening.id)) is None


@pytest.mark.parametrize("words", ["lena peeters", "peeters 14/03/1988", "2017"])
def test_part_of_a_match_opens_nothing(sign_in, world, words):
    arne = sign_in("arne")
    address = f"{arne.send('/search', {'q': words}).location}/open"
    assert "Lena" not in arne.page(address).text()
    form = {"file": str(world.clients["lena"]), "reason": "urgent"}
    assert arne.send(address, form).status_code == 404
    arne.page(lenas(world), status=404)
