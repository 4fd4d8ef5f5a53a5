"""An agenda in another tool: its documents leave, its outcomes come back on one page, all at once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from core import audit
from core.clock import brussels
from core.db import db
from core.trail import AuditEntry
from fund.letters.models import Dispatch
from fund.meetings.models import Meeting
from intake.requests.models import Request
from tests.counting import queries_of
from tests.fund.desk import committed, days_later, decision_of, filed, request_of, seen
from tests.meetings.desk import (
    committee,
    convened,
    done,
    item,
    item_of,
    planned,
    press,
    send,
    stage,
)
from tests.meetings.papers import documents, parts, words


@pytest.fixture
def sara(app, world, sign_in):
    committee(app, agenda="elsewhere", chair="bert")
    return sign_in("sara")


def typed(browser: Any, meeting_id: int) -> dict[str, str]:
    """The page of outcomes as it stands, with the session that it asks."""
    action = f"/meetings/{meeting_id}/outcomes"
    return browser.page(action).form(action) | {"number": "BC 14", "held_on": "03/12/2026"}


def store(browser: Any, meeting_id: int, **lines: str) -> Any:
    """Send it with these fields."""
    return browser.post(
        f"/meetings/{meeting_id}/outcomes", data=typed(browser, meeting_id) | of(lines)
    )


def of(lines: dict[str, str]) -> dict[str, str]:
    """`item_7__amount` is what the page calls `item-7-amount`."""
    return {name.replace("__", "-").replace("item_", "item-"): said for name, said in lines.items()}


def line(item_id: int, **fields: str) -> dict[str, str]:
    """The fields of one line."""
    return {f"item_{item_id}__{name}": said for name, said in fields.items()}


def test_each_document_holds_what_a_committee_decides_on(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "noor", "emir")
    found = documents(sara, meeting_id)
    assert len(found) == 3
    listed = words(found["00-lijst.docx"])
    (one, _other) = sorted(name for name in found if name != "00-lijst.docx")
    said = words(found[one])
    for told in (
        "Noor",
        "Speelt veel alleen.",
        "Vrienden",
        "Lidgeld Chiro",
        "art.",
        "9,00 toekennen",
    ):
        assert told in said, told
    assert "{{" not in said
    assert "Emir" in listed
    assert "toekennen" in listed
    assert documents(sara, meeting_id) == found


def test_documents_run_and_fetch_nothing_and_their_names_name_nobody(app, world, sara):
    meeting_id, _items = convened(app, world, sara, "noor")
    found = documents(sara, meeting_id)
    assert not [name for name in found if "noor" in name.lower() or "peeters" in name.lower()]
    for content in found.values():
        for name, part in parts(content).items():
            assert name.endswith((".xml", ".rels", ".jpeg")), name
            assert b'TargetMode="External"' not in part


def test_what_was_taken_along_stands_in_the_access_log(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    documents(sara, meeting_id)
    request_id = item(app, one, "request_id")[0]
    with app.app_context():
        wanted = select(AuditEntry.kind, AuditEntry.object_id).where(AuditEntry.why == "documents")
        looked = {(row[0], str(row[1])) for row in db.session.execute(wanted)}
    assert looked == {("meeting", str(meeting_id)), ("request", str(request_id))}


def test_all_outcomes_are_stored_at_once_and_close_the_session(app, world, sara):
    meeting_id, (first, second, third) = convened(app, world, sara, "noor", "emir", "lena")
    with days_later(9):
        answer = store(
            sara,
            meeting_id,
            **line(second, outcome="other_amount", amount="5", reasons="Vorig jaar ook."),
            **line(third, outcome="put_off", reasons="Volgende keer."),
        )
        assert "2 aanvragen beslist" in seen(sara, answer).text()
        assert [item(app, one, "stage")[0] for one in (first, second, third)] == [
            *("adopted", "adopted", "postponed"),
        ]
        with app.app_context():
            meeting = db.session.get_one(Meeting, meeting_id)
            assert (meeting.stage, meeting.number_elsewhere) == ("closed", "BC 14")
            made = [decision_of(one.request_id) for one in meeting.items[:2]]
            assert [(one.body, one.capacity) for one in made] == [("bcsd", "by_vote")] * 2
            assert [one.outcome for one in made] == ["granted", "partly_granted"]
            assert committed() == sum(one.granted_cents for one in made)
            assert db.session.query(Dispatch).count() >= 2
        page = sara.page(f"/meetings/{meeting_id}/decisions").text()
        assert "BC 14" in page
        assert "3 december 2026" in page


def test_one_wrong_line_stores_nothing_and_keeps_what_was_typed(app, world, sara):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    with days_later(9):
        answer = store(sara, meeting_id, **line(second, outcome="refused", reasons="Te laat."))
        assert answer.status_code == 422
        text = answer.get_data(as_text=True)
        assert f'href="#item-{second}-reason_code"' in text
        assert "Te laat." in text
        assert "BC 14" in text
        assert item(app, first, "stage", "decision_id") == ["pending", None]
        with app.app_context():
            assert committed() == 0
        assert stage(app, meeting_id) == "convened"


def test_every_wrong_line_is_said_beside_it(app, world, sara):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    with days_later(9):
        text = store(
            sara,
            meeting_id,
            **line(first, outcome="other_amount", amount="999", reasons="Meer."),
            **line(second, outcome="other_amount"),
        ).get_data(as_text=True)
        assert f'href="#item-{first}-amount"' in text
        assert f'href="#item-{second}-amount"' in text


def test_a_request_that_was_withdrawn_meanwhile_falls_away_and_the_rest_is_looked_at_again(
    app, world, sara, sign_in
):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    before = typed(sara, meeting_id)
    request_id = item(app, second, "request_id")[0]
    an = sign_in("an")
    action = f"/requests/{request_id}/withdraw"
    form = an.page(f"/requests/{request_id}").form(action)
    done(an.post(action, data=form | {"why": "Gaat niet door."}))
    with days_later(9):
        answer = sara.post(f"/meetings/{meeting_id}/outcomes", data=before)
        assert answer.status_code == 422
        assert "wat er overblijft" in answer.get_data(as_text=True)
        assert item(app, first, "stage") == ["pending"]
        done(store(sara, meeting_id))
        assert [item(app, one, "stage")[0] for one in (first, second)] == ["adopted", "dropped"]


def test_an_item_keeps_the_number_that_its_document_has(app, world, sara, sign_in):
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    gone, stays = (item(app, one, "request_id")[0] for one in (first, second))
    an, action = sign_in("an"), f"/requests/{gone}/withdraw"
    form = an.page(f"/requests/{gone}").form(action)
    done(an.post(action, data=form | {"why": "Gaat niet door."}))
    page = sara.page(f"/meetings/{meeting_id}/outcomes")
    legends = [page.text(one) for one in page.all("legend")]
    assert any(one.startswith(f"2. 2026-000{stays}") for one in legends), legends


def test_what_changed_since_its_draft_is_not_decided_by_it(app, world, sara, sign_in):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    an = sign_in("an")
    request_id = item(app, one, "request_id")[0]
    action = f"/requests/{request_id}/correct"
    form = an.page(action).form(action)
    done(an.post(action, data=form | {"cost": "90", "note": "Duurder."}))
    with days_later(9):
        for said in ({}, {"outcome": "other_amount", "amount": "5", "reasons": "Minder."}):
            answer = store(sara, meeting_id, **line(one, **said))
            assert answer.status_code == 422
            assert "is gewijzigd sinds" in answer.get_data(as_text=True)
        done(press(sara, one, "draft", ruling="grant", amount="81"))
        done(store(sara, meeting_id))
        with app.app_context():
            assert request_of(request_id).granted_cents == 8_100


def test_a_draft_that_was_written_anew_while_the_page_was_open_is_looked_at_again(app, world, sara):
    meeting_id, (one,) = convened(app, world, sara, "noor")
    before = typed(sara, meeting_id)
    with days_later(9):
        done(press(sara, one, "draft", ruling="grant", amount="5", reasons="Minder."))
        answer = sara.post(f"/meetings/{meeting_id}/outcomes", data=before)
        assert answer.status_code == 422
        assert "intussen opnieuw geschreven" in answer.get_data(as_text=True)
        assert stage(app, meeting_id) == "convened"


def test_the_second_secretary_sees_that_they_were_stored(app, world, sara, sign_in):
    meeting_id, _items = convened(app, world, sara, "noor")
    with days_later(9):
        hilde = sign_in("hilde")
        other = typed(hilde, meeting_id)
        done(store(sara, meeting_id))
        assert hilde.post(f"/meetings/{meeting_id}/outcomes", data=other).status_code == 409


def test_urgent_grants_come_back_ratified_or_not_with_reasons(app, world, sara, sign_in):
    bert, told = sign_in("bert"), {}
    for name in ("noor", "emir"):
        asked = filed(app, world, name, cost_cents=1_000, evidence_seen=("invoice",))
        action = f"/worklist/{asked}/urgent"
        form = bert.page(action).form(action)
        done(bert.post(action, data=form | {"why": "Het kamp begint morgen."}))
        told[name] = asked
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    yes, no = (item_of(app, one) for one in told.values())
    with days_later(9):
        without = store(sara, meeting_id, **line(no, outcome="not_ratified"))
        assert without.status_code == 422
        assert f'href="#item-{no}-reasons"' in without.get_data(as_text=True)
        done(store(sara, meeting_id, **line(no, outcome="not_ratified", reasons="Niet dringend.")))
        assert [item(app, one, "stage")[0] for one in (yes, no)] == ["adopted", "rejected"]
        with app.app_context():
            assert request_of(told["emir"]).freed_cents == 900
            assert committed() == 900


def test_a_session_is_not_stored_before_it_was_held_nor_before_the_agenda_was_ready(
    app, world, sara
):
    meeting_id, _items = convened(app, world, sara, "noor")
    form = typed(sara, meeting_id)
    for day, words_said in (("03/12/2026", "toekomst"), ("20/11/2026", "nog niet klaar")):
        answer = sara.post(f"/meetings/{meeting_id}/outcomes", data=form | {"held_on": day})
        assert answer.status_code == 422
        assert words_said in answer.get_data(as_text=True)


def test_what_is_stored_later_was_decided_on_the_day_of_the_session(app, world, sara):
    """In January, of a session in December: the year before pays, and the letter is late from that day on."""
    meeting_id, (first, second) = convened(app, world, sara, "noor", "emir")
    with days_later(45):
        form = typed(sara, meeting_id) | {"held_on": "30/12/2026"}
        lines = of(line(second, outcome="other_amount", amount="5", reasons="Vorig jaar ook."))
        assert sara.post(f"/meetings/{meeting_id}/outcomes", data=form | lines).status_code == 303
        with app.app_context():
            made = [decision_of(item(app, one, "request_id")[0]) for one in (first, second)]
            assert [brussels(one.decided_at).date() for one in made] == [dt.date(2026, 12, 30)] * 2
            assert {one.booked_quarter for one in made} == {"2026Q4"}
            assert committed() == sum(one.granted_cents for one in made) > 0
            wanted = db.session.query(Request.decided_at, Request.notify_due_on)
            told = wanted.filter(Request.id.in_([one.request_id for one in made])).all()
            assert [due_on for _at, due_on in told] == [dt.date(2027, 1, 7)] * 2
            assert {at for at, _due_on in told} == {one.decided_at for one in made}
            assert audit.verify(db.session()) is None


def test_the_page_of_outcomes_asks_no_more_for_more_items(app, world, sara):
    asked = []
    for who in (("noor",), ("emir", "lena")):
        meeting_id, _items = convened(app, world, sara, *who)
        sara.get(f"/meetings/{meeting_id}/outcomes")
        with queries_of(app) as statements:
            assert sara.get(f"/meetings/{meeting_id}/outcomes").status_code == 200
        asked.append(len(statements))
    assert asked[0] == asked[1]


def test_nobody_who_does_not_hold_meetings_gets_documents_or_outcomes(app, world, sara, sign_in):
    meeting_id, _items = convened(app, world, sara, "noor")
    for who in ("carla", "fien", "mia", "an", "bea"):
        browser = sign_in(who)
        for path in ("outcomes", "documents.zip"):
            assert browser.get(f"/meetings/{meeting_id}/{path}").status_code == 404, (who, path)


def test_before_the_agenda_is_ready_and_where_it_lives_here_there_is_nothing(app, world, sara):
    filed(app, world)
    meeting_id = planned(sara)
    for path in ("outcomes", "documents.zip"):
        assert sara.get(f"/meetings/{meeting_id}/{path}").status_code == 404
