"""The same form twice, and a session that ended while a form was filled in."""

import datetime as dt

import pytest
from sqlalchemy import func, select, update

from accounts import session_life
from accounts.models import SignedIn
from accounts.queries import token_hash
from core import clock
from core.db import db, transaction
from core.drafts import Draft
from intake.requests.models import Filing
from tests.access.browser import browser_of
from tests.bad_input.places import FILING, REQUEST, fresh_request, scene_path, typed
from tests.inspector import PASSPHRASE, Page

LATE_REPORT = "Getypt terwijl de telefoon ging: <b>Noor</b> & haar broer 🎉"
HTMX = {"HX-Request": "true"}


def opened(scene, browser) -> dict:
    page = Page(browser.get(scene_path(scene, FILING[1])))
    return page.form("/filings") | typed(scene, REQUEST) | {"report": LATE_REPORT}


def how_many(scene, model) -> int:
    with scene.app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_back_and_send_again_is_one_client_or_a_question(scene):
    an = scene.browsers["an"]
    form = {"given_name": "Tuur", "family_name": "Maes", "birth_on": "03/05/1985"}
    assert an.send("POST", "/clients/new", form).status_code == 303
    again = Page(an.send("POST", "/clients/new", form))
    assert again.status == 422
    assert "al een dossier" in again.text(again.by_id("error-summary"))


def test_the_same_decision_twice_is_one_and_a_conflict(scene):
    number, bert = fresh_request(scene), scene.browsers["bert"]
    action = f"/worklist/{number}/grant"
    form = Page(bert.get(f"/worklist/{number}")).form(action)
    assert [bert.post(action, data=form).status_code for _ in range(2)] == [303, 409]


@pytest.mark.parametrize("times", [2])
@pytest.mark.parametrize(
    ("person", "path", "form"),
    [
        ("bea", "/teams", {"name": "Dubbel"}),
        ("bea", "/budgets/sources/new", {"name": "Dubbel"}),
        ("bea", "/budgets/new", {"year": "2044", "purpose": "client_aid", "source_1": "5"}),
        ("bea", "/offer/providers/new", {"name": "Dubbel", "provider_type": "youth_movement"}),
        ("bea", "/staff/new", {"name": "Dubbel", "username": "dubbel", "team": "0"}),
    ],
)
def test_making_the_same_thing_twice_is_said(scene, person, path, form, times):
    answers = [scene.browsers[person].send("POST", path, form) for _ in range(times)]
    assert answers[0].status_code in {200, 303}
    assert Page(answers[1]).title.startswith("Fout: ")
    assert answers[1].status_code == 422


def run_out(scene, browser) -> None:
    """As if nobody had touched it for longer than a session lives."""
    with browser.session_transaction() as held, scene.app.app_context(), transaction():
        at = clock.machine_now() - session_life.IDLE - dt.timedelta(minutes=1)
        mine = SignedIn.token_hash == token_hash(held["_user_id"])
        db.session.execute(update(SignedIn).where(mine).values(seen_at=at, began_at=at))


def signed_in_again(browser, onward):
    """Through the page to which the answer of 401 leads."""
    form = Page(browser.renew(onward).get(onward)).form("/sign-in")
    return browser.post("/sign-in", data=form | {"username": "an", "passphrase": PASSPHRASE})


@pytest.mark.parametrize("action", ["/filings", "/filings/drafts/{draft_id}"])
def test_a_session_that_ends_in_the_middle_costs_no_text(scene, action):
    an = browser_of(scene.app, "an")
    form, before = opened(scene, an), how_many(scene, Filing)
    draft = f"/filings/drafts/{form['draft_id']}"
    run_out(scene, an)
    headers = {**HTMX, "HX-Current-URL": f"http://localhost{draft}"}
    answer = an.post(action.format(**form), data=form, headers=headers)
    assert (answer.status_code, answer.data) == (401, b"")
    entered = signed_in_again(an, answer.headers["HX-Redirect"])
    assert (entered.status_code, entered.location) == (303, draft)
    back = Page(an.get(draft)).form("/filings")
    for name in ("report", "what", "cost", "cost_on", "reason", "client_id"):
        assert back[name] == str(form[name]), name
    assert how_many(scene, Filing) == before
    assert an.post("/filings", data=back).status_code == 303
    assert how_many(scene, Filing) == before + 1


def test_without_javascript_a_late_form_says_that_it_is_kept(scene):
    an = browser_of(scene.app, "an")
    form = opened(scene, an)
    run_out(scene, an)
    answer = Page(an.post("/filings", data=form))
    assert answer.status == 401
    assert "bewaard" in answer.text()
    assert "Noor" not in answer.html


@pytest.mark.parametrize("path", ["/filings/assess", "/filings/activities", "/search/suggest"])
def test_a_fragment_after_the_end_leads_to_signing_in(scene, path):
    an = browser_of(scene.app, "an")
    form = opened(scene, an)
    run_out(scene, an)
    headers = {**HTMX, "HX-Current-URL": "http://localhost/requests"}
    answer = an.post(path, data=form, headers=headers)
    assert (answer.status_code, answer.data) == (401, b"")
    assert answer.headers["HX-Redirect"] == "/sign-in?next=%2Frequests"


@pytest.mark.parametrize("whose", ["another team's", "nobody's"])
def test_a_late_form_about_a_client_who_is_not_ours_is_kept_nowhere(scene, whose):
    an, before = browser_of(scene.app, "an"), how_many(scene, Draft)
    client = scene.ids["client"]["other"] if whose == "another team's" else 987_654
    form = opened(scene, an) | {"opened_for": str(client)}
    run_out(scene, an)
    assert an.post("/filings", data=form, headers=HTMX).status_code == 401
    assert how_many(scene, Draft) == before
