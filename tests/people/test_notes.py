"""Notes stand in no decision; confidential ones are their author's and the head's only; all are sealed."""

from __future__ import annotations

from sqlalchemy import select

from core.audit import AuditEntry
from core.db import db
from intake.notes.models import ClientNote
from tests.fund.desk import filed
from tests.people.test_client_page import lenas, post
from tests.people.test_handover import opened, same_team

INTERNAL = "Noor is graag vooraan in de zaal."
CONFIDENTIAL = "Moeder vreest haar vroegere partner."


def written(sign_in, world):
    browser = sign_in("an")
    post(browser, lenas(world) + "/notes", {"words": INTERNAL})
    post(browser, lenas(world) + "/notes", {"words": CONFIDENTIAL, "confidential": "y"})


def read_by(sign_in, world, who):
    shown = sign_in(who).page(lenas(world) + "/notes").text()
    return (INTERNAL in shown, CONFIDENTIAL in shown)


def test_who_reads_which(sign_in, world, app):
    written(sign_in, world)
    same_team(app, world)
    assert read_by(sign_in, world, "an") == (True, True)
    assert read_by(sign_in, world, "arne") == (True, False)
    assert read_by(sign_in, world, "hilde") == (True, True)
    for who in ("bert", "dirk", "bea", "carla", "fien"):
        sign_in(who).page(lenas(world) + "/notes", status=404)


def test_who_decides_sees_none_of_it(sign_in, world, app):
    written(sign_in, world)
    number = filed(app, world, "lena")
    for address in (lenas(world), f"/worklist/{number}", f"/requests/{number}"):
        shown = sign_in("bert").page(address).text()
        assert INTERNAL not in shown
        assert CONFIDENTIAL not in shown
        assert "Notities" not in shown


def test_a_file_opened_with_a_reason_shows_no_notes(sign_in, world):
    written(sign_in, world)
    opened(sign_in, world)
    assert "Notities" not in sign_in("arne").page(lenas(world)).text()
    sign_in("arne").page(lenas(world) + "/notes", status=404)


def test_a_confidential_note_stays_its_authors_when_the_file_goes_on(sign_in, world, app):
    written(sign_in, world)
    same_team(app, world)
    post(sign_in("an"), lenas(world) + "/worker", {"worker": str(world.people["arne"])})
    assert read_by(sign_in, world, "arne") == (True, False)


def test_the_words_are_sealed_and_the_trail_holds_none(sign_in, world, app):
    written(sign_in, world)
    with app.app_context():
        rows = db.session.scalars(select(ClientNote)).all()
        assert not any(b"Noor" in row.sealed_words or b"Moeder" in row.sealed_words for row in rows)
        noted = select(AuditEntry.why).where(AuditEntry.action == "client.note")
        assert list(db.session.scalars(noted.order_by(AuditEntry.seq))) == [
            "internal",
            "confidential",
        ]


def test_an_empty_note_is_refused(sign_in, world):
    page = post(sign_in("an"), lenas(world) + "/notes", {"words": "  "}, 422)
    assert page.by_id("words-error") is not None
