"""Agendas elsewhere, for the tests of access: a meeting whose outcomes come back, and what is done with it once."""

from __future__ import annotations

import io
from typing import Any

from accounts.queries import account_by_username
from core import clock
from core.db import db, transaction
from fund.meetings.models import Item, Meeting
from intake.requests.models import Request
from intake.requests.queries import latest_version
from tests.fund.desk import filed
from tests.meetings.papers import word_file
from tests.world import NOW


def elsewhere_in(scene: Any) -> None:
    """One that was convened; nothing stands on its agenda, so that it changes nobody's request."""
    scene.ids["elsewhere"] = {"own": _convened(scene, 900)}


def _convened(scene: Any, number: int, request_id: int | None = None) -> int:
    with scene.app.app_context(), clock.at(NOW), transaction() as session:
        by = account_by_username("sara")
        meeting = Meeting(
            body="subcommittee",
            year=2026,
            number=number,
            starts_at=NOW,
            stage="convened",
            is_elsewhere=True,
            convened_at=NOW,
            planned_by_id=by.person_id,
        )
        session.add(meeting)
        if request_id is not None:
            request = session.get_one(Request, request_id)
            session.add(
                Item(
                    meeting=meeting,
                    request=request,
                    position=1,
                    kind="decide",
                    stage="pending",
                    outcome="granted",
                    granted_cents=100,
                    request_version_id=latest_version(request).id,
                    assessed_cents=100,
                    drafted_by_id=by.person_id,
                    drafted_at=NOW,
                )
            )
        session.flush()
        return int(meeting.id)


def stored(scene: Any) -> Any:
    """Its one item is put off."""
    meeting_id = _convened(scene, 901, filed(scene.app, scene.world, "emir"))
    with scene.app.app_context():
        (item,) = db.session.get_one(Meeting, meeting_id).items
    form = {
        "number": "14",
        "held_on": f"{NOW:%d/%m/%Y}",
        "items": str(item.id),
        f"item-{item.id}-seen": NOW.isoformat(),
        f"item-{item.id}-outcome": "put_off",
    }
    return scene.browsers["sara"].send("POST", f"/meetings/{meeting_id}/outcomes", form)


def template(scene: Any) -> Any:
    file = (io.BytesIO(word_file("{{naam}}")), "sjabloon.docx")
    return scene.browsers["hilde"].send("POST", "/meetings/template", {"file": file})


HAPPY_ELSEWHERE = {"meetings.store_outcomes": stored, "meetings.change_template": template}
