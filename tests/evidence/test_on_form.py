"""Papers beside a form that is not filed yet: the form is kept first, and is never lost."""

import pytest

from core.work import outbox
from tests.evidence.papers import pdf, photo
from tests.evidence.sending import a_draft, added, files_on_disk, papers, send
from tests.inspector import Page
from tests.requests.steps import file_it, said


def test_the_button_keeps_the_form_and_leads_to_the_papers(sign_in, world):
    an = sign_in("an")
    _fields, at = a_draft(an, world, report="Lang verhaal")
    page = an.page(at)
    assert "Onbetaalde factuur" in said(page)
    back = an.page(page.link("Terug naar het formulier"))
    assert "Lang verhaal" in said(back)


def test_what_was_sent_counts_as_seen_on_the_form_and_goes_along_when_it_is_filed(
    sign_in, world, app
):
    an = sign_in("an")
    fields, at = a_draft(an, world)
    added(an, at, photo())
    form = an.page(at.removesuffix("/evidence"))
    tick = form.by_id("seen-invoice")
    assert (tick.get("checked"), tick.get("disabled")) == ("", "disabled") or tick.get("disabled")
    assert "1 bestand toegevoegd" in said(form)
    number = file_it(an, fields)
    assert "Onbetaalde factuur" in said(an.page(f"/requests/{number}/evidence"))
    case = sign_in("bert").page(f"/worklist/{number}")
    assert "in orde" in said(case)
    with app.app_context():
        assert [(one.draft_key, one.request_id) for one in papers()] == [(None, number)]


def test_what_is_promised_beside_the_form_waits_with_the_request(sign_in, world):
    an = sign_in("an")
    fields, at = a_draft(an, world)
    an.send(f"{at}/later", {"later-kind": "invoice", "later-remind_on": "3/12"})
    number = file_it(an, fields)
    assert f"/requests/{number}/evidence" in an.page("/evidence").html


def test_a_draft_thrown_away_takes_its_papers_along(sign_in, world, app):
    an = sign_in("an")
    fields, at = a_draft(an, world)
    added(an, at, photo(), pdf())
    added(an, "/evidence/1/replace", photo("PNG"))
    an.send(f"/filings/drafts/{fields['draft_id']}/delete")
    with app.app_context():
        outbox.deliver_due()
        assert (papers(), files_on_disk()) == ([], 0)


def test_somebody_elses_draft_and_its_papers_are_not_there(sign_in, world):
    an, arne = sign_in("an"), sign_in("arne")
    _fields, at = a_draft(an, world)
    added(an, at, photo())
    assert arne.get(at).status_code == 404
    assert send(arne, at, photo()).status_code == 404
    assert arne.get("/evidence/1").status_code == 404
    assert sign_in("bert").get("/evidence/1/file").status_code == 404


def test_a_form_that_was_filed_meanwhile_leads_to_its_receipt(sign_in, world):
    an = sign_in("an")
    fields, at = a_draft(an, world)
    file_it(an, fields)
    assert "/receipt" in an.get(at).location
    assert send(an, at, photo()).status_code == 404


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 kapot"])
def test_a_file_that_is_refused_leaves_the_form_and_the_papers_as_they_were(
    sign_in, world, content, app
):
    an = sign_in("an")
    fields, at = a_draft(an, world, report="Lang verhaal")
    added(an, at, photo())
    answer = send(an, at, content, kind="ticket")
    assert answer.status_code == 422
    assert Page(answer).title.startswith("Fout:")
    assert "Lang verhaal" in said(an.page(f"/filings/drafts/{fields['draft_id']}"))
    with app.app_context():
        assert len(papers()) == 1


def test_papers_of_a_line_that_is_not_right_yet_stay_with_it(sign_in, world, app):
    an = sign_in("an")
    people = [str(world.clients[who]) for who in ("noor", "emir")]
    own = {"l1-client_id": people[0], "l1-cost": "1.2.3", "l2-client_id": people[1]}
    fields, at = a_draft(an, world, client_id=people, **own)
    added(an, at, photo())
    receipt = an.page(an.post("/filings", data=fields | {"others": "1"}).location)
    rest = an.page(receipt.link("Ga verder met de rest")).form("/filings")
    with app.app_context():
        assert [(one.draft_key, one.request_id) for one in papers()] == [(rest["draft_id"], None)]
    number = file_it(an, rest | {"cost": "30"})
    with app.app_context():
        assert [one.request_id for one in papers()] == [number]
