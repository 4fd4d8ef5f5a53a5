"""What happened to a client, in one list, from intake's own events."""

from __future__ import annotations

from sqlalchemy import event

from core.db import db
from tests.fund.desk import filed
from tests.people.test_client_page import lenas, post, statements_for


def test_requests_decisions_statuses_moves_and_contacts_stand_in_one_list(sign_in, app, world):
    number = filed(app, world, "lena")
    bert, address = sign_in("bert"), f"/worklist/{number}/grant"
    post(bert, address, bert.page(f"/worklist/{number}").form(address))
    an = sign_in("an")
    post(an, lenas(world) + "/address", {"from_on": "24/11/2026", "neighbourhood": "Bokrijk"})
    contact = {"held_on": "23/11/2026", "with_whom": "client", "how": "talk", "words": "Blij."}
    post(an, lenas(world) + "/contacts/new", contact)
    shown = an.page(lenas(world) + "/timeline").text()
    for words in (": Ingediend", ": Toegekend", "Bert Bex", "Woont in Bokrijk", "Woont in Winterslag",
                  "Gesprek: De cliënt", "Blij.", "Statuut begint: Verhoogde tegemoetkoming",
                  "Laatste dag van statuut", "Maatschappelijk werker: An Aerts, team Noord"):  # fmt: skip
        assert words in shown, words
    assert shown.index("Woont in Bokrijk") < shown.index("Gesprek") < shown.index("Winterslag")


def test_the_page_of_the_client_shows_the_newest_and_leads_on(sign_in, world):
    page = sign_in("an").page(lenas(world))
    assert "Wat er gebeurde" in page.text()
    assert page.link("Hele tijdlijn") == lenas(world) + "/timeline"


def test_it_never_asks_what_fund_knows(sign_in, app, world):
    filed(app, world, "lena")
    browser, asked = sign_in("an"), []
    with app.app_context():
        engine = db.engine

    def note(*args):
        asked.append(args[2])

    event.listen(engine, "before_cursor_execute", note)
    browser.page(lenas(world) + "/timeline")
    event.remove(engine, "before_cursor_execute", note)
    assert any("request_event" in one for one in asked)
    assert not any("FROM decision" in one or "JOIN decision" in one for one in asked)


def test_more_events_ask_no_more_of_the_database(sign_in, app, world):
    statements_for(app, sign_in("an"), lenas(world))  # what is read once and kept
    before = statements_for(app, sign_in("an"), lenas(world))
    for who in ("lena", "lena"):
        filed(app, world, who)
    post(sign_in("an"), lenas(world) + "/address", {"from_on": "24/11/2026", "town": "Genk"})
    assert statements_for(app, sign_in("an"), lenas(world)) <= before <= 31
    assert statements_for(app, sign_in("an"), lenas(world) + "/timeline") <= 14
