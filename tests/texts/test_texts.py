"""The words of refusals: shipped, edited with versions, filled in with the client's situation."""

import json

import pytest

from core.audit import AuditEntry
from core.db import db
from fund.texts.models import RefusalText
from fund.texts.queries import words_now
from tests.fund import desk

OWN = "Het maximum is bereikt. ({artikel})\nVoor {voornaam} blijft {over} van {plafond} over."


def edited(client, words=OWN, code="cap_reached", **typed):
    address = f"/refusal-texts/{code}"
    form = client.page(address).form(address)
    return client.post(address, data={**form, "words": words, **typed})


def offered(client, request_id, reason_code="cap_reached", reasons=""):
    address = f"/worklist/{request_id}"
    form = client.page(address).form(f"{address}/refuse")
    typed = {**form, "reason_code": reason_code, "reasons": reasons}
    page = client.post(f"{address}/refuse/text", data=typed)
    assert page.status_code == 200
    return page.text


def full(app, world, sign_in):
    """Noor has had all: a request under a cap with nothing left."""
    bert = sign_in("bert")
    desk.grant(bert, desk.filed(app, world))
    return desk.filed(app, world), bert


def test_the_text_of_a_reason_is_filled_in_without_javascript(app, world, sign_in):
    request_id, bert = full(app, world, sign_in)
    text = offered(bert, request_id).replace("\xa0", " ")
    assert "Het plafond voor dit jaar is bereikt. (art. 4 §2)" in text
    assert "hoogstens € 100,00. Daarvan blijft er € 0,00 over voor Noor." in text
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"


def test_the_page_holds_all_texts_for_its_script(app, world, sign_in):
    request_id, bert = full(app, world, sign_in)
    held = bert.page(f"/worklist/{request_id}").by_id("reason-code").get("data-texts")
    assert set(json.loads(held)) == set(words_now_in(app))
    assert "Noor" in json.loads(held)["no_status"]


def words_now_in(app):
    with app.test_request_context():
        return words_now()


def test_what_the_approver_typed_herself_stays(app, world, sign_in):
    request_id, bert = full(app, world, sign_in)
    assert "Mijn eigen woorden." in offered(bert, request_id, reasons="Mijn eigen woorden.")


def test_the_adapted_text_is_frozen_once_with_its_rule(app, world, sign_in):
    request_id, bert = full(app, world, sign_in)
    rule = "Het plafond voor dit jaar is bereikt. (art. 4 §2)"
    typed = {"reason_code": "cap_reached", "reasons": f"{rule}\r\nEr is niets meer over voor Noor."}
    desk.press(bert, request_id, "refuse", **typed)
    edited(sign_in("hilde"))
    with app.app_context():
        said = desk.decision_of(request_id).reasons
        assert said == f"{rule}\nEr is niets meer over voor Noor."


def test_the_head_edits_it_and_the_next_refusal_says_so(app, world, sign_in):
    assert edited(sign_in("hilde")).status_code == 303
    request_id, bert = full(app, world, sign_in)
    said = offered(bert, request_id).replace("\xa0", " ")
    assert "Het maximum is bereikt. (art. 4 §2)\nVoor Noor blijft € 0,00 van € 100,00 over." in said
    desk.press(bert, request_id, "refuse", reason_code="cap_reached", reasons="Daarom.")
    with app.app_context():
        said = desk.decision_of(request_id).reasons
        assert said == "Het maximum is bereikt. (art. 4 §2)\nDaarom."


def test_versions_are_kept_and_one_goes_back_to_the_shipped_one(app, world, sign_in):
    bea = sign_in("bea")
    edited(bea)
    page = bea.page("/refusal-texts/cap_reached")
    address = "/refusal-texts/cap_reached/shipped"
    assert bea.post(address, data=page.form(address)).status_code == 303
    page = bea.page("/refusal-texts/cap_reached").text()
    assert "Versie 2" in page
    assert "Het maximum is bereikt." in page
    with app.test_request_context():
        assert words_now()["cap_reached"].startswith("Het plafond voor dit jaar is bereikt.")
        assert [one.number for one in db.session.query(RefusalText).order_by(RefusalText.id)] == [
            1,
            2,
        ]
        done = db.session.query(AuditEntry).filter_by(action="refusal_text.edit").all()
        assert [one.actor_id for one in done] == [world.people["bea"]] * 2


def test_an_example_shows_how_it_reads_and_keeps_nothing(app, world, sign_in):
    answer = edited(sign_in("hilde"), preview="1")
    assert answer.status_code == 200
    assert "Voor Mira blijft € 0,00 van € 100,00 over." in answer.text
    with app.app_context():
        assert db.session.query(RefusalText).count() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Beste {naam}", "De invulplek {naam} bestaat niet."),
        ("Beste {Voornaam}", "De invulplek {Voornaam} bestaat niet."),
        ("Beste {{ config }}", "bestaat niet."),
        ("Beste }", "Er staat een losse accolade."),
        ("Beste {voornaam", "Er staat een losse accolade."),
        (" ", "Schrijf de tekst."),
        ("x" * 3001, "3001"),
    ],
)
@pytest.mark.parametrize("preview", [{}, {"preview": "1"}])
def test_what_cannot_be_filled_in_is_refused(app, world, sign_in, words, said, preview):
    answer = edited(sign_in("hilde"), words, **preview)
    assert answer.status_code == 422
    assert said in answer.text.replace("&#34;", '"')
    with app.app_context():
        assert db.session.query(RefusalText).count() == 0


def test_markup_in_a_text_stays_text(app, world, sign_in):
    edited(sign_in("hilde"), "<b>Nee</b> #import ({artikel})")
    request_id, bert = full(app, world, sign_in)
    assert "&lt;b&gt;Nee&lt;/b&gt; #import (art. 4 §2)" in offered(bert, request_id)


def test_two_editors_at_once_are_told(app, world, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    late = hilde.page("/refusal-texts/too_late").form("/refusal-texts/too_late")
    edited(bea, code="too_late")
    answer = hilde.post("/refusal-texts/too_late", data={**late, "words": "Te laat."})
    assert answer.status_code == 409


def test_a_text_with_a_gap_does_not_leave(app, world, sign_in):
    edited(sign_in("hilde"), "Nee, {aanbieder}.", code="not_covered")
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    typed = {"reason_code": "not_covered", "reasons": "Nee, [? aanbieder]."}
    answer = desk.press(bert, request_id, "refuse", **typed)
    assert answer.status_code == 422
    assert "Vul eerst in wat er staat als [? aanbieder]." in answer.text


def test_nobody_else_edits_them(app, world, sign_in):
    for who in ("an", "bert", "fien", "carla", "dirk"):
        assert sign_in(who).get("/refusal-texts").status_code == 404
