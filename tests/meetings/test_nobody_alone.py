"""What a body decides in meetings nobody decides for it, whether its votes are here or in another tool."""

from __future__ import annotations

import pytest

from core import settings
from core.db import db, transaction
from core.work.outbox import deliver_due
from fund.letters.models import Dispatch
from fund.meetings.choices import AGENDA
from fund.meetings.models import UrgentGrant
from fund.together.models import BatchLine
from tests.fund import desk as fund
from tests.fund.desk import committed, days_later, decision_of, filed, request_of
from tests.fund.test_revise import WHY, sent
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
from tests.meetings.test_elsewhere import line, store
from tests.meetings.test_urgent import spent, urgently

CLEAN = {"cost_cents": 1_000, "evidence_seen": ("invoice",)}
BOTH = pytest.mark.parametrize("agenda", ["here", "elsewhere"])
NOTED = "wordt genoteerd op de pagina van die zitting"


def keeps(app, agenda: str) -> None:
    with app.app_context(), transaction():
        settings.put(AGENDA, agenda, by=None)


def pressed(browser, request_id: int, act: str, **typed: str):
    """Sent by hand: the page offers no such form."""
    path = f"/worklist/{request_id}"
    token = browser.page(path).form("/sign-out")["csrf_token"]
    with browser.application.app_context():
        version = request_of(request_id).lock_version
    typed |= {"csrf_token": token, "version": str(version)}
    return browser.post(f"{path}/{act}", data=typed)


@BOTH
def test_one_approver_neither_grants_nor_refuses(app, world, sign_in, agenda):
    committee(app, agenda=agenda)
    request_id, bert = filed(app, world, **CLEAN), sign_in("bert")
    page = bert.page(f"/worklist/{request_id}")
    assert "Een zitting beslist over deze aanvraag. De notulist" in page.text()
    assert (NOTED in page.text()) == (agenda == "elsewhere")
    assert page.by_id("grant") is None
    assert page.by_id("refuse") is None
    for act, typed in (
        ("grant", {"shown_cents": "900"}),
        ("amount", {"amount": "5", "reasons": "Minder."}),
        ("refuse", {"reason_code": "too_late", "reasons": "Te laat."}),
    ):
        answer = pressed(bert, request_id, act, **typed)
        assert answer.status_code == 422, act
    with app.app_context():
        assert (request_of(request_id).status, decision_of(request_id)) == ("submitted", None)


@BOTH
def test_none_is_decided_together_with_others(app, world, sign_in, agenda):
    committee(app, agenda=agenda)
    filed(app, world, **CLEAN)
    bert = sign_in("bert")
    token = {"csrf_token": bert.page("/worklist").form("/sign-out")["csrf_token"]}
    begun = bert.post("/worklist/together", data=token)
    with app.app_context():
        deliver_due()
        assert db.session.query(BatchLine).count() == 0
    assert bert.get(begun.location).status_code == 200


def test_what_a_meeting_elsewhere_decided_no_approver_undoes(app, world, sign_in):
    committee(app, agenda="elsewhere")
    sara, boris = sign_in("sara"), sign_in("boris")
    meeting_id, (one,) = convened(app, world, sara, "noor")
    request_id = item(app, one, "request_id")[0]
    with days_later(9):
        done(store(sara, meeting_id))
        page = boris.page(f"/worklist/{request_id}")
        assert page.by_id("undo") is None
        assert pressed(boris, request_id, "undo").status_code == 422
        with app.app_context():
            assert request_of(request_id).status == "granted"
            assert decision_of(request_id).undone_at is None


@BOTH
def test_what_no_meeting_decided_is_undone_as_before(app, world, sign_in, agenda):
    """It was decided before meetings were kept."""
    committee(app, agenda="off")
    request_id, bert = filed(app, world, **CLEAN), sign_in("bert")
    assert fund.grant(bert, request_id).status_code == 303
    keeps(app, agenda)
    assert fund.undo(bert, request_id).status_code == 303
    assert pressed(bert, request_id, "grant", shown_cents="900").status_code == 422


@BOTH
def test_no_approver_revises_what_the_chair_granted(app, world, sign_in, agenda):
    committee(app, agenda=agenda, chair="bert")
    request_id, boris = filed(app, world, **CLEAN), sign_in("boris")
    done(urgently(sign_in("bert"), request_id))
    sent(sign_in, request_id)
    assert boris.page(f"/worklist/{request_id}").by_id("revise") is None
    assert boris.get(f"/worklist/{request_id}/revise").status_code == 422
    less = {"ruling": "grant", "amount": "8,99", "reasons": WHY}
    assert pressed(boris, request_id, "revise", **less).status_code == 422
    with app.app_context():
        assert db.session.query(UrgentGrant).one().outcome is None
        assert request_of(request_id).status == "notified"


def test_a_meeting_elsewhere_revises_what_has_left_by_its_outcomes(app, world, sign_in):
    """And what was paid above it is asked back on a ground, which the line names."""
    committee(app, agenda="elsewhere")
    sara = sign_in("sara")
    meeting_id, (first,) = convened(app, world, sara, "noor")
    request_id = item(app, first, "request_id")[0]
    with days_later(9):
        done(store(sara, meeting_id))
        sent(sign_in, request_id)
        spent(app, request_id, 900)
        with app.app_context():
            number = request_of(request_id).number
        second_id = planned(sara)
        done(send(sara, second_id, "items", number=number))
        one = item_of(app, request_id)
        done(press(sara, one, "draft", ruling="grant", amount="5", reasons=WHY))
        done(send(sara, second_id, "convene"))
        answer = store(sara, second_id)
        assert answer.status_code == 422
        assert f'href="#item-{one}-ground"' in answer.get_data(as_text=True)
        done(store(sara, second_id, **line(one, ground="error")))
        assert (stage(app, second_id), item(app, one, "stage")) == ("closed", ["adopted"])
        with app.app_context():
            new, asked = decision_of(request_id), request_of(request_id)
            assert (new.number, new.capacity, new.granted_cents) == (2, "by_vote", 500)
            assert (asked.status, asked.recovery_due_cents) == ("partly_granted", 400)


@BOTH
def test_the_chair_alone_takes_the_urgent_grant_back_while_nothing_has_left(
    app, world, sign_in, agenda
):
    committee(app, agenda=agenda, chair="bert")
    request_id, bert, boris = filed(app, world, **CLEAN), sign_in("bert"), sign_in("boris")
    done(urgently(bert, request_id))
    meeting_id = planned(sign_in("sara"))
    assert boris.page(f"/worklist/{request_id}").by_id("undo") is None
    assert pressed(boris, request_id, "undo").status_code == 422
    done(fund.undo(bert, request_id))
    with app.app_context():
        assert (request_of(request_id).status, committed()) == ("submitted", 0)
        assert db.session.query(UrgentGrant).one().outcome == "lapsed"
        assert db.session.query(Dispatch).filter_by(stage="waiting").count() == 0
    assert item(app, item_of(app, request_id), "stage", "meeting_id") == ["dropped", meeting_id]


def test_nor_does_the_chair_once_it_was_ratified(app, world, sign_in):
    committee(app, agenda="elsewhere", chair="bert")
    request_id, bert, sara = filed(app, world, **CLEAN), sign_in("bert"), sign_in("sara")
    done(urgently(bert, request_id))
    meeting_id = planned(sara)
    done(send(sara, meeting_id, "convene"))
    with days_later(9):
        done(store(sara, meeting_id))
        assert pressed(bert, request_id, "undo").status_code == 422
