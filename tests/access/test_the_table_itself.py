"""The test of the test: a house with one right too many or too few does not pass the table."""

import pytest
from sqlalchemy import true

from accounts import own_routes, permissions, session_actions
from accounts.marks import Mark, public
from accounts.models import SignedIn
from accounts.permissions import ROLES, Permission, Role
from core import drafts
from core.db import db
from intake.people import queries as people
from intake.people import routes as people_routes
from intake.people.models import ClientStatus
from intake.people.search import queries as search
from intake.people.search import routes as search_routes
from intake.requests import queries as requests
from tests.access.matrix import EVERYBODY, STRANGERS, Case, mismatches, rules_of
from tests.access.table import OPEN_ROWS, ROWS

ROLE_OF = {
    "an": Role.SOCIAL_WORKER,
    "bert": Role.APPROVER,
    "hilde": Role.HEAD,
    "fien": Role.FINANCE,
    "carla": Role.COORDINATOR,
    "dirk": Role.DPO,
    "bea": Role.ADMINISTRATOR,
    "sara": Role.SECRETARY,
}
# No page asks for it yet.
UNASKED = frozenset({Permission.JOBS})


def is_caught(scene, cases) -> bool:
    """Whether the table's own test fails on one of these questions."""
    return next(mismatches(scene, cases), None) is not None


def rows_behind(app, permission) -> list[tuple[str, str]]:
    """The lines of the table whose view asks for this permission."""
    return [
        (method, rule.rule)
        for rules in rules_of(app).values()
        for rule in rules
        for method in rule.methods & {"GET", "POST"}
        if Mark(app.view_functions[rule.endpoint]).permission is permission
    ]


def kinds_of(rule: str) -> tuple[str, ...]:
    return ("own", "team", "other", "missing", "crossed") if "<" in rule else ("",)


def cases_behind(app, permission, person) -> list[Case]:
    rows = rows_behind(app, permission)
    return [Case(method, rule, person, kinds_of(rule)[0]) for method, rule in rows] + [
        Case("PUT", rule, person, kinds_of(rule)[0]) for _method, rule in rows
    ]


def test_every_permission_but_those_listed_opens_a_page(scene):
    assert {one for one in Permission if not rows_behind(scene.app, one)} == UNASKED


@pytest.mark.parametrize("person", ROLE_OF)
def test_each_permission_too_many_is_caught(scene, monkeypatch, person):
    role, missed = ROLE_OF[person], []
    for permission in set(Permission) - ROLES[role] - UNASKED:
        with monkeypatch.context() as patch:
            patch.setitem(permissions.ROLES, role, ROLES[role] | {permission})
            if not is_caught(scene, cases_behind(scene.app, permission, person)):
                missed.append(permission)
    assert missed == []


@pytest.mark.parametrize("person", ROLE_OF)
def test_each_permission_taken_away_is_caught(scene, monkeypatch, person):
    role, missed = ROLE_OF[person], []
    for permission in ROLES[role] - UNASKED:
        with monkeypatch.context() as patch:
            patch.setitem(permissions.ROLES, role, ROLES[role] - {permission})
            if not is_caught(scene, cases_behind(scene.app, permission, person)):
                missed.append(permission)
    assert missed == []


def cases_of_endpoint(app, endpoint) -> list[Case]:
    found = [rule for rules in rules_of(app).values() for rule in rules if rule.endpoint == endpoint]
    return [
        Case(method, rule.rule, person, kind)
        for rule in found
        for method in rule.methods & {"GET", "POST"}
        for kind in kinds_of(rule.rule)
        for person in EVERYBODY
    ]


def test_each_view_that_lost_its_mark_is_caught(scene, monkeypatch):
    missed = []
    for endpoint, view in scene.app.view_functions.items():
        # the gate knows the files by name, and no link of a first run is open in this scene
        if endpoint in {"static", "accounts.first_run_form", "accounts.make_first"}:
            continue
        with monkeypatch.context() as patch:
            patch.setitem(scene.app.view_functions, endpoint, lambda view=view, **rest: view(**rest))
            if not is_caught(scene, cases_of_endpoint(scene.app, endpoint)):
                missed.append(endpoint)
    assert missed == []


def test_each_view_that_became_open_is_caught(scene, monkeypatch):
    open_rules = {rule for _method, rule in OPEN_ROWS}
    closed = {
        rule.endpoint
        for rules in rules_of(scene.app).values()
        for rule in rules
        if rule.rule not in open_rules
    }
    missed = []
    for endpoint in closed:
        view = scene.app.view_functions[endpoint]
        cases = cases_of_endpoint(scene.app, endpoint)
        # somebody else's signing in and out would end the sessions of the scene
        cases = [case for case in cases if case.person in {*STRANGERS, "sara", "carla", "ward"}]
        with monkeypatch.context() as patch:
            opened = public(lambda view=view, **rest: view(**rest))
            patch.setitem(scene.app.view_functions, endpoint, opened)
            if not is_caught(scene, cases):
                missed.append(endpoint)
    assert missed == []
