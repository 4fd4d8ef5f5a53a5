"""Once a new version is in force: nothing old changes, and new requests are judged by it from its first day."""

from __future__ import annotations

import datetime as dt

import pytest

from core.clock import at
from core.db import db
from fund.models import Decision
from intake.requests.models import Request
from intake.requests.queries import latest_version
from tests.fund.desk import decision_of, filed, grant
from tests.regulation.wording import brought_in, text_of
from tests.rules.test_enact import pressed

LOWER = {"limit = 100": "limit = 60"}
NEXT_DAY = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
# The first instant of 2027 in Brussels.
MIDNIGHT = dt.datetime(2026, 12, 31, 23, tzinfo=dt.UTC)


def enacted(app, sign_in, begins: str) -> int:
    """A version in force from a day, with a lower cap for a child."""
    text = text_of(2, begins, words=LOWER)
    version_id = brought_in(app, text[: text.index("[[cases]]")])  # which expect the old cap
    assert pressed(sign_in("bea"), version_id).status_code == 303
    return version_id


@pytest.fixture
def lower(app, sign_in) -> int:
    return enacted(app, sign_in, "2027-01-01")


def frozen(app, request_id: int) -> dict[str, object]:
    """The whole record of a decision, and what it left on the request."""
    with app.app_context():
        decision, request = decision_of(request_id), db.session.get_one(Request, request_id)
        columns = [column.key for column in Decision.__table__.columns]
        kept = {name: getattr(decision, name) for name in columns}
        return kept | {"granted_cents": request.granted_cents, "reasons": request.reasons}


def judged_by(app, request_id: int) -> int:
    with app.app_context():
        return latest_version(db.session.get_one(Request, request_id)).rule_version_id


def test_a_decided_request_and_its_pages_stay_as_they_were(app, sign_in, world):
    request_id = filed(app, world)
    bert, an = sign_in("bert"), sign_in("an")
    grant(bert, request_id)
    bert.get("/worklist")  # the notice of the decision is shown once

    def told() -> tuple[dict[str, object], str, str]:
        with at(NEXT_DAY):
            decided = bert.page(f"/worklist/{request_id}").text()
            return frozen(app, request_id), decided, an.page(f"/requests/{request_id}").text()

    before = told()
    enacted(app, sign_in, "2026-11-25")
    assert told() == before


@pytest.mark.parametrize(
    ("instant", "version", "cents"),
    [(MIDNIGHT - dt.timedelta(seconds=1), 1, 10_000), (MIDNIGHT, 2, 6_000)],
)
def test_a_request_is_judged_by_the_version_of_its_day(app, world, lower, instant, version, cents):
    with at(instant):
        request_id = filed(app, world, cost_on=dt.date(2026, 12, 31))
    assert judged_by(app, request_id) == {1: 1, 2: lower}[version]
    with app.app_context():
        assert db.session.get_one(Request, request_id).proposed_cents == cents


def test_an_open_request_is_decided_by_the_rule_of_its_day(app, sign_in, world, lower):
    request_id = filed(app, world)
    with at(MIDNIGHT):
        page = sign_in("bert").page(f"/worklist/{request_id}")
    assert page.form(f"/worklist/{request_id}/grant")["shown_cents"] == "10000"
