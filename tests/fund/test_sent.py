"""The letter has left, marked by hand: the list of late decisions says what still has to."""

from tests.fund import desk


def decided(app, world, sign_in, days=0):
    request_id = desk.filed(app, world)
    bert = sign_in("bert")
    desk.grant(bert, request_id)
    return bert, request_id


def send(client, request_id):
    form = client.page("/decided").form(f"/decided/{request_id}/sent")
    return client.post(f"/decided/{request_id}/sent", data=form)


def test_marking_it_sent_moves_the_request_and_ends_undoing(app, world, sign_in):
    bert, request_id = decided(app, world, sign_in)
    page = desk.seen(bert, send(bert, request_id))
    assert "2026-0001: de brief is verstuurd." in page.text()
    assert "Brief verstuurd" in page.text(page.by_id("decided"))
    assert page.by_id(f"undo-{desk.decision_id(app, request_id)}") is None
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.status == "notified"
        assert request.left_at is not None
        assert request.outcome == "granted"


def test_the_head_of_the_service_may_send_but_not_undo(app, world, sign_in):
    _bert, request_id = decided(app, world, sign_in)
    hilde = sign_in("hilde")
    assert f"/worklist/{request_id}/undo" not in hilde.page("/decided").html
    assert send(hilde, request_id).status_code == 303


def test_the_list_says_how_long_the_letter_may_take(app, world, sign_in):
    bert, _request_id = decided(app, world, sign_in)
    assert "nog 8 dagen" in bert.page("/decided").text()
    with desk.days_later(9):
        assert "1 dag te laat" in sign_in("boris").page("/decided").text()


def test_mine_are_those_that_i_decided(app, world, sign_in):
    bert, request_id = decided(app, world, sign_in)
    assert f"/worklist/{request_id}" in bert.page("/decided?by=me").html
    page = sign_in("boris").page("/decided?by=me")
    assert "Er is nog niets beslist." in page.text()


def test_sending_twice_is_a_conflict(app, world, sign_in):
    bert, request_id = decided(app, world, sign_in)
    form = bert.page("/decided").form(f"/decided/{request_id}/sent")
    assert bert.post(f"/decided/{request_id}/sent", data=form).status_code == 303
    assert bert.post(f"/decided/{request_id}/sent", data=form).status_code == 409


def test_an_undone_decision_stays_in_the_list_as_undone(app, world, sign_in):
    bert, request_id = decided(app, world, sign_in)
    desk.undo(bert, request_id)
    page = bert.page("/decided")
    assert "Ongedaan gemaakt" in page.text(page.by_id("decided"))
    assert f"/decided/{request_id}/sent" not in page.html
