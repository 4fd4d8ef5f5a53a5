"""A draft becomes a version when it reads and its examples come out; somebody else puts it into force."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.db import db
from regulation.drafts.models import RuleDraft
from regulation.versions.models import RuleVersion
from tests.drafts.desk import SIX, address, begun, save
from tests.inspector import Page

CAP = "schemes/cultuurfonds/caps/kind"


def bring_in(browser, draft_id: int):
    where = f"/regulation/drafts/{draft_id}/bring-in"
    return browser.send(where, browser.page(where).form(where))


def newest(app) -> RuleVersion:
    with app.app_context():
        return db.session.scalars(select(RuleVersion).order_by(RuleVersion.id.desc())).first()


def test_a_draft_that_is_right_becomes_the_next_version(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, "validity"), {"from": "01/01/2027", "open": ""})
    answer = bring_in(hilde, draft_id)
    assert answer.location.endswith(f"/regulation/versions/{newest(app).id}")
    version = newest(app)
    assert (version.version, version.origin) == (2, "example")
    assert version.brought_in_by_id is not None
    with app.app_context():
        assert db.session.get(RuleDraft, draft_id).brought_in_id == version.id
    hilde.page(f"/regulation/drafts/{draft_id}", status=404)


def test_the_one_who_brought_it_in_cannot_put_it_into_force(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, "validity"), {"from": "01/01/2027", "open": ""})
    enact = bring_in(hilde, draft_id).location + "/enact"
    council = {"council_on": "10/12/2026", "council_number": "184"}
    assert "Iemand anders" in Page(hilde.send(enact, council)).text()
    assert newest(app).in_force_at is None


def refused(sign_in, change, words: str) -> Page:
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    change(hilde, draft_id)
    answer = bring_in(hilde, draft_id)
    assert answer.status_code == 422
    page = Page(answer)
    assert words in page.text(page.by_id("error-summary"))
    return page


def test_it_is_refused_while_an_example_does_not_come_out(app, sign_in):
    def change(hilde, draft_id):
        save(hilde, address(draft_id, CAP), {"limit": "120"})

    refused(sign_in, change, "Dit voorbeeld klopt niet")
    assert newest(app).version == 1


def test_it_is_refused_while_it_does_not_read(app, sign_in):
    def change(hilde, draft_id):
        gone = f"/regulation/drafts/{draft_id}/remove/schemes/cultuurfonds/amounts/0"
        hilde.send(gone, hilde.page(gone).form(gone))

    refused(sign_in, change, "Schrijf minstens één bedrag")
    assert newest(app).version == 1


def test_it_is_refused_while_articles_have_no_number(app, sign_in):
    hilde = sign_in("hilde")
    answer = hilde.send("/regulation/drafts/new", SIX)
    answer = bring_in(hilde, int(answer.location.rsplit("/", 1)[1]))
    assert "Vul het nummer van dit artikel nog in" in Page(answer).text()


def test_what_somebody_changed_meanwhile_is_not_brought_in_unseen(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    where = f"/regulation/drafts/{draft_id}/bring-in"
    asked = hilde.page(where).form(where)
    save(bea, address(draft_id, CAP), {"title": "Anders"})
    assert hilde.send(where, asked).status_code == 409
    assert newest(app).version == 1


@pytest.mark.parametrize("act", ["discard"])
def test_a_draft_is_thrown_away_after_a_question(app, sign_in, act):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    where = f"/regulation/drafts/{draft_id}/{act}"
    assert hilde.send(where, hilde.page(where).form(where)).status_code == 303
    hilde.page(f"/regulation/drafts/{draft_id}", status=404)
    assert "Geen ontwerpen" in hilde.page("/regulation/drafts").text()
