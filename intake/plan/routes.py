"""Pages of the assistance plan. They read input, call and answer; no rule stands here."""

from typing import Any

from flask import Response, request, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.db import transaction
from core.pages.page import go, page
from intake.goals import actions, queries
from intake.goals.forms import (
    STATE_TONES,
    STATE_WORDS,
    WHO_WORDS,
    GoalForm,
    GoalStateForm,
    StepForm,
)
from intake.goals.models import PlanGoal
from intake.people.blueprint import bp
from intake.people.models import Client
from intake.people.queries import names_in_care
from intake.plan.queries import plan_of, shown

WORDS: dict[str, Any] = {
    "state_words": STATE_WORDS,
    "state_tones": STATE_TONES,
    "who_words": WHO_WORDS,
}


@bp.get("/clients/<int:client_id>/plan")
@needs(Permission.CLIENT_FIND)
def plan(client_id: int) -> Response:
    """The goals of a client, with what is done about them and what serves them."""
    return _plan(queries.client_to_read(me(), client_id), GoalForm(formdata=None))


@bp.post("/clients/<int:client_id>/plan")
@needs(Permission.CLIENT_CHANGE)
def set_goal(client_id: int) -> Response:
    """A new goal."""
    client = queries.client_to_change(me(), client_id)
    form = GoalForm()

    def act() -> None:
        domain, words = form.life_domain.data or "", form.words.data or ""
        actions.set_goal(client, domain, words, form.aimed_on.data, by=me())

    return _to_plan(client) if done(form, act) else _plan(client, form)


@bp.get("/clients/<int:client_id>/plan/<int:goal_id>")
@needs(Permission.CLIENT_CHANGE)
def goal(client_id: int, goal_id: int) -> Response:
    """One goal, to note where it stands and what is done."""
    client = queries.client_to_change(me(), client_id)
    return _goal(client, queries.goal_for(client, goal_id))


@bp.post("/clients/<int:client_id>/plan/<int:goal_id>")
@needs(Permission.CLIENT_CHANGE)
def change_goal(client_id: int, goal_id: int) -> Response:
    """Where the goal stands now."""
    client = queries.client_to_change(me(), client_id)
    found, form = queries.goal_for(client, goal_id), GoalStateForm()

    def act() -> None:
        actions.change_goal(found, form.state.data or "", form.aimed_on.data, by=me())

    return _to_plan(client) if done(form, act) else _goal(client, found, state=form)


@bp.post("/clients/<int:client_id>/plan/<int:goal_id>/steps")
@needs(Permission.CLIENT_CHANGE)
def add_step(client_id: int, goal_id: int) -> Response:
    """Something that is done about it."""
    client = queries.client_to_change(me(), client_id)
    found, form = queries.goal_for(client, goal_id), StepForm()

    def act() -> None:
        words, who = form.words.data or "", form.who.data or ""
        actions.add_step(found, words, who, form.due_on.data, by=me())

    return _to_plan(client) if done(form, act) else _goal(client, found, step=form)


@bp.post("/clients/<int:client_id>/plan/<int:goal_id>/steps/<int:step_id>")
@needs(Permission.CLIENT_CHANGE)
def mark_step(client_id: int, goal_id: int, step_id: int) -> Response:
    """A step is done, or not after all."""
    client = queries.client_to_change(me(), client_id)
    step = queries.step_for(queries.goal_for(client, goal_id), step_id)
    with transaction():
        actions.mark_step(step, is_done=request.form.get("done") != "no")
    return _to_plan(client)


def _to_plan(client: Client) -> Response:
    return go(url_for(".plan", client_id=client.id))


def _plan(client: Client, form: GoalForm) -> Response:
    audit.look("client", client.id, why="plan")
    return page(
        "plan/plan.html",
        status=422 if form.errors else 200,
        client=client,
        form=form,
        goals=plan_of(me(), client),
        in_care=client.id in names_in_care(me(), [client.id]),
        **WORDS,
    )


def _goal(
    client: Client,
    found: PlanGoal,
    state: GoalStateForm | None = None,
    step: StepForm | None = None,
) -> Response:
    audit.look("client", client.id, why="plan")
    wrong = state or step
    return page(
        "plan/goal.html",
        status=422 if wrong else 200,
        client=client,
        one=shown(found, []),
        form=wrong,
        state=state or GoalStateForm(formdata=None, obj=found),
        step=step or StepForm(formdata=None),
        **WORDS,
    )
