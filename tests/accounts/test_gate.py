"""The gate: who gets in where, and what all others see."""

import pytest
from flask import Flask

from accounts.gate import init_gate, needs
from accounts.headers import FIXED
from accounts.models import Account
from accounts.permissions import Permission, Role
from accounts.staff import actions
from core.db import db, transaction
from tests.inspector import Page

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


@pytest.mark.parametrize("path", ["/staff", "/worklist", "/statistics", "/nothing-here", "/"])
def test_a_stranger_is_sent_to_sign_in(client, path):
    answer = client.get(path)
    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in")


def test_a_strangers_odd_address_does_not_come_back(client):
    assert client.get("/%5Cevil.example").location == "/sign-in"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_a_stranger_changes_nothing(client, method):
    assert client.open("/staff", method=method).status_code == 401


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ["/staff", "/staff/1", "/settings", "/nothing-here", "/budgets"])
def test_without_the_permission_every_method_is_404(sign_in, method, path):
    assert sign_in("an").open(path, method=method).status_code == 404


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_with_the_permission_a_wrong_method_is_405(sign_in, method):
    answer = sign_in("bea").open("/staff", method=method)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_a_public_page_says_405_to_everybody(client, method):
    assert client.open("/sign-in", method=method).status_code == 405
    assert client.open("/static/site.css", method=method).status_code == 405


def test_an_unmarked_route_is_closed_to_everybody(app: Flask, monkeypatch, sign_in):
    bea = sign_in("bea")
    monkeypatch.setitem(app.view_functions, "accounts.staff", lambda: "open")
    assert bea.get("/staff").status_code == 404


def test_a_mark_asks_for_its_permission(app: Flask, monkeypatch, sign_in):
    bea = sign_in("bea")
    monkeypatch.setitem(
        app.view_functions, "accounts.staff", needs(Permission.DECIDE)(lambda: "open")
    )
    assert bea.get("/staff").status_code == 404


@pytest.mark.parametrize(
    "token", [None, "", "wrong", "é", "ImFiYyI.aaaa.bbbb", "a" * 5000, "\u202e"]
)
def test_a_wrong_csrf_token_is_a_calm_400(sign_in, token):
    data = {} if token is None else {"csrf_token": token}
    answer = sign_in("bea").post("/teams", data={"name": "Oost", **data})
    assert answer.status_code == 400
    assert Page(answer).h1


def test_another_sessions_token_is_refused(app: Flask, sign_in):
    token = sign_in("an").csrf()
    answer = sign_in("bea").post("/teams", data={"name": "Oost", "csrf_token": token})
    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/language", "/session/extend"])
def test_signing_in_and_out_ask_for_the_token_too(client, sign_in, path):
    assert sign_in("an").post(path).status_code == 400


def test_headers_stand_on_every_answer(client, sign_in):
    an = sign_in("an")
    answers = [
        client.get("/sign-in"),
        client.get("/staff"),
        client.post("/staff"),
        an.get("/staff"),
    ]
    answers += [an.get("/static/site.css"), an.get("/static/none.css"), an.post("/teams")]
    for answer in answers:
        policy = FIXED["Content-Security-Policy"]
        policy += "; sandbox" if "Content-Disposition" in answer.headers else ""
        fixed = FIXED | {"Content-Security-Policy": policy}
        assert {name: answer.headers[name] for name in FIXED} == fixed


def test_pages_are_never_kept_and_versioned_files_for_good(client, sign_in):
    assert sign_in("an").get("/account").headers["Cache-Control"] == "no-store"
    assert client.get("/static/site.css").headers["Cache-Control"] == "no-cache"
    assert "immutable" in client.get("/static/site.css?v=abc").headers["Cache-Control"]
    assert client.get("/static/none.css?v=abc").headers["Cache-Control"] == "no-store"


def test_the_cookie_is_closed_to_scripts_and_other_sites(client):
    cookie = client.get("/sign-in").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_over_https_the_cookie_is_bound_to_this_host(app: Flask):
    secure = Flask("secure")
    secure.config["SECURE_COOKIES"] = True
    init_gate(secure)
    assert secure.config["SESSION_COOKIE_NAME"] == "__Host-session"
    assert secure.config["SESSION_COOKIE_SECURE"] is True


def test_the_cookie_holds_a_token_and_nothing_of_a_person(sign_in):
    an = sign_in("an")
    an.get("/account")
    with an.session_transaction() as held:
        assert set(held) <= {"_user_id", "csrf_token"}
        assert len(held["_user_id"]) >= 43


def test_an_htmx_request_of_a_stranger_is_sent_on(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://localhost/requests?state=open"}
    answer = client.post("/teams", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/sign-in?next=%2Frequests%3Fstate%3Dopen"


def test_another_sites_current_address_is_not_believed(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "https://evil.example/requests"}
    assert client.get("/teams", headers=headers).headers["HX-Redirect"] == "/sign-in"


def test_a_one_time_passphrase_leads_to_choosing_one_first(app: Flask, sign_in, world):
    an = sign_in("an")
    with app.app_context(), transaction():
        db.session.get(Account, world.accounts["an"]).must_change = True
    assert an.get("/requests").location == "/account/passphrase"
    assert an.page("/account/passphrase").h1


def test_a_role_taken_away_closes_the_next_request(app: Flask, sign_in, world):
    bert = sign_in("bert")
    with app.app_context(), transaction():
        actions.set_roles(
            db.session.get(Account, world.accounts["bert"]), frozenset({Role.FINANCE})
        )
    assert bert.get("/worklist").location.startswith("/sign-in")
