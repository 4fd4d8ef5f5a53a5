"""A few goals with steps in the example network: they show once its administrator works with plans."""

import datetime as dt
from functools import partial
from random import Random
from typing import Final

from accounts.models import Account
from core import audit, clock
from core.db import db
from demo.history import History, working_moment
from intake.goals import actions as goals
from intake.people.models import Client

FAMILIES: Final = 12
# (life domain, goal, what is done, by whom)
PLANS: Final = (
    ("leisure", "De kinderen hebben elk een vaste hobby", "Samen naar de infodag", "household"),
    ("network", "Elke week onder de mensen komen", "Kennismaken bij De Sfeer", "client"),
    ("family", "Iets samen doen zonder zorgen over geld", "Het aanbod samen overlopen", "worker"),
    ("education", "Nederlands oefenen buiten de les", "Inschrijven bij de bibliotheek", "client"),
    ("health", "Meer bewegen", "De zwemles bespreken met de dokter", "other"),
    ("income", "De vaste kosten op tijd betalen", "Het budgetplan nakijken", "worker"),
)


def plan_goals(history: History, households: list[list[Client]], today: dt.date) -> None:
    """For some families a goal of the last months; every third one is going on, some are reached."""
    rng = Random("goals")  # its own, so that the rest of the example stays as it is
    for number, members in enumerate(households[:FAMILIES]):
        client, worker = members[0], history.cast.workers[members[0].id]
        at = working_moment(rng, today - dt.timedelta(days=rng.randint(60, 150)))
        history.plan(at, partial(_begin, history, client, worker, number, rng))


def _begin(history: History, client: Client, worker: Account, number: int, rng: Random) -> None:
    domain, words, done, who = PLANS[number % len(PLANS)]
    with audit.acting(worker.person_id):
        goal = goals.set_goal(
            client, domain, words, clock.today() + dt.timedelta(days=270), by=worker
        )
        db.session.flush()
        step = goals.add_step(
            goal, done, who, clock.today() + dt.timedelta(days=rng.randint(20, 60)), by=worker
        )
    if number % 3 == 2:
        return

    def go_on() -> None:
        with audit.acting(worker.person_id):
            goals.mark_step(step, is_done=True)
            state = "going_on" if number % 4 else "reached"
            goals.change_goal(goal, state, goal.aimed_on, by=worker)

    history.plan(clock.now() + dt.timedelta(days=rng.randint(14, 50)), go_on)
