"""Papers with a request that was filed: added, seen by who decides, replaced, taken back, after the activity."""

import re

import pytest

from core import instance
from core.audit import AuditEntry
from core.db import db
from core.work import outbox
from tests.evidence.papers import TELLTALE, pdf, photo, photo_with_place
from tests.evidence.sending import added, files_on_disk, papers, part, send
from tests.inspector import Page
from tests.requests.steps import act, approve, filed, said


@pytest.fixture
def asked(sign_in, world) -> int:
    return filed(sign_in("an"), world)


@pytest.fixture
def at(asked) -> str:
    return f"/requests/{asked}/evidence"


def test_the_page_says_what_the_rule_asks_and_why(sign_in, asked):
    an = sign_in("an")
    page = an.page(an.page(f"/requests/{asked}").link("Foto’s en bewijsstukken"))
    assert "Onbetaalde factuur" in said(page)
    assert "nog niet gezien" in said(page)
    assert re.search(r"Het reglement vraagt dit: art\.", said(page))


def test_a_photo_counts_as_seen_and_is_seen_by_who_decides(sign_in, asked, at):
    page = added(sign_in("an"), at, photo_with_place())
    assert "Toegevoegd: Onbetaalde factuur." in said(page)
    case = sign_in("bert").page(f"/worklist/{asked}")
    assert "in orde" in said(case)
    paper = sign_in("bert").page(case.link("Onbetaalde factuur"))
    assert "Terug naar de beslissing" in said(paper)
    assert paper.h1 == "Onbetaalde factuur"


def test_several_pages_at_once_are_each_a_paper(sign_in, at):
    page = added(sign_in("an"), at, photo(), photo("PNG"), pdf(pages=2))
    assert len([a for a in page.all("a") if (a.get("id") or "").startswith("paper-")]) == 3
    assert "2 bladzijden" in said(page)


def test_a_photo_taken_now_comes_in_by_its_own_field(sign_in, at, app):
    added(sign_in("an"), at, files=[], photo=part(photo(), "image.jpg"))
    with app.app_context():
        assert [one.kind for one in papers()] == ["invoice"]


def test_the_file_is_handed_over_as_a_file_and_its_picture_in_a_sandbox(sign_in, at, app):
    an = sign_in("an")
    added(an, at, pdf())
    file, picture = an.get("/evidence/1/file"), an.get("/evidence/1/picture")
    assert (file.data[:5], file.headers["Content-Disposition"]) == (
        b"%PDF-", "attachment; filename=invoice-1.pdf")  # fmt: skip
    assert (picture.mimetype, picture.headers["Content-Disposition"][:6]) == (
        "image/jpeg",
        "inline",
    )
    for answer in (file, picture):
        assert answer.headers["Content-Security-Policy"].endswith("; sandbox")


def test_nothing_of_it_lies_open_on_disk_or_in_the_database(sign_in, at, app):
    added(sign_in("an"), at, pdf("Geheim"), name="x")
    with app.app_context():
        [paper] = papers()
        stored = [path.read_bytes() for path in (instance.folder() / "files").glob("[!.]*")]
    assert not any(b"%PDF" in one or b"\xff\xd8\xff" in one[:40] for one in stored)
    assert b"bestand" not in paper.sent_name


def test_the_place_is_gone_from_what_is_handed_over(sign_in, at):
    an = sign_in("an")
    added(an, at, photo_with_place())
    kept = an.get("/evidence/1/file").data
    assert TELLTALE.encode() not in kept
    assert b"Exif" not in kept


def test_the_same_file_sent_twice_is_one(sign_in, at, app):
    an = sign_in("an")
    added(an, at, photo())
    with app.app_context():
        before = files_on_disk()
    added(an, at, photo())
    with app.app_context():
        assert (len(papers()), files_on_disk()) == (1, before)


def test_it_is_replaced_with_a_trace_and_the_old_bytes_go(sign_in, at, app):
    an = sign_in("an")
    added(an, at, photo())
    page = added(an, "/evidence/1/replace", pdf())
    assert "Het bewijsstuk is vervangen." in said(page)
    assert "vervangen" in said(an.page(at))
    assert "Het bewijsstuk in de plaats" in said(an.page("/evidence/1"))
    assert an.get("/evidence/1/file").status_code == 404
    with app.app_context():
        outbox.deliver_due()
        assert files_on_disk() == 2 + len(receipts())


def receipts() -> list[str]:
    """The letter of the filing is a sealed file too, once the worker has made it."""
    return db.session.execute(db.text("SELECT id FROM letter WHERE file_id IS NOT NULL")).all()


