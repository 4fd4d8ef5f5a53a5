"""What a partner told waits for the team: a new file, a known one, or aside; and it goes by itself."""

from __future__ import annotations

import pytest
from sqlalchemy import event, select

from accounts.models import Person
from core.db import db, transaction
from intake.mandates.models import Mandate
from intake.people.models import Client
from intake.referrals.jobs import forget_referrals
from tests.inspector import Page
from tests.people.test_handover import same_team
from tests.referrals.desk import TOLD, made, stored, tell, typed_in
from tests.requests.steps import said


def press(browser, path, act, **typed):
    form = browser.page(path).form(f"{path}/{act}")
    return browser.post(f"{path}/{act}", data=form | typed)


def test_a_new_file_with_its_mandate_and_a_draft_with_the_wish(sign_in, client, app):
    an = sign_in("an")
    tell(client, made(an))
    assert "Samira Haddad" in an.page("/referrals").text()
    answer = press(an, "/referrals/1", "open", birth_on="03/05/1990")
    assert answer.status_code == 303
    draft = an.page(answer.location)
    fields = draft.form("/filings")
    assert fields["what"] == TOLD["wish"]
    assert (fields["guide_organisation"], fields["guide_name"]) == ("De Sfeer", "Rita")
    with app.app_context():
        made_file = db.session.scalars(select(Client).where(Client.given_name == "Samira")).one()
        assert made_file.phone == "0470 12 34 56"
        mandate = db.session.scalars(select(Mandate)).one()
        assert (mandate.client_id, mandate.party) == (made_file.id, "De Sfeer")
        assert str(mandate.until_on) == "2027-11-23"
    assert "Opgenomen, dossier" in an.page("/referrals?state=done").text()
    assert "Samira" not in an.page("/referrals").text()


def test_a_file_of_the_same_person_is_told_first(sign_in, client, app):
    an = sign_in("an")
    lena = {"given_name": "Lena", "family_name": "Peeters"}
    path = typed_in(an, **lena)
    page = Page(press(an, path, "open", birth_on="14/03/1988"))
    assert page.status == 422
    assert "Er is al een dossier van deze persoon." in said(page)
    assert [state for _org, state, _name in stored(app)] == ["waiting"]
    assert press(an, path, "open", birth_on="14/03/1988", despite_twins="1").status_code == 303


def test_a_known_file_is_offered_by_name_or_named_by_number(sign_in, world, client, app):
    an, arne = sign_in("an"), sign_in("arne")
    path = typed_in(an, given_name="Peeters", family_name="Lena", wish="x" * 200)
    pick = an.page(path).by_id(f"pick-{world.clients['lena']}")
    assert pick.get("value") == "20177"
    for number in ("99999", "20181", ""):  # none, another team's, nothing
        page = Page(press(an, path, "link", **{"known-file_number": number}))
        assert page.by_id("known-file_number-error") is not None, number
    answer = press(an, path, "link", **{pick.get("name"): "20177"})
    assert answer.status_code == 303
    assert an.page(answer.location).form("/filings")["report"] == "x" * 200
    assert arne.get(path).status_code == 404


def test_another_team_finds_nothing_and_reads_no_name(sign_in, app):
    path = typed_in(sign_in("an"))
    arne = sign_in("arne")
    assert "Samira" not in arne.page("/referrals").text()
    for act in ("", "/open", "/link", "/set-aside"):
        assert arne.send(path + act).status_code in {404, 405}
    for who in ("bert", "hilde", "bea", "carla", "dirk", "fien"):
        sign_in(who).page(path, status=404)


def test_of_two_colleagues_one_takes_it_up(sign_in, world, app):
    same_team(app, world)
    an, arne = sign_in("an"), sign_in("arne")
    path = typed_in(an)
    form = arne.page(path).form(f"{path}/open") | {"birth_on": "03/05/1990"}
    assert press(an, path, "set-aside", reason="not_reached").status_code == 303
    assert arne.post(f"{path}/open", data=form).status_code == 409
    with app.app_context():
        assert db.session.scalars(select(Client).where(Client.given_name == "Samira")).all() == []
    assert "Opzijgelegd: niet te bereiken" in an.page(path).text()


def test_without_a_reason_nothing_is_set_aside(sign_in, app):
    an = sign_in("an")
    path = typed_in(an)
    page = Page(press(an, path, "set-aside"))
    assert page.status == 422
    assert page.by_id("reason-error") is not None


def test_what_waits_too_long_is_emptied_and_what_ended_a_month_ago(sign_in, app, later):
    an = sign_in("an")
    waits, ended = typed_in(an), typed_in(an, given_name="Nora")
    press(an, ended, "set-aside", reason="other")
    run = [(30, ["Samira Haddad", "Nora Haddad"]), (31, ["Samira Haddad", ""]), (61, ["", ""])]
    for days, names in run:
        with later(days=days), app.app_context():
            forget_referrals()
        assert [name for _org, _state, name in stored(app)] == names
    assert [state for _org, state, _name in stored(app)] == ["expired", "set_aside"]
    assert "gewist" in sign_in("an").page(waits).text()


def test_the_list_asks_as_much_for_many_as_for_one(sign_in, app):
    an = sign_in("an")
    typed_in(an)
    few = _asked(app, an)
    for number in range(4):
        typed_in(an, given_name=f"Samira {number}")
    assert _asked(app, an) == few


def _asked(app, browser):
    count = []
    with app.app_context():
        engine = db.engine

    def note(*_args):
        count.append(1)

    event.listen(engine, "before_cursor_execute", note)
    browser.page("/referrals")
    event.remove(engine, "before_cursor_execute", note)
    return len(count)


@pytest.mark.parametrize("key", ["x", ""])
def test_paper_needs_the_key_of_its_form(sign_in, app, key):
    answer = sign_in("an").send("/referrals/new", TOLD | {"organisation": "X", "form_key": key})
    assert answer.status_code == 422


def test_a_worker_without_a_team_types_nothing_in(sign_in, world, app):
    with app.app_context(), transaction():
        db.session.get_one(Person, world.people["an"]).team_id = None
    an = sign_in("an")
    form = an.page("/referrals/new").form("/referrals/new")
    answer = an.post("/referrals/new", data=form | TOLD | {"organisation": "X"})
    assert answer.status_code == 422
    assert "U hoort nog niet bij een team." in Page(answer).text()
