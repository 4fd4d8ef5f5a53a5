"""The assistance plan: only where it is switched on; goals, steps, and the requests that serve them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from core import settings
from core.audit import AuditEntry
from core.db import db, transaction
from intake.goals.models import PlanGoal, PlanStep
from intake.goals.profile import FULL_PLAN
from tests.fund.central.test_central import read
from tests.fund.desk import filed, grant
from tests.people.test_client_page import lenas, post, statements_for
from tests.people.test_handover import opened
from tests.requests.steps import errors, file_it, filled, said

WORDS = "Elke week onder de mensen komen"
GOAL = {"words": WORDS, "life_domain": "network", "aimed_on": "30/06/2027"}
STEP = {"words": "Samen naar de Chiro bellen", "who": "worker", "due_on": "1/12/2026"}


@pytest.fixture
def switched_on(app):
    with app.app_context(), transaction():
        settings.put(FULL_PLAN, True, by=None)


def planned(sign_in, world):
    """Lena's goal, with a step."""
    an, plan = sign_in("an"), lenas(world) + "/plan"
    post(an, plan, GOAL)
    post(an, plan + "/1/steps", STEP)
    return an, plan


def test_off_means_no_link_no_page_no_field(sign_in, world):
    an = sign_in("an")
    assert "Hulpverleningsplan" not in said(an.page(lenas(world)))
    for address in ("/plan", "/plan/1"):
        an.page(lenas(world) + address, status=404)
    assert an.send(lenas(world) + "/plan", GOAL).status_code == 404
    form = an.page(f"/filings/new?client={world.clients['lena']}").form("/filings")
    assert "goal" in form
    assert "plan_goal" not in form


def test_the_administrator_switches_it_on(sign_in, world):
    bea = sign_in("bea")
    form = bea.page("/settings").form("/settings")
    assert bea.post("/settings", data=form | {"assistance_plan": "y"}).status_code == 303
    assert "Hulpverleningsplan" in said(sign_in("an").page(lenas(world)))


def test_a_goal_its_steps_and_where_it_stands_are_on_the_plan_and_the_timeline(
    sign_in, world, switched_on
):
    an, plan = planned(sign_in, world)
    post(an, plan + "/1/steps/1", {"done": "yes"})
    post(an, plan + "/1", {"state": "going_on", "aimed_on": "30/06/2027"})
    page = said(an.page(plan))
    for words in (WORDS, "Sociaal netwerk", "bezig", "tegen 30 juni 2027", STEP["words"],
                  "de maatschappelijk werker", "01/12/2026", "24/11/2026"):  # fmt: skip
        assert words in page, words
    shown = said(an.page(lenas(world) + "/timeline"))
    assert "Doel (Sociaal netwerk): nog niet begonnen" in shown
    assert "Doel (Sociaal netwerk): bezig" in shown
    assert WORDS in said(an.page(lenas(world)), "plan")
    post(an, plan + "/1/steps/1", {"done": "no"})
    assert "nog niet" in said(an.page(plan), "goal-1")


def test_who_only_reads_changes_nothing(sign_in, world, app, switched_on):
    _an, plan = planned(sign_in, world)
    opened(sign_in, world)
    for who in ("bert", "hilde", "arne"):
        browser = sign_in(who)
        page = browser.page(plan)
        assert WORDS in said(page)
        assert "Een nieuw doel" not in said(page)
        for address, form in (
            ("", GOAL),
            ("/1", {"state": "stopped"}),
            ("/1/steps", STEP),
            ("/1/steps/1", {}),
        ):
            assert browser.send(plan + address, form).status_code == 404, (who, address)
    for who in ("carla", "fien", "dirk", "bea"):
        sign_in(who).page(plan, status=404)
    with app.app_context():
        assert [one.state for one in db.session.scalars(select(PlanGoal))] == ["open"]


def test_a_request_names_the_goal_and_the_approver_reads_it(sign_in, world, switched_on):
    an, plan = planned(sign_in, world)
    fields = filled(an, world, "noor")
    assert "goal" not in fields
    number = file_it(an, fields | {"plan_goal": "1"})
    assert WORDS in said(an.page(f"/requests/{number}"))
    case = said(sign_in("bert").page(f"/worklist/{number}"))
    assert WORDS in case
    assert "Sociaal netwerk" in case
    assert "2026-0001, Lidgeld Chiro" in said(an.page(plan), "goal-1")
    assert filled(an, world, "noor")["plan_goal"] == "1"  # nothing is typed twice


def test_paper_and_the_central_file_say_the_goal_too(sign_in, world, switched_on):
    an, _plan = planned(sign_in, world)
    request_id = file_it(an, filled(an, world, "lena", plan_goal="1"))
    assert WORDS in said(an.page(f"/requests/{request_id}/form"))
    grant(sign_in("bert"), request_id)
    (line,) = read(an, an.page(f"/requests/{request_id}").link("lijn (CSV)"))
    assert (line["Doel"], line["Levensdomein"]) == (WORDS, "Sociaal netwerk")


def test_a_goal_that_is_over_or_not_ours_is_not_offered(sign_in, world, switched_on):
    an, plan = planned(sign_in, world)
    post(sign_in("arne"), f"/clients/{world.clients['karim']}/plan", GOAL)
    for number in ("2", "99", "x"):
        answer = an.post("/filings", data=filled(an, world, "noor") | {"plan_goal": number})
        assert errors(answer) == ["Kies iets uit de lijst."]
    post(an, plan + "/1", {"state": "reached"})
    assert "plan_goal" not in filled(an, world, "noor")


def test_wrong_input_is_said_beside_its_field_and_kept(sign_in, world, switched_on):
    an, plan = planned(sign_in, world)
    page = post(an, plan, GOAL | {"aimed_on": "1/1/2020", "life_domain": ""}, 422)
    assert page.by_id("life_domain-error") is not None
    assert page.by_id("words").get("value") == WORDS
    page = post(an, plan, GOAL | {"aimed_on": "1/1/2020"}, 422)
    assert page.text(page.by_id("aimed_on-error")) == "Deze dag is al voorbij."
    assert page.title.startswith("Fout:")
    page = post(an, plan + "/1/steps", STEP | {"who": "niemand"}, 422)
    assert page.by_id("who-error") is not None
    assert page.by_id("words").get("value") == STEP["words"]
    assert post(an, plan + "/1", {"state": ""}, 422).by_id("state-error") is not None


def test_the_words_are_sealed_and_the_trail_holds_none(sign_in, world, app, switched_on):
    planned(sign_in, world)
    with app.app_context():
        rows = [*db.session.scalars(select(PlanGoal)), *db.session.scalars(select(PlanStep))]
        assert not any(
            b"mensen" in row.sealed_words or b"Chiro" in row.sealed_words for row in rows
        )
        actions = select(AuditEntry.action).where(AuditEntry.action.startswith("goal"))
        assert list(db.session.scalars(actions.order_by(AuditEntry.seq))) == [
            "goal.set",
            "goal.step",
        ]


def test_more_goals_ask_no_more_of_the_database(sign_in, world, app, switched_on):
    an, plan = planned(sign_in, world)
    filed(app, world, "lena")
    an.page(plan)
    before = [statements_for(app, sign_in("an"), address) for address in (plan, lenas(world))]
    for n in range(12):
        post(an, plan, GOAL | {"words": f"Doel {n}"})
        post(an, f"{plan}/{n + 2}/steps", STEP)
    after = [statements_for(app, sign_in("an"), address) for address in (plan, lenas(world))]
    assert before == after
