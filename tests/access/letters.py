"""Letters, for the tests of access: what lies there, and each thing that is done with them, once."""

from __future__ import annotations

import io
from typing import Any

from sqlalchemy import select, update

from core import clock, settings
from core.db import db, transaction
from core.sealing import files
from core.work import jobs
from core.work.jobs import Job
from fund.letters.life import READY, WAITING
from fund.letters.models import Dispatch, PrintRun
from fund.letters.settings import LOGO
from fund.letters.texts import texts_now, words_of
from intake.requests.models import Request
from tests.access.browser import form_on
from tests.evidence.papers import photo
from tests.inspector import Page
from tests.letters.desk import settle
from tests.world import NOW


def letters_in(scene: Any) -> None:
    """The letters of what was granted, printed once; the run is asked for again, and waits for the worker."""
    settle(scene.app)
    answer = scene.browsers["bert"].send("POST", "/letters/runs")
    number = int(answer.location.rsplit("/", 1)[1])
    with scene.app.app_context(), clock.at(NOW):
        jobs.run(db.session.get_one(PrintRun, number).job_id)
        made = select(Dispatch.id).where(Dispatch.stage == READY).order_by(Dispatch.id)
        scene.ids |= {"dispatch": {"own": db.session.scalars(made).first()}, "run": {"own": number}}
        scene.ids |= {"code": {"own": "refusal"}, "language": {"own": "fr", "crossed": "nl"}}
        with transaction():
            kept = files.store(photo(), content_type="image/jpeg")
            settings.put(LOGO, kept.id, by=None)
    assert scene.browsers["bert"].send("POST", f"/letters/runs/{number}/again").status_code == 303


def _ended(scene: Any) -> None:
    """No run is under way any more."""
    with scene.app.app_context(), transaction() as session:
        session.execute(update(Job).where(Job.kind == "letters.print").values(state="done"))


def _start(scene: Any) -> Any:
    _ended(scene)
    return scene.browsers["bert"].send("POST", "/letters/runs", {"again": "1"})


def _again(scene: Any) -> Any:
    _ended(scene)
    return scene.browsers["hilde"].send("POST", f"/letters/runs/{scene.ids['run']['own']}/again")


def _run_sent(scene: Any) -> Any:
    _ended(scene)
    path = f"/letters/runs/{scene.ids['run']['own']}"
    form = form_on(Page(scene.browsers["bert"].get(path)), f"{path}/sent")
    return scene.browsers["bert"].send("POST", f"{path}/sent", form)


def _sent(scene: Any) -> Any:
    with scene.app.app_context():
        open_ones = select(Dispatch).where(Dispatch.stage.in_((READY, WAITING)))
        found = db.session.scalars(open_ones.order_by(Dispatch.id.desc())).first()
        version = db.session.get_one(Request, found.request_id).lock_version
        path = f"/letters/{found.id}/sent"
    form = {"version": version, "way": "hand", "on": "vandaag", "own": "y"}
    return scene.browsers["bert"].send("POST", path, form)


def _save_text(scene: Any) -> Any:
    with scene.app.app_context():
        words = {f"{code}-words": said for code, said in words_of("grant", texts_now()).items()}
    return scene.browsers["hilde"].send("POST", "/letters/texts/grant", {**words, "seen": "0"})


def _ship_text(scene: Any) -> Any:
    """What was saved is taken back."""
    path, bea = "/letters/texts/question", scene.browsers["bea"]
    form = form_on(Page(bea.get(path)), path)
    assert bea.send("POST", path, form).status_code == 303
    return bea.send("POST", f"{path}/shipped", form_on(Page(bea.get(path)), f"{path}/shipped"))


def _save_translation(scene: Any) -> Any:
    path, hilde = "/letters/translations/fr/grant", scene.browsers["hilde"]
    return hilde.send("POST", path, form_on(Page(hilde.get(path)), path))


def _approve_translation(scene: Any) -> Any:
    path, bea = "/letters/translations/it/grant", scene.browsers["bea"]
    form = form_on(Page(bea.get(path)), f"{path}/approve")
    return bea.send("POST", f"{path}/approve", form)


def _logo(scene: Any) -> Any:
    sent = {"files": (io.BytesIO(photo()), "logo.jpg")}
    return scene.browsers["bea"].send("POST", "/letters/logo", sent)


def _explained(scene: Any) -> Any:
    """The client was told, and asks how to appeal."""
    number = scene.ids["proof"]["own"]
    with scene.app.app_context(), transaction() as session:
        session.get_one(Request, number).notified_on = NOW.date()
    return scene.browsers["an"].send("POST", f"/requests/{number}/appeals/letter")


HAPPY_LETTERS = {
    "appeals.explain": _explained,
    "letters.sent": _sent,
    "letters.run_sent": _run_sent,
    "letters.start_run": _start,
    "letters.run_again": _again,
    "letters.save_text": _save_text,
    "letters.ship_text": _ship_text,
    "letters.save_translation": _save_translation,
    "letters.approve_translation": _approve_translation,
    "letters.change_logo": _logo,
}
