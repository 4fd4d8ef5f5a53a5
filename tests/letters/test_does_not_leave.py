"""A letter that lacks something does not leave: the decision stands, the letter waits and says why."""

import pytest
from sqlalchemy import select

from core import settings
from core.db import db, transaction
from intake.people.models import Address
from tests.fund import desk
from tests.letters import desk as post

NEEDED = {
    "sender_name": "de naam van het centrum",
    "sender_lines": "het adres van het centrum",
    "neutral_name": "de neutrale naam voor de envelop",
    "contact": "hoe de cliënt de dienst bereikt",
    "court_name": "de rechtbank voor beroep",
    "court_lines": "het adres van de rechtbank",
    "delegation": "bij wiens delegatie getekend wordt",
    "signatories": "wie tekent",
}


def without(app, name):
    with app.app_context(), transaction():
        key = settings.registered()[f"letters.{name}"]
        settings.put(key, type(key.default)(), by=None)


def homeless(app):
    with app.app_context(), transaction():
        for address in db.session.scalars(select(Address)):
            address.street = ""


@pytest.mark.parametrize("name", NEEDED)
def test_what_the_centre_has_not_set_keeps_every_letter_in(app, world, sign_in, name):
    post.settle(app)
    without(app, name)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    page = bert.page("/letters")
    assert NEEDED[name] in page.text(page.by_id("lacking"))
    post.printed(app, bert)
    assert post.stage_of(app, request_id) == "waiting"
    with app.app_context():
        assert desk.request_of(request_id).status == "granted"
        assert post.letters_of(request_id)[-1].letter_id is None


def test_the_administrators_link_leads_to_the_field(app, world, sign_in):
    post.settle(app)
    without(app, "court_name")
    page = sign_in("bea").page("/settings")
    assert page.by_id("letters-court_name") is not None
    request_id = post.granted(app, world, sign_in)
    letter = sign_in("bert").page(f"/letters/{post.letter_id(app, request_id)}")
    assert "de beheerder vult dit in bij Instellingen" in letter.text(letter.by_id("lacking"))
    assert "[te bevestigen]" in letter.text()


def test_a_letter_without_an_address_is_held_with_its_reason(app, world, sign_in):
    post.settle(app)
    homeless(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    assert post.stage_of(app, request_id) == "held"
    page = bert.page("/letters?stage=held")
    assert "het adres van het gezin" in page.text(page.by_id("letters"))


def test_once_the_address_is_known_it_goes_with_the_next_run(app, world, sign_in):
    post.settle(app)
    homeless(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    post.settle(app)
    post.printed(app, bert, "held")
    assert post.stage_of(app, request_id) == "ready"


def test_a_question_whose_day_to_answer_is_over_stays_here_and_says_so(app, world, sign_in):
    post.settle(app)
    request_id = desk.filed(app, world)
    asks = {"question": "Welke groep?", "to_whom": "client", "answer_by": "26/11/2026"}
    assert desk.press(sign_in("bert"), request_id, "ask", **asks).status_code == 303
    with desk.days_later(3):
        bert = sign_in("bert")
        post.printed(app, bert)
        assert post.stage_of(app, request_id) == "held"
        page = bert.page("/letters?stage=held")
        assert "een dag om te antwoorden die nog niet voorbij is" in page.text(
            page.by_id("letters")
        )
    with desk.days_later(2):
        post.printed(app, sign_in("bert"), "held")
    assert post.stage_of(app, request_id) == "ready"


def test_what_is_handed_over_needs_no_address(app, world, sign_in):
    post.settle(app)
    homeless(app)
    post.no_post(app, world, "noor")
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    assert post.stage_of(app, request_id) == "ready"


def test_nobody_else_comes_near_the_letters(app, world, sign_in):
    for who in ("an", "fien", "carla", "dirk", "bea"):
        assert sign_in(who).get("/letters").status_code == 404
