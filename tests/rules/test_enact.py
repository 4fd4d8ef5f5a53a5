"""A rule into force: by a second person, from a day, by the council's decision; refused with a sentence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from accounts.queries import account_by_username
from core.db import db, transaction
from core.errors import NotThere
from fund.rules.actions import enact
from regulation.versions.models import RuleVersion
from regulation.versions.queries import version_of
from tests.counting import queries_of
from tests.fund.desk import filed
from tests.inspector import Page
from tests.regulation.wording import PUBLISHED, brought_in, failing, text_of
from tests.world import COUNCIL

FORM_QUERIES = 7
DECIDED = {"council_on": "17/11/2026", "council_number": "2026/311"}


def address(version_id: int) -> str:
    return f"/regulation/versions/{version_id}/enact"


def pressed(browser, version_id: int, **typed: str) -> Any:
    """The form as it stands there, with what is typed."""
    form = browser.page(address(version_id)).form(address(version_id))
    return browser.post(address(version_id), data={**form, **DECIDED, **typed})


def stored(app, version_id: int) -> RuleVersion:
    with app.app_context():
        return version_of(version_id)


def refused(app, answer, version_id: int, field: str | None = None) -> str:
    """What the page says after a refusal, beside the field where there is one; nothing changed."""
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout: Versie 2 in werking stellen")
    assert stored(app, version_id).in_force_at is None
    summary = page.text(page.by_id("error-summary"))
    if field:
        assert page.text(page.by_id(f"{field}-error")) in summary
    return summary


@pytest.mark.parametrize(("first", "second"), [("hilde", "bea"), ("bea", "hilde")])
def test_a_second_person_puts_it_into_force(app, sign_in, world, first, second):
    version_id, browser = brought_in(app, text_of(2), by=first), sign_in(second)
    answer = pressed(browser, version_id)
    assert answer.status_code == 303
    assert "Versie 2 treedt in werking." in browser.page(answer.location).text()
    version = stored(app, version_id)
    assert (version.valid_from, version.in_force_by_id) == (
        dt.date(2027, 1, 1),
        world.people[second],
    )
    assert (version.council_on, version.council_number) == (dt.date(2026, 11, 17), "2026/311")


def test_the_one_before_ends_the_day_before_the_chosen_day(app, sign_in):
    version_id = brought_in(app, text_of(2))
    pressed(sign_in("bea"), version_id, from_on="01/03/2027")
    assert stored(app, version_id).valid_from == dt.date(2027, 3, 1)
    assert stored(app, 1).valid_until == dt.date(2027, 2, 28)


def test_who_brought_it_in_is_told_that_somebody_else_does_it(app, sign_in):
    version_id, hilde = brought_in(app, text_of(2), by="hilde"), sign_in("hilde")
    page = hilde.page(address(version_id))
    assert "Iemand anders laat ze ingaan." in page.text()
    assert page.by_id("from_on") is None
    answer = hilde.send(address(version_id), {"from_on": "01/01/2027", **DECIDED})
    assert "Iemand anders laat ze ingaan." in refused(app, answer, version_id)


@pytest.mark.parametrize(
    ("text", "said"),
    [(failing(2), "8 voorbeelden kloppen niet"), (PUBLISHED, "geen eerste dag")],
)
def test_what_stands_in_the_way_is_told_before_and_after(app, sign_in, text, said):
    version_id, browser = brought_in(app, text), sign_in("bea")
    assert said in browser.page(address(version_id)).text()
    answer = browser.send(address(version_id), {"from_on": "01/01/2027", **DECIDED})
    assert answer.status_code == 422
    assert said in Page(answer).text()
    assert stored(app, version_id).in_force_at is None


def test_putting_it_into_force_twice_is_refused(app, sign_in):
    version_id, browser = brought_in(app, text_of(2)), sign_in("bea")
    form = browser.page(address(version_id)).form(address(version_id)) | DECIDED
    assert browser.post(address(version_id), data=form).status_code == 303
    again = browser.post(address(version_id), data=form)
    assert again.status_code == 422
    assert "al van kracht" in Page(again).text()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("from_on", ""), ("from_on", "31/02/2027"), ("from_on", "01/01/0001"),
        ("from_on", "31/12/9999"), ("from_on", "31/12/2026"), ("from_on", "01/01/2029"),
        ("council_on", ""), ("council_on", "25/11/2026"), ("council_on", "morgen"),
        ("council_number", " "), ("council_number", "n" * 41),
    ],
)  # fmt: skip
def test_each_field_is_told_when_it_is_wrong(app, sign_in, field, typed):
    version_id = brought_in(app, text_of(2, ends="2028-12-31"))
    answer = pressed(sign_in("bea"), version_id, **{field: typed})
    refused(app, answer, version_id, field)
    assert Page(answer).form(address(version_id))["council_number"].strip() != "" or typed == " "


def test_days_of_another_version_are_refused_at_the_day(app, sign_in):
    bea = sign_in("bea")
    assert pressed(bea, brought_in(app, text_of(3, "2028-01-01"))).status_code == 303
    version_id = brought_in(app, text_of(2, "2028-01-01"))
    assert "Versie 3 is van kracht" in refused(app, pressed(bea, version_id), version_id, "from_on")


def test_days_without_a_rule_are_refused_at_the_day(app, sign_in):
    bea = sign_in("bea")
    assert pressed(bea, brought_in(app, text_of(3, ends="2027-12-31"))).status_code == 303
    version_id = brought_in(app, text_of(2, "2028-02-01"))
    summary = refused(app, pressed(bea, version_id), version_id, "from_on")
    assert "Begin op 01/01/2028" in summary


def test_a_day_with_requests_keeps_the_rule_they_were_judged_by(app, sign_in, world):
    filed(app, world)
    version_id, bea = brought_in(app, text_of(2, "2026-01-01")), sign_in("bea")
    offered = bea.page(address(version_id)).form(address(version_id))
    assert offered["from_on"] == "25/11/2026"
    answer = pressed(bea, version_id, from_on="24/11/2026")
    assert "1 aanvraag van deze dag of later" in refused(app, answer, version_id, "from_on")
    assert pressed(bea, version_id).status_code == 303


def test_a_withdrawn_request_binds_no_day(app, sign_in, world):
    request_id, an = filed(app, world), sign_in("an")
    path = f"/requests/{request_id}/withdraw"
    form = an.page(f"/requests/{request_id}").form(path)
    assert an.post(path, data={**form, "why": "niet meer nodig"}).status_code == 303
    version_id, bea = brought_in(app, text_of(2, "2026-11-24")), sign_in("bea")
    assert pressed(bea, version_id, from_on="24/11/2026").status_code == 303


def test_the_last_door_asks_for_the_permission_too(app):
    version_id = brought_in(app, text_of(2))
    with app.app_context(), pytest.raises(NotThere), transaction():
        enact(
            version_of(version_id),
            by=account_by_username("bert"),
            from_on=dt.date(2027, 1, 1),
            council=COUNCIL,
        )
    with app.app_context():
        db.session.rollback()


def test_the_form_asks_this_much(app, sign_in, world):
    filed(app, world)
    version_id, bea = brought_in(app, text_of(2)), sign_in("bea")
    bea.get(address(version_id))
    with queries_of(app) as asked:
        bea.page(address(version_id))
    assert len(asked) == FORM_QUERIES, "\n".join(asked)
