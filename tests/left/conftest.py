"""What the tests of what is left share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update

from core.db import db, transaction
from intake.people.models import Membership
from regulation.versions.models import RuleVersion
from tests.requests.conftest import many
from tests.world import World

__all__ = ["many"]


@pytest.fixture
def move_in(app: Flask, world: World) -> Callable[[str, str], None]:
    """`move_in("karim", "lena")`: he lives with her from now on."""

    def move(who: str, to: str) -> None:
        with app.app_context(), transaction():
            theirs = Membership.client_id == world.clients[to]
            household = db.session.scalars(select(Membership.household_id).where(theirs)).one()
            own = Membership.client_id == world.clients[who]
            db.session.scalars(select(Membership).where(own)).one().household_id = household

    return move


@pytest.fixture
def no_rule(app: Flask) -> None:
    """No version is in force."""
    with app.app_context(), transaction():
        db.session.execute(update(RuleVersion).values(in_force_at=None))
