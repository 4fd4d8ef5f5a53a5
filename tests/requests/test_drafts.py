"""Drafts: nothing typed is lost, whatever its shape; nothing is overwritten; nobody else reads it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, text

from core.db import db
from core.drafts import Draft
from tests.inspector import Page
from tests.requests.steps import HTMX, filled, opened, said


def keep(browser, fields, **how):
    return browser.post(f"/filings/drafts/{fields['draft_id']}", data=fields, **how)


def kept(browser, fields):
    """The form as the draft gives it back."""
    return browser.page(f"/filings/drafts/{fields['draft_id']}").form("/filings")


def test_it_says_when_it_was_kept_and_the_address_becomes_the_drafts(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world)
    response = keep(an, fields, headers=HTMX)
    assert Page(response).by_id("draft-state").get("data-announce") == "Concept bewaard 10:30"
    assert response.headers["HX-Replace-Url"] == f"/filings/drafts/{fields['draft_id']}"


def test_it_comes_back_as_it_was_typed(sign_in, world):
    an = sign_in("an")
    fields = filled(
        an, world, client_id=str(world.clients["emir"]), cost="1.234.5", cost_on="gisteren",
        report="Eerste regel\nTweede “regel” 🎉 <b>", part_school="veel", kind="fund", reason="",
    )  # fmt: skip
    keep(an, fields, headers=HTMX)
    again = kept(an, fields)
    for name in set(fields) - {"csrf_token", "draft_version", "report"}:
        assert again[name] == fields[name], name
    assert again["report"].splitlines() == fields["report"].splitlines()


@pytest.mark.parametrize("value", ["x" * 100_000, "a\x00b", "\u202eabc", ""])
def test_any_text_can_be_kept(sign_in, world, value):
    an = sign_in("an")
    fields = filled(an, world, report=value)
    assert keep(an, fields, headers=HTMX).status_code == 200
    assert kept(an, fields)["report"] == value.replace("\x00", "")


def test_an_empty_form_can_be_kept(sign_in, world):
    an = sign_in("an")
    fields = opened(an, world.clients["noor"])
    assert keep(an, fields, headers=HTMX).status_code == 200
    assert kept(an, fields)["what"] == ""


def test_the_button_keeps_it_without_javascript_and_goes_to_the_list(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world)
    response = keep(an, fields)
    assert response.status_code == 303
    page = an.page(response.location)
    assert "Lidgeld Chiro, werkjaar" in said(page)
    assert "Noor Peeters" in said(page)
    assert page.link("Lidgeld Chiro") == f"/filings/drafts/{fields['draft_id']}"


def test_it_stands_sealed_in_the_database(sign_in, world, app):
    an = sign_in("an")
    keep(an, filled(an, world, report="Kanarievogel"), headers=HTMX)
    with app.app_context():
        rows = db.session.execute(text("SELECT * FROM draft")).all()
    assert len(rows) == 1
    assert "Kanarievogel" not in str(rows)


def test_filing_it_ends_the_draft_and_its_address_shows_the_receipt(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    keep(an, fields, headers=HTMX)
    receipt = an.post("/filings", data=fields).location
    assert an.get(f"/filings/drafts/{fields['draft_id']}").location == receipt
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Draft)) == 0


def test_a_late_autosave_brings_no_draft_back(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    an.post("/filings", data=fields)
    assert keep(an, fields, headers=HTMX).status_code == 200
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Draft)) == 0


def test_a_second_session_is_warned_and_nothing_is_overwritten(sign_in, world):
    first, second = sign_in("an"), sign_in("an")
    fields = filled(first, world, report="van het eerste scherm")
    keep(first, fields, headers=HTMX)
    stale = kept(second, fields)
    keep(first, fields | {"report": "nog iets bij"}, headers=HTMX)
    answer = keep(second, stale | {"report": "van het tweede"}, headers=HTMX)
    assert answer.status_code == 409
    assert "Er is niets overschreven" in said(Page(answer))
    assert kept(first, fields)["report"] == "nog iets bij"


def test_a_second_session_that_read_the_newest_goes_on(sign_in, world):
    first, second = sign_in("an"), sign_in("an")
    fields = filled(first, world, report="van het eerste scherm")
    keep(first, fields, headers=HTMX)
    newest = kept(second, fields)
    assert keep(second, newest | {"report": "verder"}, headers=HTMX).status_code == 200
    assert keep(first, fields | {"report": "oud"}, headers=HTMX).status_code == 409


def test_the_warning_without_javascript_keeps_what_was_typed(sign_in, world):
    first, second = sign_in("an"), sign_in("an")
    fields = filled(first, world)
    keep(first, fields)
    token = opened(second, world.clients["noor"])["csrf_token"]
    answer = keep(second, fields | {"csrf_token": token, "report": "mijn werk"})
    page = Page(answer)
    assert answer.status_code == 409
    assert page.form("/filings")["report"] == "mijn werk"
    assert page.link("nieuwste versie") == f"/filings/drafts/{fields['draft_id']}"


def test_a_new_form_offers_the_draft_of_the_same_file(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world)
    keep(an, fields)
    page = an.page(f"/filings/new?client={world.clients['noor']}")
    assert page.link("Verder met het concept") == f"/filings/drafts/{fields['draft_id']}"


def test_it_can_be_thrown_away(sign_in, world):
    an = sign_in("an")
    fields = filled(an, world)
    keep(an, fields)
    action = f"/filings/drafts/{fields['draft_id']}/delete"
    an.post(action, data=an.page("/requests?state=drafts").form(action))
    assert "Geen concepten." in said(an.page("/requests?state=drafts"))
    assert an.get(f"/filings/drafts/{fields['draft_id']}").status_code == 404


@pytest.mark.parametrize("who", ["arne", "bert", "carla"])
def test_nobody_else_reads_or_writes_it(sign_in, world, who):
    an, other = sign_in("an"), sign_in(who)
    fields = filled(an, world)
    keep(an, fields)
    address = f"/filings/drafts/{fields['draft_id']}"
    assert other.get(address).status_code == 404
    assert other.post(address, data=fields | {"csrf_token": other.csrf()}).status_code == 404


def test_nobody_else_files_under_its_key(sign_in, world):
    an, arne = sign_in("an"), sign_in("arne")
    fields = filled(an, world, report="Waarom")
    keep(an, fields)
    stolen = filled(arne, world, "karim", draft_id=fields["draft_id"])
    assert arne.post("/filings", data=stolen).status_code == 404
    assert kept(an, fields)["report"] == "Waarom"


def test_a_draft_for_another_teams_client_cannot_be_begun(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world, opened_for=str(world.clients["karim"]))
    assert keep(an, fields, headers=HTMX).status_code == 404
    foreign = filled(an, world, client_id=str(world.clients["karim"]))
    keep(an, foreign, headers=HTMX)
    assert "Karim" not in an.page("/requests?state=drafts").html


@pytest.mark.parametrize("address", ["/filings/drafts/x", "/filings/drafts/1"])
def test_an_address_that_is_no_draft_is_not_there(sign_in, address):
    assert sign_in("an").get(address).status_code == 404
