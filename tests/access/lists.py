"""Lists that somebody brings in, for the tests of access."""

from __future__ import annotations

from core.db import db, transaction
from fund.takeover.models import Takeover
from tests.access.scene import LISTS, upload_of


def taking_over(scene, act=""):
    """A list that the head brings in, and what is done with it."""
    address = upload_of(scene, "hilde", *LISTS["hilde"])
    return scene.browsers["hilde"].send("POST", f"{address}/{act}") if act else None


def take_over_again(scene):
    """What went wrong, looked at once more."""
    number = scene.ids["takeover"]["hilde"]
    with scene.app.app_context(), transaction():
        db.session.get_one(Takeover, number).job.state = "failed"
    return scene.browsers["hilde"].send("POST", f"/takeover/{number}/again")
