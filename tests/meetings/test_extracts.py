"""Extracts after a meeting: of what was voted, of what was ratified or not, and all of them in one file."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from core.db import db
from fund.meetings.models import Meeting
from tests.fund.desk import days_later, decision_of, filed
from tests.meetings.desk import (
    committee,
    convened,
    done,
    item,
    item_of,
    opened,
    persons,
    planned,
    press,
    send,
)
from tests.meetings.test_urgent import spent, urgently

AGAINST = {"for_n": "0", "against_n": "4", "reasons": "De school betaalde al."}


@pytest.fixture
def sara(app, world, sign_in):
    committee(app, chair="bert")
    return sign_in("sara")


@pytest.fixture
def urgent(app, world, sara, sign_in):
    """What Bert, who chairs the body, granted at once: 9 euro."""
    request_id = filed(app, world, cost_cents=1_000, evidence_seen=("invoice",))
    done(urgently(sign_in("bert"), request_id))
    return request_id


def spoken(app, sara, request_id, **votes):
    """The next meeting spoke on it, and closed. The meeting and the item."""
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        one = item_of(app, request_id)
        done(press(sara, one, "vote", **votes))
        done(send(sara, meeting_id, "close"))
    return meeting_id, one


def line_of(app, meeting_id):
    """The one line of its frozen list."""
    with app.app_context():
        (line,) = db.session.get_one(Meeting, meeting_id).decided
        return line


def pages_of(browser, meeting_id):
    answer = browser.get(f"/meetings/{meeting_id}/extracts.pdf")
    assert answer.status_code == 200
    return [
        " ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(answer.data)).pages
    ]


def test_a_ratified_grant_has_its_extract_and_its_line(app, urgent, sara):
    meeting_id, one = spoken(app, sara, urgent)
    with days_later(9):
        link = sara.page(f"/meetings/items/{one}").by_id("extract")
        text = sara.page(link.get("href")).text()
    for words in ("bekrachtigd, iedereen akkoord", "Het kamp begint morgen.", "€ 9,00"):
        assert words in text, words
    assert "Waarom dit niet wordt bekrachtigd" not in text
    with app.app_context():
        decision = decision_of(urgent)
        known = (decision.number, decision.record_hash, 900)
    line = line_of(app, meeting_id)
    assert (line["decision"], line["record"], line["granted_cents"]) == known


def test_what_was_not_ratified_says_why_and_keeps_what_was_spent(app, urgent, sara):
    spent(app, urgent, 400)
    asks = {"recover": "3", "ground": "other_payer"}
    meeting_id, one = spoken(app, sara, urgent, **AGAINST, **asks)
    with days_later(9):
        text = sara.page(f"/meetings/items/{one}/extract").text().replace("\u00a0", " ")
    for words in (
        "niet bekrachtigd, 0 voor, 4 tegen",
        "De school betaalde al.",
        "Uitgegeven € 4,00",
        "Teruggevorderd € 3,00",
        "geld dat een ander voor dezelfde kosten betaalde",
        "Vrijgegeven € 5,00",
    ):
        assert words in text, words
    assert "intrekking" not in text
    line = line_of(app, meeting_id)
    assert (line["decision"], line["granted_cents"]) == (1, 400)


def test_all_extracts_come_in_one_file_each_on_its_own_leaf(app, world, urgent, sara):
    meeting_id, (first, second) = convened(app, world, sara, "emir", "lena")
    with days_later(9):
        opened(app, sara, meeting_id, "mia", "mo", "max", "bert")
        done(press(sara, item_of(app, urgent), "vote"))
        done(press(sara, first, "vote"))
        done(press(sara, second, "vote", for_n="2", against_n="2"))  # a tie decides nothing
        assert sara.page(f"/meetings/{meeting_id}").by_id("extracts") is None
        done(send(sara, meeting_id, "close"))
        link = sara.page(f"/meetings/{meeting_id}").by_id("extracts")
        assert link.get("data-key") == "u"
        assert link.get("href") == f"/meetings/{meeting_id}/extracts.pdf"
        pages = [one for one in pages_of(sara, meeting_id) if one]
    assert len(pages) == 2
    assert all("Uittreksel" in one and one.endswith("1 / 1") for one in pages)
    assert ["bekrachtigd" in one for one in pages] == [True, False]


def test_a_member_in_conflict_takes_no_extract_of_that_item(app, world, sara, sign_in):
    meeting_id, (one, other) = convened(app, world, sara, "emir", "lena")
    (mo,) = persons(app, "mo")
    action = f"/meetings/items/{one}/sit-out"
    form = sara.page(f"/meetings/items/{one}").form(action)
    done(sara.post(action, data=form | {"person": mo, "out": "conflict"}))
    with days_later(9):
        opened(app, sara, meeting_id)
        done(press(sara, one, "vote"))
        done(press(sara, other, "vote"))
        done(send(sara, meeting_id, "close"))
        (page,) = pages_of(sign_in("mo"), meeting_id)
    number = item(app, other, "request_id")[0]
    assert f"2026-{number:04}" in page


def test_a_meeting_that_decided_nothing_has_none(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "emir")
    with days_later(9):
        opened(app, sara, meeting_id)
        done(send(sara, meeting_id, "close"))
        assert sara.page(f"/meetings/{meeting_id}").by_id("extracts") is None
        assert sara.get(f"/meetings/{meeting_id}/extracts.pdf").status_code == 404
