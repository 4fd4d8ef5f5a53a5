"""What is undone or withdrawn is not told: a letter that has not left never leaves."""

import datetime as dt

from core.db import transaction
from fund.letters import actions
from tests.fund import desk
from tests.letters import desk as post


def withdraw(client, request_id):
    path = f"/requests/{request_id}/withdraw"
    form = client.page(f"/requests/{request_id}").form(path)
    return client.post(path, data={**form, "why": "Niet meer nodig."})


def test_undoing_voids_the_letter_and_a_new_decision_has_its_own(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    desk.undo(bert, request_id)
    assert post.stage_of(app, request_id) == "void"
    desk.press(bert, request_id, "refuse", reason_code="other", reasons="Dubbel gevraagd.")
    with app.app_context():
        stages = [(one.kind, one.stage) for one in post.letters_of(request_id)]
    assert stages == [("grant", "void"), ("refusal", "waiting")]


def test_a_void_letter_is_not_printed_nor_marked(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    where = post.printed(app, bert)
    number = post.letter_id(app, request_id)
    form = bert.page(f"/letters/{number}").form(f"/letters/{number}/sent")
    desk.undo(bert, request_id)
    assert bert.get(f"/letters/{number}.pdf").status_code == 409
    assert bert.post(f"/letters/{number}/sent", data=form).status_code == 409
    assert "Vervallen" in bert.page(where).text()


def test_withdrawing_before_it_left_voids_it(app, world, sign_in):
    request_id = post.granted(app, world, sign_in)
    assert withdraw(sign_in("an"), request_id).status_code == 303
    assert post.stage_of(app, request_id) == "void"


def test_withdrawing_afterwards_leaves_the_sent_letter(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    post.send(bert, post.letter_id(app, request_id))
    assert withdraw(sign_in("an"), request_id).status_code == 303
    assert post.stage_of(app, request_id) == "sent"


def test_a_question_is_void_once_it_is_decided_without_it(app, world, sign_in):
    request_id = desk.filed(app, world)
    with app.app_context(), transaction():
        actions.issue_question(
            desk.request_of(request_id), question="Welke groep?", answer_by=dt.date(2026, 12, 8)
        )
    desk.grant(sign_in("bert"), request_id)
    with app.app_context():
        stages = [(one.kind, one.stage) for one in post.letters_of(request_id)]
    assert stages == [("question", "void"), ("grant", "waiting")]


def test_a_question_to_the_client_is_a_letter_that_ends_nothing(app, world, sign_in):
    post.settle(app)
    request_id = desk.filed(app, world)
    with app.app_context(), transaction():
        actions.issue_question(
            desk.request_of(request_id), question="Welke groep?", answer_by=dt.date(2026, 12, 8)
        )
    bert = sign_in("bert")
    post.printed(app, bert)
    words = post.words_of(post.says(app, request_id))
    assert "Welke groep?" in words
    assert "ten laatste op 8 december 2026" in words
    post.send(bert, post.letter_id(app, request_id))
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.left_at, request.notified_on) == ("submitted", None, None)


def test_a_revision_names_the_decision_that_it_replaces(app, world, sign_in):
    post.settle(app)
    first = post.granted(app, world, sign_in)
    later = post.granted(app, world, sign_in, "zoë")
    with app.app_context(), transaction():
        actions.void(desk.request_of(later))
        actions.issue_for(desk.decision_of(later), revises=desk.decision_of(first))
    post.printed(app, sign_in("bert"))
    words = post.words_of(post.says(app, later))
    assert "vervangt onze beslissing van 24 november 2026" in words
