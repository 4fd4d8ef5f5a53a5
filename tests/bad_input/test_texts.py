"""Any letters are text: kept whole, shown literally, never run; too much of it is said, never cut."""

import pytest
from sqlalchemy import select

from core.db import db
from intake.requests.models import Filing
from tests.bad_input.places import FILING, REQUEST, TEXTS, Place, blamed, kept
from tests.inspector import Page

LITERAL = {
    "emoji": "Naar zee 🏖️ 👨‍👩‍👧‍👦",
    "right to left": "שלום \u202e نهار سعيد",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>&amp; \"'>",
    "template": "{{7*7}} {% raw %} ${7*7} #{7*7} %(name)s {0}",
    "sql": "Robert'); DROP TABLE request;--",
    "htmx": "<div hx-post=/sign-out hx-trigger=load></div>",
    "accents": "Zoë Çelik-Ḧàkkë ﬁ ǅ",
}


@pytest.mark.parametrize("place", TEXTS, ids=str)
def test_a_hundred_thousand_letters_are_refused_and_kept(scene, nothing_stored, place):
    page = place.send(scene, "lang " * 20_000)
    assert "100" in blamed(page, place.name) or "99" in blamed(page, place.name)
    assert len(kept(page, place.name)) == 99_999


@pytest.mark.parametrize("place", [one for one in TEXTS if not one.may_be_empty], ids=str)
def test_nothing_but_signs_that_nobody_sees_is_nothing(scene, nothing_stored, place):
    for typed in ("", " \t ", "\x00", "\x00\x07\x1b", "\u2003\u00a0"):
        assert blamed(place.send(scene, typed), place.name), repr(typed)


@pytest.mark.parametrize("kind", LITERAL)
def test_a_refused_form_gives_every_letter_back(scene, nothing_stored, kind):
    typed = LITERAL[kind]
    for place in TEXTS[:3]:
        page = place.send(scene, typed, cost="gratis")
        assert page.status == 422
        assert kept(page, place.name) == typed
        assert not page.errors


def is_literal(page, typed) -> bool:
    """The words can be read, and nothing in them has become a part of the page."""
    came_alive = [
        one.attrib
        for one in page.root.iter()
        if one.get("src") == "x" or "onerror" in one.attrib or one.get("hx-post") == "/sign-out"
        or (one.tag == "script" and not one.get("src"))
    ]  # fmt: skip
    return " ".join(typed.split()) in page.text() and not page.errors and not came_alive


@pytest.mark.parametrize("kind", LITERAL)
def test_what_was_filed_is_shown_literally_to_worker_and_approver(scene, kind):
    typed = LITERAL[kind]
    place = Place(*FILING, "report", {**REQUEST, "goal": typed, "what": f"Iets: {typed}"[:150],
                                      "activity_id": "", "category": "swimming"})  # fmt: skip
    receipt = place.send(scene, typed).response.location
    page = Page(scene.browsers["an"].get(receipt))
    number = page.link("Naar de aanvraag").rsplit("/", 1)[1]
    for person, path in (("an", f"/requests/{number}"), ("bert", f"/worklist/{number}")):
        assert is_literal(Page(scene.browsers[person].get(path)), typed), path
    with scene.app.app_context():
        newest = select(Filing.report).order_by(Filing.id.desc()).limit(1)
        assert db.session.scalars(newest).one() == typed
    assert scene.browsers["an"].get(f"{receipt}.pdf").data.startswith(b"%PDF")


@pytest.mark.parametrize("kind", [*LITERAL, "long", "nothing"])
def test_any_words_can_be_searched_for(scene, kind):
    typed = {"long": "x" * 100_000, "nothing": "\x00 \x07"}.get(kind) or LITERAL[kind]
    an = scene.browsers["an"]
    kept_at = an.send("POST", "/search", {"q": typed})
    assert kept_at.status_code == 303
    assert Page(an.get(kept_at.location)).status == 200
    part = an.send("POST", "/search/suggest", {"q": typed}, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert b"<script>alert" not in part.data
    in_an_address = an.get("/offer", query_string={"words": typed[:2000]})
    assert in_an_address.status_code == (404 if "\x00" in typed else 200)
