"""Changing a draft in the product: block by block, with fields; nothing half done, nothing lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core.db import db
from core.trail import AuditEntry
from regulation.files.reading import rule_set_of
from tests.drafts.desk import address, begun, form_of, save, tables
from tests.inspector import Page

CAP = "schemes/cultuurfonds/caps/kind"
PERCENT = "schemes/cultuurfonds/amounts/0"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def hilde(sign_in):
    return sign_in("hilde")


def test_a_draft_of_the_rule_in_force_says_the_same_as_the_next_version(app, hilde):
    draft = tables(app, begun(hilde))
    assert draft["version"] == 2
    assert "from" not in draft["validity"]
    assert {"cultuurfonds", "korting"} <= rule_set_of(draft).schemes.keys()


def test_a_limit_is_changed_and_what_stands_beside_it_stays(app, hilde):
    draft_id = begun(hilde)
    before = tables(app, draft_id)
    answer = save(hilde, address(draft_id, CAP), {"limit": "120,50"})
    assert answer.status_code == 303
    after = tables(app, draft_id)
    assert str(after["schemes"]["cultuurfonds"]["caps"]["kind"].pop("limit")) == "120.5"
    del before["schemes"]["cultuurfonds"]["caps"]["kind"]["limit"]
    assert after == before


def test_the_examples_beside_tell_at_once_which_do_not_come_out(app, hilde):
    draft_id = begun(hilde)
    assert "18 van 18 komen uit" in counted(hilde.page(f"/regulation/drafts/{draft_id}"))
    save(hilde, address(draft_id, CAP), {"limit": "120"})
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    assert "verwacht € 100,00, geeft € 120,00" in page.text().replace("\xa0", " ")


def counted(page: Page) -> str:
    words = page.text(page.by_id("examples-beside"))
    number = words.split(" van ")[0].rsplit(" ", 1)[-1]
    return words.replace(f"{number} van {number} komen uit", "18 van 18 komen uit")


def test_what_is_typed_is_tried_before_it_is_saved(app, hilde):
    draft_id = begun(hilde)
    where = address(draft_id, PERCENT)
    typed = form_of(hilde.page(where), where) | {"percent": "10"}
    answer = hilde.send(f"/regulation/drafts/{draft_id}/try/{PERCENT}", typed, headers=HTMX)
    assert "Met wat nu in het formulier staat" in Page(answer).text()
    assert "verwacht" in Page(answer).text()
    assert tables(app, draft_id)["schemes"]["cultuurfonds"]["amounts"][0]["percent"] == 90


@pytest.mark.parametrize(
    ("at", "changed", "words"),
    [
        (PERCENT, {"percent": "180"}, "Schrijf een getal van 0 tot 100."),
        (PERCENT, {"percent": ""}, "Schrijf het percentage, of “Wat de tekst open laat”"),
        (CAP, {"limit": "veel"}, "Schrijf een bedrag zoals 82,50"),
        (CAP, {"starts": "31/2"}, "Deze dag komt niet elk jaar"),
        (CAP, {"starts": "1/9"}, "Schrijf “Jaar dat begint op” bij de periode"),
        (CAP, {"when-age-lt": "18", "when-age-gte": "18"}, "Niets ligt tussen deze grenzen"),
        (CAP, {"title": ""}, "Naam is nog niet ingevuld."),
        ("conditions/statuut", {"any_of": []}, "Een van deze statuten is nog niet ingevuld."),
        ("validity", {"from": "morgenvroeg"}, "Schrijf een datum zoals 03/05/2014."),
        ("articles/doel", {"ref": ""}, "Nummer van het artikel is nog niet ingevuld."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_stays_typed(app, hilde, at, changed, words):
    draft_id = begun(hilde)
    before = tables(app, draft_id)
    answer = save(hilde, address(draft_id, at), changed)
    assert answer.status_code == 422
    page = Page(answer)
    assert words in page.text(page.by_id("error-summary"))
    assert page.title.startswith("Fout:")
    assert tables(app, draft_id) == before
    for name, typed in changed.items():
        assert typed in ([], page.form(f"/regulation/drafts/{draft_id}/block/{at}").get(name))


def test_an_unfinished_draft_says_calmly_what_is_wrong_and_where(app, hilde):
    draft_id = begun(hilde)
    gone = f"/regulation/drafts/{draft_id}/remove/conditions/statuut"
    page = hilde.page(gone)
    assert "Deze delen noemen het" in page.text()
    assert hilde.send(gone, page.form(gone)).status_code == 303
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    assert "“Wie mag vragen” noemt iets wat er niet meer is." in page.text()
    assert page.by_id("to-trouble").get("href").endswith("/block/schemes/cultuurfonds")


@pytest.mark.parametrize(("number", "way"), [(1, "up"), (0, "down")])
def test_a_block_moves_up_or_down_in_its_list(app, hilde, number, way):
    draft_id = begun(hilde)
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    move = f"/regulation/drafts/{draft_id}/move/schemes/cultuurfonds/evidence/{number}"
    before = tables(app, draft_id)["schemes"]["cultuurfonds"]["evidence"]
    assert hilde.send(move, page.form(move) | {"way": way}).status_code == 303
    after = tables(app, draft_id)["schemes"]["cultuurfonds"]["evidence"]
    assert after == before[::-1]


def test_only_what_lies_between_others_moves(app, hilde):
    draft_id = begun(hilde)
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    at = "at-schemes-cultuurfonds-evidence-"
    there = [f"{way}-{at}{n}" for way in ("up", "down") for n in (0, 1)]
    assert [one for one in there if page.by_id(one) is not None] == [f"up-{at}1", f"down-{at}0"]


def test_what_was_taken_away_comes_back_in_one_press(app, hilde):
    draft_id = begun(hilde)
    before = tables(app, draft_id)
    gone = f"/regulation/drafts/{draft_id}/remove/{CAP}"
    hilde.send(gone, hilde.page(gone).form(gone))
    assert tables(app, draft_id) != before
    undo = f"/regulation/drafts/{draft_id}/undo"
    assert (
        hilde.send(undo, hilde.page(f"/regulation/drafts/{draft_id}").form(undo)).status_code == 303
    )
    assert tables(app, draft_id) == before


def test_undoing_twice_brings_the_change_again(app, hilde):
    draft_id = begun(hilde)
    save(hilde, address(draft_id, CAP), {"limit": "120"})
    undo = f"/regulation/drafts/{draft_id}/undo"
    for limit in (100, 120):
        hilde.send(undo, hilde.page(f"/regulation/drafts/{draft_id}").form(undo))
        assert tables(app, draft_id)["schemes"]["cultuurfonds"]["caps"]["kind"]["limit"] == limit


def test_a_change_of_somebody_else_is_not_undone_unseen(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    save(hilde, address(draft_id, CAP), {"limit": "110"})
    undo = f"/regulation/drafts/{draft_id}/undo"
    asked = hilde.page(f"/regulation/drafts/{draft_id}").form(undo)
    save(bea, address(draft_id, PERCENT), {"percent": "75"})
    assert hilde.send(undo, asked).status_code == 409


def test_a_failing_example_leads_to_its_form(app, hilde):
    draft_id = begun(hilde)
    save(hilde, address(draft_id, CAP), {"limit": "120"})
    page = hilde.page(f"/regulation/drafts/{draft_id}")
    where = page.by_id("failing-1").get("href")
    assert page.text(page.by_id("failing-1")) == hilde.page(where).form(where)["name"]


def test_two_heads_in_one_block_the_second_sees_what_changed(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    where = address(draft_id, CAP)
    opened = form_of(bea.page(where), where)
    save(hilde, where, {"limit": "110"})
    answer = bea.send(where, opened | {"limit": "130"})
    assert answer.status_code == 409
    page = Page(answer)
    words = page.text().replace("\xa0", " ")
    assert "Iemand anders wijzigde dit deel" in words
    assert "Plafond € 100,00 → € 110,00" in words
    assert page.form(where)["limit"] == "130,00"
    assert bea.send(where, form_of(page, where)).status_code == 303
    assert tables(app, draft_id)["schemes"]["cultuurfonds"]["caps"]["kind"]["limit"] == 130


def test_a_wrong_field_in_between_does_not_make_the_second_overwrite_the_first(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    where = address(draft_id, CAP)
    opened = form_of(bea.page(where), where)
    save(hilde, where, {"limit": "110"})
    page = Page(bea.send(where, opened | {"limit": "veel"}))
    assert page.status == 422
    assert bea.send(where, form_of(page, where) | {"limit": "130"}).status_code == 409


def test_two_heads_in_two_blocks_do_not_hinder_each_other(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    where = address(draft_id, PERCENT)
    opened = form_of(bea.page(where), where)
    save(hilde, address(draft_id, CAP), {"limit": "110"})
    assert bea.send(where, opened | {"percent": "75"}).status_code == 303
    scheme = tables(app, draft_id)["schemes"]["cultuurfonds"]
    assert (scheme["caps"]["kind"]["limit"], scheme["amounts"][0]["percent"]) == (110, 75)


def test_taking_away_what_somebody_changed_is_held_up(app, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    draft_id = begun(hilde)
    gone = f"/regulation/drafts/{draft_id}/remove/{CAP}"
    asked = bea.page(gone).form(gone)
    save(hilde, address(draft_id, CAP), {"limit": "110"})
    assert bea.send(gone, asked).status_code == 409
    assert "kind" in tables(app, draft_id)["schemes"]["cultuurfonds"]["caps"]


def test_what_is_typed_comes_back_when_the_browser_was_closed(app, sign_in):
    hilde = sign_in("hilde")
    draft_id = begun(hilde)
    where = address(draft_id, CAP)
    typed = form_of(hilde.page(where), where) | {"limit": "12", "title": "Half getypt"}
    kept = hilde.send(f"/regulation/drafts/{draft_id}/kept/{CAP}", typed, headers=HTMX)
    assert kept.status_code == 200
    page = sign_in("hilde").page(where)
    assert page.form(where)["title"] == "Half getypt"
    assert "bewaarde het niet" in page.text()
    save(hilde, where, {})
    assert "bewaarde het niet" not in hilde.page(where).text()


def test_what_was_typed_can_be_left(app, hilde):
    draft_id = begun(hilde)
    where = address(draft_id, CAP)
    typed = form_of(hilde.page(where), where) | {"title": "Toch niet"}
    hilde.send(f"/regulation/drafts/{draft_id}/kept/{CAP}", typed, headers=HTMX)
    hilde.send(f"/regulation/drafts/{draft_id}/forget/{CAP}")
    assert hilde.page(where).form(where)["title"] != "Toch niet"


def test_every_change_stands_in_the_log(app, hilde):
    draft_id = begun(hilde)
    save(hilde, address(draft_id, CAP), {"limit": "110"})
    with app.app_context():
        wanted = (
            select(AuditEntry.action)
            .where(AuditEntry.kind == "rule_draft")
            .order_by(AuditEntry.seq)
        )
        assert list(db.session.scalars(wanted)) == ["rule_draft.begin", "rule_draft.change"]


@pytest.mark.parametrize("at", ["nergens", "schemes/niets", "conditions", "cases/99", "cases/x"])
def test_where_no_block_stands_there_is_no_page(app, hilde, at):
    draft_id = begun(hilde)
    hilde.page(address(draft_id, at), status=404)
    hilde.page(f"/regulation/drafts/{draft_id}/remove/{at}", status=404)
