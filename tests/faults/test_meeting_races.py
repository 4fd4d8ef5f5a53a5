"""Two secretaries on one item, and on the end of one session, at the same moment: one of them is first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from flask import Flask

from core import audit, clock
from core.db import db
from fund.meetings.models import Item
from fund.models import Decision
from tests.faults.houses import forget_session
from tests.faults.test_twice import browser_of, post_together
from tests.fund.desk import committed, request_of
from tests.inspector import InspectingClient
from tests.meetings.desk import committee, convened, item, opened, stage
from tests.world import NOW, World, world_of

TIMES = 3
FOR, AGAINST = {"for_n": "3"}, {"against_n": "3"}
NIGHT = NOW + dt.timedelta(days=9)


@pytest.fixture(scope="module")
def world(town: Flask) -> World:
    with clock.at(NOW), town.app_context():
        committee(town)
        return world_of()


@pytest.fixture
def windows(town: Flask, world: World) -> tuple[InspectingClient, InspectingClient]:
    """Of one who records, on two machines."""
    with clock.at(NOW):
        return browser_of(town, "sara"), browser_of(town, "sara")


def at_once(windows: Any, page: str, action: str, *typed: dict[str, str]) -> list[int]:
    """Both send this form as it stands on the page, each with what was typed there."""
    forms = [one.page(page).form(action) | own for one, own in zip(windows, typed, strict=True)]
    posts = [(one, action, form) for one, form in zip(windows, forms, strict=True)]
    return sorted(answer.status_code for answer in post_together(*posts, at=NIGHT))


@pytest.mark.parametrize(
    ("who", "typed"), [("noor", (FOR, AGAINST)), ("emir", (FOR, FOR)), ("zoë", (AGAINST, AGAINST))]
)
def test_one_item_has_one_outcome(
    town: Flask, world: World, windows: Any, who: str, typed: tuple[dict[str, str], dict[str, str]]
) -> None:
    for _ in range(TIMES):
        with clock.at(NOW):
            meeting_id, (item_id,) = convened(town, world, windows[0], who)
        with clock.at(NIGHT):
            opened(town, windows[0], meeting_id)
            before = money(town)
            page = f"/meetings/items/{item_id}"
            assert at_once(windows, page, f"{page}/vote", *typed) == [303, 409]
            with town.app_context():
                forget_session()
                row = db.session.get_one(Item, item_id)
                is_for = row.votes_for > row.votes_against
                made = db.session.query(Decision).filter_by(request_id=row.request_id).all()
                assert row.stage == ("adopted" if is_for else "rejected")
                assert [one.id for one in made] == ([row.decision_id] if is_for else [])
                granted_cents = request_of(row.request_id).granted_cents
                assert (granted_cents > 0) == is_for
                assert committed() == before + granted_cents
                assert audit.verify(db.session()) is None


def test_one_session_closes_once(town: Flask, world: World, windows: Any) -> None:
    for _ in range(TIMES):
        with clock.at(NOW):
            meeting_id, (item_id,) = convened(town, world, windows[0], "lena")
        with clock.at(NIGHT):
            opened(town, windows[0], meeting_id)
            page = f"/meetings/{meeting_id}"
            assert at_once(windows, page, f"{page}/close", {}, {}) == [303, 409]
            assert stage(town, meeting_id) == "closed"
            assert item(town, item_id, "stage") == ["postponed"]


def money(town: Flask) -> int:
    with town.app_context():
        forget_session()
        return committed()
