"""Reading a plan as its page shows it, in a fixed number of statements. Changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from accounts.models import Account
from core.db import db
from intake.goals.models import PURSUED, PlanGoal, PlanStep
from intake.goals.queries import goals_of, words_of
from intake.people.models import Client
from intake.requests.models import Filing, Request
from intake.requests.queries import readable_by

MOST_SERVING: Final = 200


@dataclass(frozen=True)
class GoalShown:
    """A goal with its words, its steps with theirs, and (id, number, what) of what serves it."""

    goal: PlanGoal
    words: str
    steps: list[tuple[PlanStep, str]]
    served_by: list[tuple[int, str, str]]

    @property
    def is_pursued(self) -> bool:
        """Is it still worked at?"""
        return self.goal.state in PURSUED


def shown(goal: PlanGoal, served_by: list[tuple[int, str, str]]) -> GoalShown:
    """A goal, opened."""
    return GoalShown(
        goal, words_of(goal), [(step, words_of(step)) for step in goal.steps], served_by
    )


def plan_of(account: Account, client: Client) -> list[GoalShown]:
    """The whole plan: what is still worked at first, the newest on top."""
    goals = goals_of(client)
    serving: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in _serving(account, [goal.id for goal in goals]):
        serving[row.goal_id].append((row.id, row.number, row.what))
    found = [shown(goal, serving[goal.id]) for goal in goals]
    return sorted(found, key=lambda one: not one.is_pursued)


def _serving(account: Account, goal_ids: Iterable[int]) -> Sequence[Any]:
    """What serves these goals, as far as this account may read it, the newest first."""
    return db.session.execute(
        select(Request.id, Request.number, Request.what, Filing.plan_goal_id.label("goal_id"))
        .join(Request.filing)
        .where(Filing.plan_goal_id.in_(set(goal_ids)), readable_by(account))
        .order_by(Request.id.desc())
        .limit(MOST_SERVING)
    ).all()