def test_it_is_taken_back_with_a_reason_and_no_longer_seen(sign_in, asked, at):
    an = sign_in("an")
    added(an, at, photo())
    answer = an.send("/evidence/1/withdraw", {"why": "van een ander gezin"})
    page = an.page(answer.location)
    assert "van een ander gezin" in said(page)
    assert "nog niet gezien" in said(page)
    assert "in orde" not in said(sign_in("bert").page(f"/worklist/{asked}"))


@pytest.mark.parametrize("why", ["", "x" * 201])
def test_taking_back_asks_why(sign_in, at, why, app):
    an = sign_in("an")
    added(an, at, photo())
    assert an.send("/evidence/1/withdraw", {"why": why}).status_code == 422
    with app.app_context():
        assert papers()[0].withdrawn_at is None


def test_what_a_decision_stands_on_stays(sign_in, asked, at):
    an = sign_in("an")
    added(an, at, photo())
    approve(sign_in, asked, "grant")
    answer = an.send("/evidence/1/withdraw", {"why": "toch niet"})
    assert answer.status_code == 409
    assert "De beslissing steunt op dit bewijsstuk." in Page(answer).text()
    assert "Weghalen" not in said(an.page("/evidence/1"))


def test_after_a_grant_the_receipt_of_the_activity_comes_and_may_go(sign_in, asked, at, later):
    an = sign_in("an")
    approve(sign_in, asked, "grant")
    with later(days=3):
        an = sign_in("an")
        page = added(an, at, photo(), kind="till_receipt")
        assert "Kasticket" in said(page)
        assert an.send("/evidence/1/withdraw", {"why": "dubbel"}).status_code == 303


@pytest.mark.parametrize("end", ["refuse", "withdraw"])
def test_what_is_refused_or_withdrawn_takes_nothing(sign_in, asked, at, end, app):
    if end == "refuse":
        approve(sign_in, asked, "refuse", reason_code="other", reasons="al gekregen")
    else:
        act(sign_in("an"), asked, "withdraw", why="niet meer nodig")
    answer = send(sign_in("an"), at, photo())
    assert answer.status_code == 409
    assert "geen bewijsstukken meer" in Page(answer).text()
    with app.app_context():
        assert papers() == []


def test_an_answer_leaves_what_came_seen(sign_in, asked, at):
    added(sign_in("an"), at, photo())
    approve(sign_in, asked, "ask", question="Welke groep?")
    act(sign_in("an"), asked, "answer", text="De welpen.")
    assert "in orde" in said(sign_in("bert").page(f"/worklist/{asked}"))


def test_it_comes_later_with_a_reminder_until_it_comes(sign_in, at, later):
    an = sign_in("an")
    an.send(f"{at}/later", {"later-kind": "invoice", "later-remind_on": "3/12"})
    assert "Herinnering op 3 december 2026" in said(an.page(at))
    assert "het is tijd" not in said(an.page("/evidence"))
    with later(days=9):
        an = sign_in("an")
        assert "het is tijd" in said(an.page("/evidence"))
        added(an, at, photo())
        assert "Er moet niets meer komen." in said(an.page("/evidence"))


@pytest.mark.parametrize("day", ["", "gisteren", "23/11/2026", "1/1/2029", "31/02/2027"])
def test_a_reminder_has_a_day_that_can_come(sign_in, at, day):
    answer = sign_in("an").send(f"{at}/later", {"later-kind": "invoice", "later-remind_on": day})
    assert answer.status_code == 422


def test_another_team_and_other_roles_find_nothing(sign_in, at):
    added(sign_in("an"), at, photo())
    for who in ("arne", "fien", "carla", "dirk", "bea"):
        browser = sign_in(who)
        for address in (at, "/evidence/1", "/evidence/1/picture", "/evidence/1/file"):
            assert browser.get(address).status_code == 404, (who, address)
    assert sign_in("arne").send("/evidence/1/withdraw", {"why": "x"}).status_code == 404


def test_who_decides_may_look_and_not_touch(sign_in, at, app):
    added(sign_in("an"), at, photo())
    bert = sign_in("bert")
    assert "Weghalen" not in said(bert.page("/evidence/1"))
    assert bert.send("/evidence/1/withdraw", {"why": "x"}).status_code == 404
    assert send(bert, at, pdf()).status_code == 404


def test_looking_is_noted(sign_in, at, app, world):
    added(sign_in("an"), at, photo())
    bert = sign_in("bert")
    bert.get("/evidence/1")
    bert.get("/evidence/1/file")
    with app.app_context():
        noted = db.session.query(AuditEntry).filter_by(kind="evidence", action="looked")
        looked = noted.order_by(AuditEntry.seq).all()
        assert [(e.object_id, e.actor_id, e.why) for e in looked] == [
            ("1", world.people["bert"], None), ("1", world.people["bert"], "file")]  # fmt: skip
