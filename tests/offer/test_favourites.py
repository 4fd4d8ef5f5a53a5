"""What a team keeps at hand: one star for all of it, seen first while somebody types."""

from __future__ import annotations

import json

from accounts.models import Person
from core.db import db, transaction
from tests.inspector import Page
from tests.offer.test_search import found
from tests.requests.steps import HTMX, opened

LESSON = "Zwemles, reeks van 10"


def star(browser, number, **form):
    return browser.send(f"/offer/activities/{number}/star", {"words": "zwem"} | form)


def suggested(browser, world, words):
    fields = opened(browser, world.clients["noor"]) | {"what": words}
    page = Page(browser.post("/filings/activities", data=fields, headers=HTMX))
    options = [one for one in page.all("li") if one.get("data-fill")]
    return [(json.loads(one.get("data-fill"))["activity_id"], page.text(one)) for one in options]


def test_a_star_is_the_teams_and_comes_first_in_the_form(sign_in, world):
    an, lesson = sign_in("an"), world.activities["zwemles"]
    assert suggested(an, world, "zwem")[0][0] == world.activities["zwembeurten"]
    assert star(an, lesson, starred="y").location == f"/offer?words=zwem#star-{lesson}"
    assert star(an, lesson, starred="y").status_code == 303
    first = suggested(an, world, "zwem")[0]
    assert first[0] == lesson
    assert "★ Zwembad Boxbergheide" in first[1]
    assert found(an.page("/offer?favourite=y")) == {LESSON}
    assert found(sign_in("arne").page("/offer?favourite=y")) == set()
    star(an, lesson)
    assert found(an.page("/offer?favourite=y")) == set()


def test_without_a_team_there_is_no_star(sign_in, app, world):
    with app.app_context(), transaction():
        db.session.get_one(Person, world.people["an"]).team_id = None
    an, card = sign_in("an"), world.activities["zwembeurten"]
    assert an.page("/offer").by_id(f"star-{card}") is None
    answer = star(an, card, starred="y")
    assert answer.status_code == 422
    assert "U hoort nog bij geen team" in Page(answer).text()


def test_an_activity_that_is_not_there_gets_none(sign_in):
    assert star(sign_in("an"), 999999, starred="y").status_code == 404
