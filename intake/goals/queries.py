"""Reading goals, through the file that they belong to. Changes nothing."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.sealing.sealed import unseal
from intake.goals.models import PURSUED, PlanGoal, PlanGoalEvent, PlanStep
from intake.goals.profile import has_plan
from intake.people.models import Client
from intake.people.queries import client_for, client_in_care

MOST_SHOWN = 100


def client_to_read(account: Account, client_id: int) -> Client:
    """The client whose plan this account may read; NotThere where the centre has no plans."""
    return _where_planned(client_for(account, client_id))


def client_to_change(account: Account, client_id: int) -> Client:
    """The same for who works on the file."""
    return _where_planned(client_in_care(account, client_id))


def _where_planned(client: Client) -> Client:
    if not has_plan():
        raise NotThere
    return client


def goals_of(client: Client) -> Sequence[PlanGoal]:
    """The goals of a client with their steps, the newest first."""
    return db.session.scalars(
        select(PlanGoal)
        .where(PlanGoal.client_id == client.id)
        .options(selectinload(PlanGoal.steps))
        .order_by(PlanGoal.id.desc())
        .limit(MOST_SHOWN)
    ).all()


def goal_for(client: Client, goal_id: int) -> PlanGoal:
    """A goal of this client; else NotThere."""
    goal = db.session.get(PlanGoal, goal_id) if is_row_id(goal_id) else None
    if goal is None or goal.client_id != client.id:
        raise NotThere
    return goal


def step_for(goal: PlanGoal, step_id: int) -> PlanStep:
    """A step towards this goal; else NotThere."""
    step = db.session.get(PlanStep, step_id) if is_row_id(step_id) else None
    if step is None or step.goal_id != goal.id:
        raise NotThere
    return step


def pursued_by(client_ids: Iterable[int]) -> Sequence[PlanGoal]:
    """The goals of these clients that a request can serve, with whose they are."""
    return db.session.scalars(
        select(PlanGoal)
        .where(PlanGoal.client_id.in_(set(client_ids)), PlanGoal.state.in_(PURSUED))
        .options(joinedload(PlanGoal.client))
        .order_by(PlanGoal.client_id, PlanGoal.id)
        .limit(MOST_SHOWN)
    ).all()


def goal_to_serve(account: Account, goal_id: int) -> PlanGoal:
    """A goal that a new request names: of a file that this account works on, not reached or stopped."""
    goal = db.session.get(PlanGoal, goal_id) if is_row_id(goal_id) else None
    if goal is None or goal.state not in PURSUED:
        raise NotThere
    client_to_change(account, goal.client_id)
    return goal


def events_of(client: Client, most: int) -> Sequence[PlanGoalEvent]:
    """What became of the goals of a client, the newest first."""
    return db.session.scalars(
        select(PlanGoalEvent)
        .join(PlanGoalEvent.goal)
        .where(PlanGoal.client_id == client.id)
        .options(contains_eager(PlanGoalEvent.goal), joinedload(PlanGoalEvent.made_by))
        .order_by(PlanGoalEvent.id.desc())
        .limit(most)
    ).all()


def words_of(row: PlanGoal | PlanStep) -> str:
    """What the goal or the step says."""
    return _unsealed(row.__tablename__, row.row_key, row.sealed_words)


def goal_in(row_key: str, sealed_words: bytes) -> str:
    """The words of a goal, from its columns in a list."""
    return _unsealed(PlanGoal.__tablename__, row_key, sealed_words)


def _unsealed(table: str, row_key: str, sealed_words: bytes) -> str:
    return unseal(sealed_words, table=table, column="sealed_words", row_key=row_key)
