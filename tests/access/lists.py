"""Lists that somebody brings in, for the tests of access."""

from __future__ import annotations

from core.db import db, transaction
from fund.takeover.models import Takeover
from tests.access.scene import LISTS, TAKEOVERS, upload_of


def taking_over(who, act=""):
    """A list that somebody brings in, and what is done with it."""

    def happen(scene):
        address = upload_of(scene, who, *LISTS[who])
        return scene.browsers[who].send("POST", f"{address}/{act}") if act else None

    return happen


def take_over_again(who):
    """What went wrong, looked at once more."""

    def happen(scene):
        number, kind = scene.ids["takeover"][who], LISTS[who][0]
        with scene.app.app_context(), transaction():
            db.session.get_one(Takeover, number).job.state = "failed"
        return scene.browsers[who].send("POST", f"{TAKEOVERS[kind]}/{number}/again")

    return happen


def happy_takeovers(name, who):
    """Each route of the one who takes over, done once."""
    acts = ("columns", "store", "drop")
    return {
        f"{name}.upload": taking_over(who),
        **{f"{name}.{act}": taking_over(who, act) for act in acts},
        f"{name}.again": take_over_again(who),
    }
