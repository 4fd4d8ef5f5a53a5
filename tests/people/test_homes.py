"""The rows that a form reads say the same of a household as the objects, and are read once."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from core.clock import today
from core.db import db, transaction
from core.errors import NotThere
from intake.people import queries
from intake.people.homes import Files
from intake.people.identity import identity_of
from intake.people.models import Client, Membership
from tests.counting import queries_of
from tests.people.test_client_page import lenas, post
from tests.people.test_household import ADDRESS, choices, with_an_adult

DAYS = [today() + dt.timedelta(days=days) for days in (-4000, -300, -40, -1, 0, 1, 400)]


def said_by_objects(client, on):
    home, bar = queries.household_of(client, on), identity_of(client, on)
    members = [(row.client_id, row.role) for row in queries.members_of(home, on)]
    return home.id, members, shown(bar)


def said_by_rows(files, client, on):
    home = files.home_of(client, on)
    members = [(row.client_id, row.role) for row in home.members(on)]
    return home.id, members, shown(files.bar_of(client, on))


def shown(bar):
    statuses = [(row.status, row.from_on, row.until_on) for row in bar.statuses]
    return bar.client.id, bar.adults, bar.children, bar.neighbourhood, statuses


@pytest.mark.parametrize("on", DAYS)
def test_rows_say_what_objects_say(sign_in, app, world, on):
    jo = with_an_adult(sign_in, app, world)
    ways = choices(world, jo, lena="stays", jo="goes", noor="both", emir="stays")
    post(sign_in("an"), lenas(world) + "/address", {**ADDRESS, **ways})
    with app.app_context():
        files, clients = Files(), db.session.scalars(select(Client)).all()
        homes = {queries.household_of(one, on).id for one in clients}
        assert len(homes) > 1
        for one in clients:
            assert said_by_rows(files, one, on) == said_by_objects(one, on)
            assert said_by_rows(Files(), one, on) == said_by_objects(one, on)


def test_who_came_back_is_a_member_once(app, world):
    with app.app_context(), transaction():
        noor = db.session.get(Client, world.clients["noor"])
        first = db.session.scalars(queries.MEMBERSHIPS_OF_CLIENT, {"client_id": noor.id}).one()
        again = today() - dt.timedelta(days=10)
        first.until_on = again - dt.timedelta(days=10)
        db.session.add(Membership(household_id=first.household_id, client_id=noor.id, role="child",
                                  from_on=again))  # fmt: skip
        db.session.flush()
        for on in DAYS:
            assert said_by_rows(Files(), noor, on) == said_by_objects(noor, on)


def test_what_is_pending_is_read_too(app, world):
    with app.app_context(), transaction():
        noor = db.session.get(Client, world.clients["noor"])
        home = queries.household_of(noor, today())
        db.session.add(Membership(household_id=home.id, client_id=noor.id, role="child",
                                  from_on=today()))  # fmt: skip
        assert len([one for one in Files().home(home.id).stays if one.client_id == noor.id]) == 2


def test_a_household_is_read_once(app, world):
    with app.app_context():
        noor = db.session.get(Client, world.clients["noor"])
        with queries_of(app) as statements:
            files = Files()
            for on in DAYS:
                said_by_rows(files, noor, on)
        assert len(statements) == 3, "\n".join(statements)


def test_who_belongs_to_no_household_is_not_there(app, world):
    with app.app_context(), pytest.raises(NotThere):
        Files().home_of(Client(id=1_000_000), today())
