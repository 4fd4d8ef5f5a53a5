"""Every route that changes something says so in the audit trail; looking at a file too; nobody is named there."""

import pytest
from sqlalchemy import select

from core import audit
from core.audit import AuditEntry
from core.db import db
from tests.access.canaries import confide, found_in
from tests.access.happy import DONE, NOT_NOTED, refused_sign_in
from tests.access.happy_people import ALL_HAPPY

LOOKED_AT = {
    "/clients/{client}": ("client", "client"),
    "/clients/{client}/requests": ("client", "client"),
    "/clients/{client}/edit": ("client", "client"),
    "/filings/new?client={client}": ("client", "client"),
    "/clients/{client}/again": ("client", "client"),
    "/requests/{request}": ("request", "request"),
    "/requests/{request}/evidence": ("request", "request"),
    "/evidence/{paper}": ("evidence", "paper"),
    "/evidence/{paper}/file": ("evidence", "paper"),
    "/filings/{filing}/receipt": ("filing", "filing"),
    "/filings/{filing}/receipt.pdf": ("filing", "filing"),
}


def noted(scene) -> int:
    with scene.app.app_context():
        return db.session.scalar(DONE)


def entries(scene) -> list[AuditEntry]:
    with scene.app.app_context():
        return list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq)))


def test_every_unsafe_route_is_known_here(scene):
    unsafe = {
        rule.endpoint
        for rule in scene.app.url_map.iter_rules()
        if rule.methods - {"GET", "HEAD", "OPTIONS"}
    }
    assert unsafe == set(ALL_HAPPY) | set(NOT_NOTED)
    assert set(ALL_HAPPY) & set(NOT_NOTED) == set()


@pytest.mark.every_engine
@pytest.mark.parametrize("endpoint", ALL_HAPPY)
def test_each_route_that_changes_something_writes_it_down(scene, endpoint, monkeypatch):
    view, seen = scene.app.view_functions[endpoint], []

    def watched(**values):
        before = db.session.scalar(DONE)
        answered = view(**values)
        seen.append((answered.status_code, db.session.scalar(DONE) - before))
        return answered

    watched.__dict__.update(view.__dict__)
    monkeypatch.setitem(scene.app.view_functions, endpoint, watched)
    ALL_HAPPY[endpoint](scene)
    status, noted_now = seen[-1]
    assert status in {200, 303}
    assert noted_now > 0


def test_a_refused_sign_in_is_noted_too(scene):
    before = noted(scene)
    assert refused_sign_in(scene).status_code == 422
    assert noted(scene) == before + 1


@pytest.mark.parametrize("address", LOOKED_AT)
@pytest.mark.parametrize("person", ["an", "bert"])
def test_looking_at_a_file_is_noted_and_looking_in_vain_is_not(scene, address, person):
    kind, name = LOOKED_AT[address]
    number = scene.ids[name]["own"]
    before = entries(scene)
    got = scene.browsers[person].get(address.format(**{name: number}))
    new = [(e.action, e.kind, e.object_id, e.actor_id) for e in entries(scene)[len(before) :]]
    looked = ("looked", kind, str(number), scene.world.people[person])
    assert new == ([looked] if got.status_code == 200 else [])


def test_the_chain_is_whole_after_all_that_and_names_nobody(scene):
    told = confide(scene)
    with scene.app.app_context():
        assert audit.verify(db.session()) is None
    written = "\n".join(f"{e.action} {e.kind} {e.object_id} {e.why}" for e in entries(scene))
    free = [value for value in told.all() if not value.isdecimal()]
    assert found_in(written, free) == set()
    assert len(entries(scene)) > 100
