"""Meetings, for the tests of access: one that Mia was convened to, one that she was not, and two that are over."""

from __future__ import annotations

import datetime as dt
from typing import Any

from core import clock
from core.clock import begin_of
from core.db import db, transaction
from fund.meetings.models import Item, Meeting, Member, Seat
from fund.meetings.votes.closing import frozen, hash_of
from intake.requests.models import Request
from intake.requests.queries import latest_version
from tests.fund.desk import decision_of, discount
from tests.world import NOW

COMMITTEE, OTHER = "bcsd", "subcommittee"
AHEAD = dt.datetime(2026, 12, 3, 18, 30, tzinfo=dt.UTC)


def meetings_in(scene: Any) -> None:
    """On an agenda that Mia may read stand An's open request and, decided, An's discount.

    On the agenda of the other body stands a request that no other row asks for.
    """
    elsewhere = discount(scene.app, scene.world, "zoë")
    with scene.app.app_context(), clock.at(NOW), transaction():
        mia, sara = scene.world.people["mia"], scene.world.people["sara"]
        own = _convened(COMMITTEE, scene.ids["request"]["own"], sara, mia)
        other = _convened(OTHER, elsewhere, sara)
        proved = scene.ids["proof"]["own"]
        spoken = _closed(1, proved, sara, mia, until_on=dt.date(2026, 12, 1))
        past = _closed(2, proved, sara, mia, until_on=dt.date(2026, 11, 1))
        seat = Seat(
            body=OTHER,
            person_id=mia,
            from_on=dt.date(2026, 1, 1),
            until_on=dt.date(2026, 6, 30),
            given_by_id=scene.world.people["hilde"],
        )
        db.session.add(seat)
        db.session.flush()
        scene.ids["meeting"] = {"own": own.meeting_id, "other": other.meeting_id}
        scene.ids["item"] = {"own": own.id, "other": other.id}
        scene.ids["spoken_item"] = {"own": spoken.id, "other": past.id}
        scene.ids["spoken_meeting"] = {"own": spoken.meeting_id, "other": past.meeting_id}
        scene.ids["seat"] = {"own": seat.id}
    whole = dict.fromkeys(("own", "other"), "agenda")
    scene.ids["kind"] = whole | {"crossed": "nothing"}


def _convened(body: str, request_id: int, by: int, *members: int) -> Item:
    """A meeting that is still to come, with one request on its agenda."""
    meeting = Meeting(
        body=body, year=2026, number=9, starts_at=AHEAD, stage="convened", planned_by_id=by
    )
    return _with_item(meeting, request_id, members, stage="pending")


def _closed(number: int, request_id: int, by: int, *members: int, until_on: dt.date) -> Item:
    """One that is over, and decided this; its members read its files until that day."""
    held_at = begin_of(dt.date(2026, 11, 17))
    meeting = Meeting(
        body=COMMITTEE,
        year=2026,
        number=number,
        starts_at=held_at,
        stage="closed",
        planned_by_id=by,
        closed_at=held_at,
        access_until_on=until_on,
    )
    item = _with_item(
        *(meeting, request_id, members),
        stage="adopted",
        voted_at=held_at,
        by_consensus=True,
        decision=decision_of(request_id),
    )
    meeting.decided = [frozen(item)]
    meeting.decided_hash = hash_of(meeting.decided)
    return item


def _with_item(meeting: Meeting, request_id: int, members: Any, **how: Any) -> Item:
    request = db.session.get_one(Request, request_id)
    meeting.members = [Member(person_id=one, is_chair=False) for one in members]
    item = Item(
        meeting=meeting,
        request=request,
        position=1,
        kind="decide",
        outcome="granted",
        granted_cents=request.proposed_cents,
        assessed_cents=request.proposed_cents,
        request_version_id=latest_version(request).id,
        drafted_by_id=meeting.planned_by_id,
        drafted_at=NOW,
        is_clean=True,
        **how,
    )
    db.session.add_all([meeting, item])
    db.session.flush()
    return item
