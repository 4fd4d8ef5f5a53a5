"""A partner's link: made by staff, opened by a guide without an account, who learns nothing by it."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from accounts import slowdown
from accounts.links.models import AccessLink
from accounts.models import SignInCount
from core.audit import AuditEntry
from core.db import db, transaction
from intake.referrals.models import Referral
from ops.gunicorn_conf import shown_path
from tests.inspector import Page
from tests.referrals.desk import LINK, TOLD, made, stored, tell


@pytest.mark.parametrize("who", ["an", "bea"])
def test_a_guide_sends_and_reads_only_that_it_came_in(sign_in, world, client, app, who):
    team = {"team": "1"} if who == "bea" else {}
    path = made(sign_in(who), most_uses="2", **team)
    page = client.page(path)
    assert "Voor De Sfeer" in page.text()
    answer = tell(client, path)
    assert (answer.status_code, answer.location) == (303, "/received")
    shown = client.page("/received")
    assert shown.h1 == "Ontvangen"
    assert not shown.all("form")
    # one who has a file with us, and one whom nobody knows: the same answer
    known = tell(client, path, given_name="Lena", family_name="Peeters")
    assert (known.status_code, known.location) == (303, "/received")
    assert stored(app) == [
        ("De Sfeer", "waiting", "Samira Haddad"), ("De Sfeer", "waiting", "Lena Peeters")
    ]  # fmt: skip


def test_what_was_told_and_the_token_stand_nowhere_in_clear(sign_in, client, app):
    path = made(sign_in("an"))
    token = path.rsplit("/", 1)[1]
    tell(client, path)
    with app.app_context():
        row = db.session.scalars(select(Referral)).one()
        kept = repr([vars(row), vars(db.session.scalars(select(AccessLink)).one())])
        trail = repr([vars(one) for one in db.session.scalars(select(AuditEntry))])
    for words in (*TOLD.values(), token):
        assert words not in kept + trail, words
    assert shown_path(path) == "/refer/*"


def test_dead_links_of_each_kind_get_one_and_the_same_answer(sign_in, client, app, later):
    an = sign_in("an")
    used, withdrawn, over, closed = made(an), made(an), made(an), made(sign_in("bea"), team="2")
    tell(client, used)
    an.send("/referrals/links/2/withdraw")
    with app.app_context(), transaction():
        db.session.get_one(AccessLink, 4).team.closed_at = db.session.get_one(AccessLink, 4).made_at
    answers = set()
    with later(days=7):
        for path in (used, withdrawn, closed, "/refer/" + "x" * 43, "/refer/é"):
            answers.add(_plain(client.get(path)))
            answers.add(_plain(client.send(path, TOLD | {"form_key": str(uuid.uuid4())})))
    with later(days=8):
        answers.add(_plain(client.get(over)))
        answers.add(_plain(client.send(over)))
    assert len(answers) == 1
    status, body = answers.pop()
    assert status == 404
    assert "Deze link werkt niet" in body
    assert len(stored(app)) == 1


def _plain(answer):
    return answer.status_code, answer.get_data(as_text=True)


def test_the_same_form_sent_again_is_one_referral_and_takes_one_use(sign_in, client, app):
    path = made(sign_in("an"), most_uses="2")
    form = client.page(path).form(path) | TOLD
    for _again in range(3):
        assert client.post(path, data=form).location == "/received"
    assert len(stored(app)) == 1
    other = [form | {"form_key": str(uuid.uuid4())} for _ in range(2)]
    assert [client.post(path, data=one).status_code for one in other] == [303, 404]
    assert client.post(path, data=form).location == "/received"
    assert len(stored(app)) == 2


def test_a_form_key_of_another_link_opens_nothing(sign_in, client, app):
    an = sign_in("an")
    first, second = made(an), made(an)
    form = client.page(first).form(first) | TOLD
    client.post(first, data=form)
    assert client.post(second, data=form).status_code == 404
    assert len(stored(app)) == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"given_name": ""}, "given_name"),
        ({"contact": "x" * 41}, "contact"),
        ({"wish": "x" * 1001}, "wish"),
        ({"signed_by": ""}, "signed_by"),
        ({"signed_on": "25/11/2026"}, "signed_on"),
        ({"scope": " "}, "scope"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_takes_no_use(sign_in, client, app, change, field):
    path = made(sign_in("an"))
    page = Page(tell(client, path, **change))
    assert page.status == 422
    assert page.by_id(f"{field}-error") is not None
    assert page.form(path)["family_name"] == "Haddad"
    assert stored(app) == []
    assert tell(client, path).status_code == 303


def test_huge_and_strange_input_is_refused_or_kept_literally(sign_in, client, app):
    an = sign_in("an")
    path = made(an)
    assert tell(client, path, wish="x" * 30_000).status_code == 413
    assert client.post(path, json=TOLD).status_code == 400
    assert client.post(path, data=TOLD).status_code == 400  # no token
    markup = '<script>alert(1)</script><b hx-post="/x">'
    tell(client, path, given_name=markup[:80])
    assert "&lt;script&gt;" in an.page("/referrals").html


def test_who_tries_many_links_waits_whatever_the_next_one_opens(sign_in, client, app, monkeypatch):
    monkeypatch.setattr(slowdown, "LINK_FREE", 3)
    path = made(sign_in("an"))
    for number in range(3):
        assert client.get(f"/refer/{number}").status_code == 404
    answers = {_plain(client.get(one)) for one in (path, "/refer/x")}
    answers.add(_plain(client.send(path, TOLD)))
    assert {status for status, _body in answers} == {429}
    assert len(answers) == 1
    elsewhere = client.get(path, environ_overrides={"REMOTE_ADDR": "192.0.2.9"})
    assert elsewhere.status_code == 200
    with app.app_context():
        kept = db.session.scalars(select(SignInCount.subject_key)).all()
        assert not any("127.0.0.1" in one for one in kept)


def test_who_makes_links_and_for_which_team(sign_in, world, app):
    an, arne = sign_in("an"), sign_in("arne")
    made(an, organisation="Horizont")
    assert "Horizont" not in arne.page("/referrals/links").text()
    assert arne.send("/referrals/links/1/withdraw").status_code == 404
    assert Page(arne.send("/referrals/links", LINK | {"team": "1"})).status == 422
    assert "Horizont" in sign_in("bea").page("/referrals/links").text()
    for who in ("bert", "hilde", "carla", "dirk", "fien"):
        sign_in(who).page("/referrals/links", status=404)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"until_on": "23/11/2026"}, "until_on"),
        ({"until_on": "26/11/2027"}, "until_on"),
        ({"most_uses": "0"}, "most_uses"),
        ({"most_uses": "101"}, "most_uses"),
        ({"organisation": ""}, "organisation"),
    ],
)
def test_a_link_that_cannot_be_is_refused(sign_in, app, change, field):
    page = Page(sign_in("an").send("/referrals/links", LINK | {"team": "1"} | change))
    assert page.status == 422
    assert page.by_id(f"{field}-error") is not None
