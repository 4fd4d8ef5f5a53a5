"""What is in use does not lose its right by a new version: statuses, categories, as counts without names."""

from __future__ import annotations

import datetime as dt

import pytest

from core.clock import at
from core.db import db, transaction
from intake.people.models import ClientStatus
from intake.requests.in_use import InUse, categories_in_use, statuses_in_use
from tests.fund.desk import discount, filed, grant
from tests.inspector import Page
from tests.regulation.wording import brought_in, text_of
from tests.rules.test_enact import DECIDED, address, refused

TODAY = dt.date(2026, 11, 24)
NO_YOUTH = {'except = ["school_trip"]': 'except = ["school_trip", "membership_youth"]'}


def lost(page: Page) -> list[tuple[str, ...]]:
    """The rows of the table of what would be lost."""
    return [tuple(page.text(cell) for cell in row) for row in page.all("tr")][1:]


def dropping_status(number: int = 2) -> str:
    return text_of(number, words={"increased_reimbursement": "leefloon"})


def test_a_status_in_use_keeps_its_right(app, sign_in, world):
    filed(app, world, "noor")
    filed(app, world, "emir")
    version_id, bea = brought_in(app, dropping_status()), sign_in("bea")
    page = bea.page(address(version_id))
    assert lost(page) == [("Verhoogde tegemoetkoming", "Cultuurfonds", "1 gezin")]
    answer = bea.send(address(version_id), {"from_on": "01/01/2027", **DECIDED})
    refused(app, answer, version_id)
    assert lost(Page(answer)) == lost(page)


def test_a_category_in_use_keeps_its_right(app, sign_in, world):
    filed(app, world, "noor")
    filed(app, world, "emir")
    version_id = brought_in(app, text_of(2, words=NO_YOUTH))
    page = sign_in("bea").page(address(version_id))
    assert lost(page) == [("Lidgeld jeugdbeweging", "Cultuurfonds", "2 aanvragen")]


def test_counts_name_nobody(app, sign_in, world):
    filed(app, world, "noor")
    page = sign_in("bea").page(address(brought_in(app, dropping_status())))
    for name in ("Noor", "Lena", "Peeters", "20177", "2026-0001"):
        assert name not in page.text()


def test_what_nobody_uses_may_go(app, sign_in, world):
    discount(app, world)
    for words in (NO_YOUTH, {'except = ["school_trip"]': 'except = ["school_trip", "swimming"]'}):
        number = 2 if words is NO_YOUTH else 3
        version_id = brought_in(app, text_of(number, words=words))
        assert lost(sign_in("bea").page(address(version_id))) == []


@pytest.mark.parametrize(("is_decided", "count"), [(True, 0), (False, 1)])
def test_what_was_used_and_decided_last_year_may_go(app, sign_in, world, is_decided, count):
    request_id = filed(app, world)
    if is_decided:
        grant(sign_in("bert"), request_id)
    version_id = brought_in(app, text_of(2, "2027-03-01", words=NO_YOUTH))
    assert len(lost(sign_in("bea").page(address(version_id)))) == 1
    with at(dt.datetime(2027, 2, 1, 9, tzinfo=dt.UTC)):
        assert len(lost(sign_in("bea").page(address(version_id)))) == count


@pytest.mark.parametrize("ended", [True, False])
def test_a_status_that_nobody_holds_any_more_may_go(app, sign_in, world, ended):
    filed(app, world)
    with app.app_context(), transaction():
        for status in db.session.query(ClientStatus):
            status.until_on = dt.date(2026, 11, 23) if ended else status.until_on
    version_id = brought_in(app, dropping_status())
    assert len(lost(sign_in("bea").page(address(version_id)))) == (0 if ended else 1)


def test_in_use_are_this_years_and_open_requests_by_kind(app, world):
    filed(app, world, "noor")
    discount(app, world, "lena")
    filed(app, world, "karim", by="arne")
    with app.app_context():
        assert categories_in_use(TODAY) == [
            InUse("discount", "swimming", 1), InUse("fund", "membership_youth", 2)
        ]  # fmt: skip
        assert statuses_in_use(TODAY) == [
            InUse("discount", "increased_reimbursement", 1),
            InUse("fund", "increased_reimbursement", 2),
        ]
