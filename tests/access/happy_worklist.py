"""The same for the worklist: who reads what, views of it, and many requests at once."""

from sqlalchemy import insert

from core.db import db, transaction
from fund.together.models import Batch, BatchLine
from tests.access.happy import a_request, as_person, on_view
from tests.fund.test_together import SEEN


def release(scene):
    number = a_request(scene)
    scene.browsers["bert"].send("POST", f"/worklist/{number}/claim")
    return scene.browsers["bert"].send("POST", f"/worklist/{number}/release")


def looked_at(scene) -> int:
    """A list of Bert's with one request that is clean."""
    number, batch_id = a_request(scene, "emir", **SEEN), scene.ids["batch"]["bert"]
    line = {"batch_id": batch_id, "request_id": number, "seen_version": 1, "amount_cents": 900}
    with scene.app.app_context(), transaction() as session:
        session.get_one(Batch, batch_id).stage = "ready"
        stored = insert(BatchLine).values(**line, lines=[], stage="clean", why="")
        return session.execute(stored.returning(BatchLine.id)).scalar_one()


def decide(scene):
    path = f"/worklist/together/{scene.ids['batch']['bert']}/decide"
    return scene.browsers["bert"].send("POST", path, {"kept": looked_at(scene)})


def go_on(scene):
    """What stopped halfway."""
    with scene.app.app_context(), transaction():
        db.session.get_one(Batch, scene.ids["batch"]["hilde"]).job.state = "failed"
    path = f"/worklist/together/{scene.ids['batch']['hilde']}/again"
    return scene.browsers["hilde"].send("POST", path)


HAPPY_WORKLIST = {
    "claims.take": as_person("bert", "/worklist/{request}/claim"),
    "claims.release": release,
    "claims.take_next": as_person("bert", "/worklist/next"),
    "narrowing.save_view": as_person("bert", "/worklist/views?flag=late", name="Te laat"),
    "narrowing.rename_view": on_view("", "bert", "/worklist", name="Zomer"),
    "narrowing.open_with_view": on_view("/first", "bert", "/worklist"),
    "narrowing.remove_view": on_view("/remove", "bert", "/worklist"),
    "together.begin": as_person("bert", "/worklist/together"),
    "together.decide": decide,
    "together.again": go_on,
}
