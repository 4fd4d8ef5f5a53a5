"""Undoing: while nothing has left the house, in two keys, with trace."""

from books.queries import verify
from core.db import db
from tests.fund import desk
from tests.inspector import Page


def test_the_notice_after_a_decision_carries_its_way_back(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    page = desk.seen(bert, desk.grant(bert, request_id))
    answer = bert.post(
        f"/worklist/{request_id}/undo", data=page.form(f"/worklist/{request_id}/undo")
    )
    assert "U kunt opnieuw beslissen." in desk.seen(bert, answer).text()
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.outcome, request.granted_cents) == ("submitted", None, 0)


def test_the_money_is_free_again_by_a_line_of_its_own(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    desk.undo(bert, request_id)
    with app.app_context():
        assert desk.committed() == 0
        assert verify(db.session()) == []
        decision = desk.decision_of(request_id)
        assert decision.undone_by_id == world.people["bert"]


def test_deciding_anew_makes_a_second_decision(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    desk.undo(bert, request_id)
    desk.press(bert, request_id, "refuse", reason_code="other", reasons="Toch niet.")
    with app.app_context():
        request = desk.request_of(request_id)
        assert desk.decision_of(request_id).number == 2
        assert [e.verb for e in request.events] == ["submit", "grant", "undo", "refuse"]


def test_once_the_letter_has_left_there_is_no_way_back(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    page = desk.seen(bert, desk.grant(bert, request_id))
    form = page.form(f"/worklist/{request_id}/undo")
    sent = bert.page("/decided").form(f"/decided/{request_id}/sent")
    bert.post(f"/decided/{request_id}/sent", data=sent)
    assert bert.post(f"/worklist/{request_id}/undo", data=form).status_code == 409
    fresh = {**form, "version": int(form["version"]) + 1}
    assert bert.post(f"/worklist/{request_id}/undo", data=fresh).status_code in {409, 422}
    with app.app_context():
        assert desk.request_of(request_id).status == "notified"
        assert desk.committed() == 10_000


def test_undoing_twice_is_a_conflict_that_says_what_happened(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    page = desk.seen(bert, desk.grant(bert, request_id))
    form = page.form(f"/worklist/{request_id}/undo")
    desk.undo(bert, request_id)
    answer = bert.post(f"/worklist/{request_id}/undo", data=form)
    assert answer.status_code == 409
    assert "Bert Bex" in Page(answer).text()


def test_a_refusal_is_undone_without_touching_the_ledger(app, world, sign_in):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.press(bert, request_id, "refuse", reason_code="other", reasons="Nee.")
    desk.undo(bert, request_id)
    with app.app_context():
        assert desk.request_of(request_id).status == "submitted"
        assert verify(db.session()) == []
