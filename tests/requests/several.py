"""What a worker types to ask several things in one go, for the tests of requests."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from core.db import db
from intake.requests.models import Request
from tests.inspector import InspectingClient, Page
from tests.requests.steps import filled
from tests.world import World

SWIM = {"what": "Zwemles, reeks van 10", "cost": "60,00"}


def ticked(browser: InspectingClient, world: World, *who: str, **changes: Any) -> dict[str, Any]:
    """The common request, the same for all of these; `changes` may hold fields of lines."""
    fields = filled(browser, world) | {"client_id": [str(world.clients[one]) for one in who]}
    return fields | changes


def line(world: World, key: str, who: str, **typed: str) -> dict[str, str]:
    """The fields of one line, as the page sends them."""
    return {f"{key}-client_id": str(world.clients[who])} | {
        f"{key}-{name}": value for name, value in typed.items()
    }


def swims(world: World, key: str, who: str, **typed: str) -> dict[str, str]:
    """A line with swimming lessons in place of what stands above."""
    activity = {"activity_id": str(world.activities["zwemles"])}
    return line(world, key, who, **(SWIM | activity | typed))


def sent(browser: InspectingClient, fields: dict[str, Any]) -> Page:
    """Submitted with success: the receipt."""
    response = browser.post("/filings", data=fields)
    assert response.status_code == 303, Page(response).text()
    return browser.page(response.location)


def asked(app: Any) -> list[tuple[str, str, int, int]]:
    """(name, what, price, proposed) of every request there is, in their order."""
    with app.app_context():
        rows = db.session.scalars(select(Request).order_by(Request.id)).all()
        return [(r.client.given_name, r.what, r.cost_cents, r.proposed_cents) for r in rows]
