"""A stand-in decides in a period, for somebody who is named beside; afterwards no more."""

import datetime as dt

import pytest

from accounts.models import RoleGrant
from core import clock
from core.db import db, transaction
from fund.models import Decision
from tests.fund import desk, rule
from tests.world import NOW

BERT = {"duty": "decisions", "from_on": "24/11/2026", "until_on": "25/11/2026"}


def away(sign_in, world, who="bert", stand_in="hilde", by="bert", **changes):
    browser = sign_in(by)
    form = browser.page("/absences").form("/absences") | BERT
    form |= {"person": str(world.people[who]), "stand_in": str(world.people[stand_in])}
    return browser.post("/absences", data=form | changes)


def test_the_head_decides_for_an_approver_and_the_record_names_both(app, world, sign_in):
    request_id = desk.filed(app, world)
    assert away(sign_in, world).status_code == 303
    hilde = sign_in("hilde")
    assert desk.grant(hilde, request_id).status_code == 303
    found = rule.columns(
        app, request_id, Decision, "decided_by_id", "on_behalf_of_id", "capacity", "body"
    )
    assert found == [world.people["hilde"], world.people["bert"], "stand_in", "approver"]
    assert "Hilde Hox, in de plaats van Bert Bex" in hilde.page(f"/worklist/{request_id}").text()


@pytest.mark.parametrize(("by", "name"), [("bert", "Bert Bex"), ("hilde", "Hilde Hox")])
def test_the_list_says_by_whom_a_stand_in_was_given(world, sign_in, by, name):
    away(sign_in, world, stand_in="boris", by=by)
    for who in ("bert", "boris", "hilde"):
        assert f"genoteerd door {name}, 24/11" in sign_in(who).page("/absences").text()


def test_without_it_the_head_only_looks(app, world, sign_in):
    request_id = desk.filed(app, world)
    hilde = sign_in("hilde")
    assert hilde.page(f"/worklist/{request_id}").by_id("grant") is None
    assert hilde.post(f"/worklist/{request_id}/grant", data=rule.token(hilde)).status_code == 404


@pytest.mark.parametrize(("minutes_left", "status"), [(1, 303), (-1, 404)])
def test_a_minute_after_its_end_nobody_stands_in(app, world, sign_in, minutes_left, status):
    request_id = desk.filed(app, world)
    away(sign_in, world)
    hilde = sign_in("hilde")
    form = hilde.page(f"/worklist/{request_id}").form(f"/worklist/{request_id}/grant")
    end = clock.begin_of(dt.date(2026, 11, 26))
    with clock.at(end - dt.timedelta(minutes=minutes_left)):
        assert hilde.post(f"/worklist/{request_id}/grant", data=form).status_code == status


def test_nor_once_the_one_away_is_back_or_holds_the_role_no_more(app, world, sign_in):
    request_id = desk.filed(app, world)
    away(sign_in, world)
    hilde = sign_in("hilde")
    with app.app_context(), transaction():
        db.session.query(RoleGrant).filter_by(account_id=world.accounts["bert"]).delete()
    assert hilde.page(f"/worklist/{request_id}").by_id("grant") is None


def test_nobody_does_for_another_what_that_one_could_not(app, world, sign_in):
    """Bert's own client, filed by An: Hilde does not decide in Bert's place."""
    request_id = desk.filed(app, world)
    away(sign_in, world)
    with app.app_context(), transaction():
        desk.request_of(request_id).worker_id = world.people["bert"]
    assert sign_in("hilde").page(f"/worklist/{request_id}").by_id("grant") is None


def test_a_stand_in_of_the_first_is_no_second_person(app, world, sign_in):
    rule.says(app, "second_above = 80")
    request_id = desk.filed(app, world)
    desk.grant(sign_in("bert"), request_id)
    away(sign_in, world)
    hilde = sign_in("hilde")
    assert hilde.page(f"/worklist/{request_id}").by_id("confirm") is None
    away(sign_in, world, who="boris", stand_in="hilde", by="boris")
    desk.press(hilde, request_id, "confirm")
    names = ("decided_by_id", "second_by_id", "second_on_behalf_of_id")
    wanted = [world.people[one] for one in ("bert", "hilde", "boris")]
    assert rule.columns(app, request_id, Decision, *names) == wanted


def test_who_has_the_role_too_still_names_the_one_away(app, world, sign_in):
    request_id = desk.filed(app, world)
    away(sign_in, world, stand_in="boris")
    desk.grant(sign_in("boris"), request_id)
    found = rule.columns(app, request_id, Decision, "decided_by_id", "on_behalf_of_id")
    assert found == [world.people["boris"], world.people["bert"]]


@pytest.mark.parametrize("stand_in", ["bert", "fien"])
def test_only_somebody_else_who_reads_every_file_stands_in(app, world, sign_in, stand_in):
    assert away(sign_in, world, stand_in=stand_in).status_code == 422


def test_a_worker_names_no_stand_in_for_decisions(app, world, sign_in):
    assert away(sign_in, world, who="an", stand_in="hilde", by="an").status_code == 422


def test_now_is_within_the_period():
    assert clock.brussels(NOW).date() == dt.date(2026, 11, 24)
