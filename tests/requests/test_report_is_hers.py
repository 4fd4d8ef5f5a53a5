"""The social report is the worker's own words: once filed, nobody edits it, and a draft is hers alone."""

from __future__ import annotations

import re

import pytest

from core.db import db
from intake.requests.models import Filing
from tests.people.test_handover import same_team
from tests.requests.steps import filled

WORDS = "Noor speelt veel alleen sinds de verhuis."
OTHERS = "Het gezin heeft het niet nodig."


def report_in(app):
    with app.app_context():
        return db.session.get_one(Filing, 1).report


@pytest.mark.parametrize("who", ["arne", "bert", "hilde", "an"])
def test_no_form_changes_a_report_that_was_filed(sign_in, world, app, who):
    """A colleague of the team, an approver, the head, herself: every form on the pages of the request,
    and the form of the filing sent again under its own key."""
    same_team(app, world)
    an = sign_in("an")
    fields = filled(an, world, report=WORDS)
    assert an.post("/filings", data=fields).status_code == 303
    browser = sign_in(who)
    token = {"csrf_token": browser.csrf()}
    for address in ("/requests/1", "/filings/1/receipt", "/worklist/1", "/requests/1/evidence"):
        shown = browser.get(address).get_data(as_text=True)
        for action in re.findall(r'<form[^>]*action="([^"]+)"', shown):
            assert action != "/filings", address
            if "sign-out" not in action:
                browser.post(action, data={**token, "report": OTHERS, "version": "1",
                                           "seen_version": "1", "why": "x", "question": "x"})  # fmt: skip
    again = browser.post("/filings", data=fields | token | {"report": OTHERS})
    assert again.status_code == (303 if who == "an" else 404)
    assert report_in(app) == WORDS


def test_a_draft_is_neither_read_nor_kept_by_a_colleague(sign_in, world, app):
    same_team(app, world)
    an, arne = sign_in("an"), sign_in("arne")
    fields = filled(an, world, report=WORDS)
    address = f"/filings/drafts/{fields['draft_id']}"
    assert an.post(address, data=fields).status_code == 303
    assert arne.get(address).status_code == 404
    sent = fields | {"report": OTHERS, "csrf_token": arne.csrf()}
    assert arne.post(address, data=sent).status_code == 404
    assert WORDS in an.get(address).get_data(as_text=True)
