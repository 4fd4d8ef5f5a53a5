"""Several at once: one form, one receipt, a request and a decision for each person and wish."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from core.db import db
from intake.requests.models import Filing, Request
from tests.inspector import Page
from tests.requests.several import asked, line, sent, swims, ticked
from tests.requests.steps import CHIRO, HTMX, errors, said


def test_each_person_gets_a_request_with_a_number_and_there_is_one_receipt(sign_in, world, app):
    an = sign_in("an")
    receipt = sent(an, ticked(an, world, "noor", "emir"))
    assert "Ingediend: 2026-0001, 2026-0002." in said(receipt)
    assert "Noor Peeters" in said(receipt)
    assert "Emir Peeters" in said(receipt)
    assert asked(app) == [("Noor", CHIRO, 4000, 3600), ("Emir", CHIRO, 4000, 3600)]
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Filing)) == 1


def test_a_line_says_only_what_is_different(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor", cost="35") | swims(world, "l2", "emir", cost_on="3/9")
    sent(an, ticked(an, world, "noor", "emir", **own))
    assert [one[:3] for one in asked(app)] == [
        ("Noor", CHIRO, 3500),
        ("Emir", "Zwemles, reeks van 10", 6000),
    ]
    with app.app_context():
        days = db.session.scalars(select(Request.cost_on).order_by(Request.id)).all()
        assert [day.isoformat() for day in days] == ["2026-11-24", "2026-09-03"]


def test_another_activity_takes_no_price_or_payers_from_above(sign_in, world):
    an = sign_in("an")
    own = swims(world, "l2", "emir", cost="")
    fields = ticked(an, world, "noor", "emir", part_school="5", **own)
    assert errors(an.post("/filings", data=fields)) == ["Emir: Vul de prijs in."]


def test_one_person_may_ask_several_things(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor") | swims(world, "l2", "noor")
    sent(an, ticked(an, world, "noor", **own))
    assert [one[:2] for one in asked(app)] == [
        ("Noor", CHIRO),
        ("Noor", "Zwemles, reeks van 10"),
    ]


def test_a_line_that_was_added_and_never_filled_in_asks_nothing(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor") | line(world, "l2", "noor")
    sent(an, ticked(an, world, "noor", **own))
    assert len(asked(app)) == 1


def test_a_line_that_was_added_comes_last_also_with_a_key_that_came_free(sign_in, world, app):
    an = sign_in("an")
    own = swims(world, "l4", "noor") | line(world, "l1", "noor")  # in this order on the page
    sent(an, ticked(an, world, "noor", **own))
    assert [one[:2] for one in asked(app)] == [("Noor", "Zwemles, reeks van 10")]


def test_the_same_form_sent_twice_gives_the_same_receipt(sign_in, world, app):
    an = sign_in("an")
    fields = ticked(an, world, "noor", "emir", "lena")
    places = {an.post("/filings", data=fields).location for _ in range(2)}
    assert len(places) == 1
    assert len(asked(app)) == 3


def test_the_ticks_bring_a_line_for_each_with_fields_of_its_own(sign_in, world):
    an = sign_in("an")
    fields = ticked(an, world, "noor", "emir")
    answer = an.post("/filings/assess", data=fields, headers=HTMX)
    assert answer.headers["HX-Trigger"] == "lines-changed"
    lines = an.post("/filings/assess", data=fields, headers=HTMX | {"HX-Target": "lines"})
    page = Page(lines)
    assert [page.by_id(f"l{number}-cost") is not None for number in (1, 2, 3)] == [
        True,
        True,
        False,
    ]
    assert "Emir, 12 jaar" in said(page)


def test_without_javascript_a_button_brings_the_lines_and_one_more(sign_in, world):
    an = sign_in("an")
    fields = ticked(an, world, "noor", "emir", more=str(world.clients["emir"]))
    form = Page(an.post("/filings/assess", data=fields)).form("/filings")
    emir = str(world.clients["emir"])
    assert [form[f"l{number}-client_id"] for number in (2, 3)] == [emir, emir]
    assert "l4-client_id" not in form


def test_the_offer_is_searched_for_one_line(sign_in, world):
    an = sign_in("an")
    own = line(world, "l1", "noor") | line(world, "l2", "emir", what="zwem")
    fields = ticked(an, world, "noor", "emir", **own)
    at_line = HTMX | {"HX-Target": "l2-what-options"}
    page = Page(an.post("/filings/activities", data=fields, headers=at_line))
    assert page.by_id("l2-what-options") is not None
    assert '"l2-activity_id"' in page.all("li")[0].get("data-fill")
    above = HTMX | {"HX-Target": "what-options"}
    page = Page(an.post("/filings/activities", data=fields, headers=above))
    assert page.by_id("what-options") is not None
    found = Page(an.post("/filings/activities", data=fields | {"search": "l2"}))
    assert found.by_id(f"l2-picked-{world.activities['zwemles']}") is not None


def test_what_is_picked_without_javascript_fills_in_its_line(sign_in, world):
    an = sign_in("an")
    own = line(world, "l2", "emir", what="zwem", picked_id=str(world.activities["zwemles"]))
    fields = ticked(an, world, "noor", "emir", **own)
    form = Page(an.post("/filings/assess", data=fields)).form("/filings")
    assert (form["l2-what"], form["l2-cost"]) == ("Zwemles, reeks van 10", "60,00")
    assert form["what"] == CHIRO


def test_a_draft_comes_back_with_all_its_lines(sign_in, world):
    an = sign_in("an")
    own = swims(world, "l2", "emir", cost="1.2.3", cost_on="gisteren") | {"l2-bogus": "x"}
    fields = ticked(an, world, "noor", "emir", **own)
    place = f"/filings/drafts/{fields['draft_id']}"
    assert an.post(place, data=fields, headers=HTMX).status_code == 200
    again = an.page(place).form("/filings")
    for name in ("l2-client_id", "l2-what", "l2-cost", "l2-cost_on", "l2-activity_id", "what"):
        assert again[name] == fields[name], name
    assert "l2-bogus" not in again
    assert "Noor Peeters, Emir Peeters" in said(an.page("/requests?state=drafts"))


def test_one_tick_less_is_the_plain_form_again(sign_in, world):
    an = sign_in("an")
    own = line(world, "l1", "noor", evidence_seen="unpaid_bill") | line(world, "l2", "emir")
    fields = ticked(an, world, "noor", **own)
    page = Page(an.post("/filings/assess", data=fields))
    form = page.form("/filings")
    assert "l1-client_id" not in form
    assert form["evidence_seen"] == "unpaid_bill"


@pytest.mark.parametrize(("who", "status"), [("karim", 404), ("zoë", 422)])
def test_who_is_not_of_the_household_cannot_be_ticked(sign_in, world, app, who, status):
    an = sign_in("an")
    answer = an.post("/filings", data=ticked(an, world, "noor", who))
    assert answer.status_code == status
    assert asked(app) == []


def test_a_line_of_somebody_who_is_not_ticked_is_not_asked(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor") | swims(world, "l2", "karim") | swims(world, "l3", "emir")
    sent(an, ticked(an, world, "noor", **own))
    assert [one[0] for one in asked(app)] == ["Noor"]


def test_twelve_is_the_most_in_one_go(sign_in, world, app):
    an = sign_in("an")
    own = {}
    for number in range(1, 14):
        own |= swims(world, f"l{number}", "noor")
    answer = an.post("/filings", data=ticked(an, world, "noor", **own))
    assert "Meer dan 12 aanvragen in één keer gaat niet." in errors(answer)
    assert asked(app) == []
