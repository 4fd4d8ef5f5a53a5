"""Two people on one thing, or one form sent twice at the same moment, through the front door."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from core import clock
from core.db import db
from core.letters.letters import Letter
from intake.requests.models import Filing, Request
from tests.faults.amounts import SEED
from tests.faults.houses import forget_session
from tests.fund.desk import filed
from tests.inspector import InspectingClient, Page
from tests.requests.steps import filled, opened
from tests.world import NOW, World, world_of

TIMES = 5


@pytest.fixture
def world(town: Flask) -> World:
    with town.app_context():
        return world_of()


def browser_of(town: Flask, username: str) -> InspectingClient:
    return town.test_client().sign_in(username)  # type: ignore[attr-defined, no-any-return]


def post_together(
    *posts: tuple[InspectingClient, str, dict[str, Any]], at: dt.datetime = NOW
) -> list[Any]:
    """Send all at the same moment, each from a thread of its own."""
    line = threading.Barrier(len(posts))

    def send(post: tuple[InspectingClient, str, dict[str, Any]]) -> Any:
        browser, address, fields = post
        line.wait(60)
        with clock.at(at):
            return browser.post(address, data=fields)

    with ThreadPoolExecutor(len(posts)) as pool:
        return list(pool.map(send, posts))


@pytest.mark.usefixtures("at_now")
def test_the_second_of_two_approvers_reads_what_changed(town: Flask, world: World) -> None:
    bert, boris = browser_of(town, "bert"), browser_of(town, "boris")
    for _ in range(TIMES):
        request_id = filed(town, world, "karim", by="arne", cost_cents=500)
        grant, refuse = f"/worklist/{request_id}/grant", f"/worklist/{request_id}/refuse"
        first = bert.page(f"/worklist/{request_id}").form(grant)
        second = boris.page(f"/worklist/{request_id}").form(refuse)
        second |= {"reason_code": "other", "reasons": "Dat kan niet."}
        assert bert.post(grant, data=first).status_code == 303
        response = boris.post(refuse, data=second)
        assert response.status_code == 409
        said = Page(response)
        assert said.h1 == "Iemand anders was u voor"
        assert "Bert Bex" in said.text()


@pytest.mark.usefixtures("at_now")
def test_of_two_approvers_at_the_same_moment_one_decides(town: Flask, world: World) -> None:
    both = browser_of(town, "bert"), browser_of(town, "boris")
    for _ in range(TIMES):
        request_id = filed(town, world, "karim", by="arne", cost_cents=500)
        grant = f"/worklist/{request_id}/grant"
        forms = [one.page(f"/worklist/{request_id}").form(grant) for one in both]
        answers = post_together(
            *((one, grant, form) for one, form in zip(both, forms, strict=True))
        )
        assert sorted(answer.status_code for answer in answers) == [303, 409]


@pytest.mark.usefixtures("at_now")
def test_one_form_sent_twice_at_the_same_moment_is_one_filing(town: Flask, world: World) -> None:
    windows = browser_of(town, "an"), browser_of(town, "an")
    for place in range(TIMES):
        fields = filled(windows[0], world, "zoë", report=f"Seed {SEED}, {place}")
        again = {**fields, "csrf_token": opened(windows[1], world.clients["zoë"])["csrf_token"]}
        before = counted(town)
        answers = post_together((windows[0], "/filings", fields), (windows[1], "/filings", again))
        assert [answer.status_code for answer in answers] == [303, 303]
        assert answers[0].location == answers[1].location
        assert counted(town) == [number + 1 for number in before]


def counted(town: Flask) -> list[int]:
    """How many filings, requests and receipts there are."""
    with town.app_context():
        forget_session()
        return [
            int(db.session.scalar(select(func.count()).select_from(one)) or 0)
            for one in (Filing, Request, Letter)
        ]
