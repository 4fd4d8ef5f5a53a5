"""A draft that is still being changed, tried on what was decided: by who may change it, and shown as a version is."""

from __future__ import annotations

import pytest

from tests.drafts.desk import address, begun, save
from tests.inspector import Page
from tests.replays.test_pages import NEW, ask, half, work

__all__ = ["half"]

PERCENT = "schemes/cultuurfonds/amounts/0"


@pytest.fixture
def draft_id(half, sign_in) -> int:
    """The rule in force, with half of the percentage."""
    hilde = sign_in("hilde")
    begin = begun(hilde)
    save(hilde, address(begin, PERCENT), {"percent": "45"})
    return begin


def test_the_page_of_a_draft_leads_to_its_trial(draft_id, sign_in):
    hilde = sign_in("hilde")
    page = hilde.page(hilde.page(f"/regulation/drafts/{draft_id}").by_id("try").get("href"))
    assert page.form(NEW)["version"] == f"draft:{draft_id}"


def test_the_head_sees_what_the_draft_would_change_with_examples(app, draft_id, sign_in):
    hilde = sign_in("hilde")
    where = ask(hilde, version=f"draft:{draft_id}")
    work(app)
    words = hilde.page(where).text().replace("\xa0", " ")
    assert "€ 72,00" in words
    assert "€ 36,00" in words
    assert "ontwerp van" in words


def test_the_administrator_tries_a_draft_on_whole_quarters_only(draft_id, sign_in):
    bea = sign_in("bea")
    typed = {
        **bea.page(NEW).form(NEW),
        "from_on": "1/1/2026",
        "until_on": "vandaag",
        "version": f"draft:{draft_id}",
    }
    answer = bea.post(NEW, data=typed)
    assert answer.status_code == 422
    assert "U ziet alleen totalen." in Page(answer).text()
    past = ask(bea, version=f"draft:{draft_id}", from_on="1/1/2025", until_on="31/12/2025")
    assert bea.get(past).status_code == 200


def test_a_draft_that_does_not_read_is_refused_at_its_field(draft_id, sign_in):
    hilde = sign_in("hilde")
    gone = f"/regulation/drafts/{draft_id}/remove/conditions/statuut"
    hilde.send(gone, hilde.page(gone).form(gone))
    assert hilde.page(f"/regulation/drafts/{draft_id}").by_id("try") is None
    typed = {**hilde.page(NEW).form(NEW), "version": f"draft:{draft_id}"}
    answer = hilde.post(NEW, data=typed)
    assert answer.status_code == 422
    assert "Dit ontwerp klopt nog niet." in Page(answer).text()


def test_a_draft_that_has_ended_is_not_offered(draft_id, sign_in):
    hilde = sign_in("hilde")
    end = f"/regulation/drafts/{draft_id}/discard"
    hilde.send(end, hilde.page(end).form(end))
    typed = {**hilde.page(NEW).form(NEW), "version": f"draft:{draft_id}"}
    assert hilde.post(NEW, data=typed).status_code == 422


def test_what_is_tried_is_what_the_draft_said_when_it_was_asked(app, draft_id, sign_in):
    hilde = sign_in("hilde")
    where = ask(hilde, version=f"draft:{draft_id}")
    save(hilde, address(draft_id, PERCENT), {"percent": "10"})
    work(app)
    assert "€ 36,00" in hilde.page(where).text().replace("\xa0", " ")
