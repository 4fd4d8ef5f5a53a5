"""Setting goals, noting what became of them and what is done. Commits nothing; the trail holds no words."""

import datetime as dt

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.clock import now, today
from core.db import db
from core.errors import RuleBroken
from core.sealing.sealed import seal
from intake.goals.models import PlanGoal, PlanGoalEvent, PlanStep
from intake.people.models import Client, new_row_key


def set_goal(
    client: Client, life_domain: str, words: str, aimed_on: dt.date | None, *, by: Account
) -> PlanGoal:
    """A new goal. Its words stay as they are: requests name it, and others read it so."""
    key = new_row_key()
    goal = PlanGoal(
        row_key=key,
        client_id=client.id,
        life_domain=life_domain,
        sealed_words=seal(words, table="plan_goal", column="sealed_words", row_key=key),
        state="open",
        aimed_on=_to_come(aimed_on, "aimed_on"),
    )
    db.session.add(goal)
    _note(goal, by)
    audit.record("goal.set", kind="client", object_id=client.id)
    return goal


def change_goal(goal: PlanGoal, state: str, aimed_on: dt.date | None, *, by: Account) -> None:
    """Where a goal stands now, and the day it is aimed at."""
    if aimed_on != goal.aimed_on:
        goal.aimed_on = _to_come(aimed_on, "aimed_on")
    if state != goal.state:
        goal.state = state
        _note(goal, by)
    audit.record("goal.change", kind="client", object_id=goal.client_id, why=state)


def add_step(
    goal: PlanGoal, words: str, who: str, due_on: dt.date | None, *, by: Account
) -> PlanStep:
    """Something that is done about it, by whom and by when."""
    key = new_row_key()
    step = PlanStep(
        row_key=key,
        goal_id=goal.id,
        sealed_words=seal(words, table="plan_step", column="sealed_words", row_key=key),
        who=who,
        due_on=_to_come(due_on, "due_on"),
        made_by_id=by.person_id,
        made_at=now(),
    )
    db.session.add(step)
    audit.record("goal.step", kind="client", object_id=goal.client_id)
    return step


def mark_step(step: PlanStep, *, is_done: bool) -> None:
    """Done today, or not after all."""
    step.done_on = (step.done_on or today()) if is_done else None
    audit.record("goal.step_done", kind="client", object_id=step.goal.client_id)


def _note(goal: PlanGoal, by: Account) -> None:
    db.session.add(
        PlanGoalEvent(goal=goal, state=goal.state, made_by_id=by.person_id, made_at=now())
    )


def _to_come(day: dt.date | None, field: str) -> dt.date | None:
    if day is not None and day < today():
        raise RuleBroken(_("This day has passed already."), field)
    return day
