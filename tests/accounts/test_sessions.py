"""Sessions: how they end, and what is kept of a form when one ran out."""

import datetime as dt

import pytest
from sqlalchemy import select

from accounts import session_life
from accounts.gate import keeps_late_text, needs
from accounts.jobs import forget_sessions
from accounts.models import Account, SignedIn
from accounts.permissions import Permission
from accounts.staff import actions
from core.db import db, transaction


def cookie_of(client):
    return client.get_cookie("session").value


def sessions(app, world, name="an"):
    with app.app_context():
        wanted = select(SignedIn).where(SignedIn.account_id == world.accounts[name])
        return db.session.scalars(wanted.order_by(SignedIn.id)).all()


def test_thirty_minutes_without_use_end_it(sign_in, time_machine_at):
    an = sign_in("an")
    with time_machine_at(minutes=29):
        assert an.get("/account").status_code == 200
    with time_machine_at(minutes=58):
        assert an.get("/account").status_code == 200
    with time_machine_at(minutes=89):
        assert an.get("/account").status_code == 303


def test_twelve_hours_end_it_whatever_happens(sign_in, time_machine_at):
    an = sign_in("an")
    for quarter in range(1, 12 * 4):
        with time_machine_at(minutes=15 * quarter):
            assert an.get("/account").status_code == 200
    with time_machine_at(hours=12, seconds=5):
        assert an.get("/account").status_code == 303


def test_use_is_written_at_most_once_a_minute(app, sign_in, world, time_machine_at):
    an = sign_in("an")
    began = sessions(app, world)[0].seen_at
    an.get("/account")
    assert sessions(app, world)[0].seen_at == began
    with time_machine_at(seconds=61):
        an.get("/account")
        written = sessions(app, world)[0].seen_at
        assert written > began
        an.get("/account")
        assert sessions(app, world)[0].seen_at == written


def test_extending_starts_the_half_hour_again(sign_in, time_machine_at):
    an = sign_in("an")
    with time_machine_at(minutes=27):
        answer = an.send("/session/extend", headers={"HX-Request": "true"})
        assert answer.status_code == 204
        assert int(answer.headers["Session-Ends-In"]) > 1700
    with time_machine_at(minutes=50):
        assert an.get("/account").status_code == 200


def test_signing_out_ends_it_on_the_server_and_empties_the_browser(app, sign_in):
    an = sign_in("an")
    stolen = cookie_of(an)
    answer = an.send("/sign-out")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    thief = app.test_client()
    thief.set_cookie("session", stolen)
    assert thief.get("/account").status_code == 303


def test_disabling_ends_it_within_one_request(app, sign_in, world):
    an = sign_in("an")
    with app.app_context(), transaction():
        actions.disable(db.session.get(Account, world.accounts["an"]))
    assert an.get("/account").status_code == 303


def test_a_disabled_account_is_out_even_if_its_sessions_were_left(app, sign_in, world):
    an = sign_in("an")
    with app.app_context(), transaction():
        db.session.get(Account, world.accounts["an"]).disabled_at = dt.datetime.now(dt.UTC)
    assert an.get("/account").status_code == 303


def test_only_what_ran_out_by_itself_hands_over_late():
    began = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    held = SignedIn(began_at=began, seen_at=began, account=Account())
    assert not session_life.may_hand_over_late(held, began + dt.timedelta(minutes=5))
    assert session_life.may_hand_over_late(held, began + dt.timedelta(minutes=31))
    held.ended_at = began
    assert not session_life.may_hand_over_late(held, began + dt.timedelta(minutes=31))


def test_ones_other_session_can_be_ended_and_nobody_elses(app, sign_in, world):
    here, there, arne = sign_in("an"), sign_in("an"), sign_in("arne")
    other = sessions(app, world)[1].id
    assert arne.send(f"/account/sessions/{other}/end").status_code == 404
    assert here.send(f"/account/sessions/{other}/end").status_code == 303
    assert there.get("/account").status_code == 303
    assert here.get("/account").status_code == 200


def test_a_made_up_token_opens_nothing(client, sign_in):
    client.get("/sign-in")
    with client.session_transaction() as held:
        held["_user_id"] = "made-up"
    assert client.get("/account").status_code == 303


@pytest.fixture
def kept(app, monkeypatch):
    """What the keeper of a form was given, behind a view that only workers may post to."""
    given = []

    def keep(account, form, **values):
        given.append((account.username, form["text"], values))

    view = needs(Permission.REQUEST_FILE)(keeps_late_text(keep)(lambda **_values: "done"))
    monkeypatch.setitem(app.view_functions, "accounts.rename_team", view)
    return given


def late(client, token, text="my report"):
    return client.post("/teams/1", data={"csrf_token": token, "text": text})


def test_a_form_sent_after_the_session_ran_out_is_kept(sign_in, kept, time_machine_at):
    an = sign_in("an")
    token = an.csrf()
    with time_machine_at(minutes=31):
        answer = late(an, token)
    assert answer.status_code == 401
    assert kept == [("an", "my report", {"team_id": 1})]
    assert "my report" not in answer.get_data(as_text=True)


def test_a_day_later_nothing_is_kept(sign_in, kept, time_machine_at):
    an = sign_in("an")
    token = an.csrf()
    with time_machine_at(hours=13):
        assert late(an, token).status_code == 401
    assert kept == []


def test_after_signing_out_nothing_is_kept(app, sign_in, kept, world):
    an = sign_in("an")
    token, before = an.csrf(), cookie_of(an)
    an.send("/sign-out")
    an.set_cookie("session", before)
    assert late(an, token).status_code == 401
    assert kept == []


def test_of_a_disabled_account_nothing_is_kept(app, sign_in, kept, world, time_machine_at):
    an = sign_in("an")
    token = an.csrf()
    with app.app_context(), transaction():
        actions.disable(db.session.get(Account, world.accounts["an"]))
    with time_machine_at(minutes=31):
        assert late(an, token).status_code == 401
    assert kept == []


def test_with_a_wrong_token_nothing_is_kept(sign_in, kept, time_machine_at):
    an = sign_in("an")
    with time_machine_at(minutes=31):
        assert late(an, "wrong").status_code == 401
    assert kept == []


def test_without_the_permission_nothing_is_kept(sign_in, kept, time_machine_at):
    bert = sign_in("bert")
    token = bert.csrf()
    with time_machine_at(minutes=31):
        assert late(bert, token).status_code == 401
    assert kept == []


def test_after_a_month_a_session_is_forgotten(app, sign_in, world, time_machine_at):
    sign_in("an")
    with app.app_context():
        forget_sessions()
    assert len(sessions(app, world)) == 1
    with time_machine_at(days=31), app.app_context():
        forget_sessions()
    assert sessions(app, world) == []
