"""Reading a plan as its page shows it, in a fixed number of statements. Changes nothing."""

from collections import defaultdict
from dataclasses import dataclass

from accounts.models import Account
from intake.goals.models import PURSUED, PlanGoal, PlanStep
from intake.goals.queries import goals_of, words_of
from intake.people.models import Client
from intake.requests.queries import requests_serving


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
    for row in requests_serving(account, [goal.id for goal in goals]):
        serving[row.goal_id].append((row.id, row.number, row.what))
    found = [shown(goal, serving[goal.id]) for goal in goals]
    return sorted(found, key=lambda one: not one.is_pursued)
