"""Eight at once on the regulation: one text is one version, and one day has one rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import func, select

from accounts.queries import account_by_username
from core.db import db, transaction
from core.errors import RuleBroken
from regulation.versions.actions import bring_in, put_into_force
from regulation.versions.models import RuleVersion
from regulation.versions.queries import version_of
from tests.faults.test_races import AT_ONCE, all_at_once
from tests.regulation.wording import brought_in, text_of
from tests.world import COUNCIL


def at_once(act: Callable[[int], object]) -> Counter[str]:
    with ThreadPoolExecutor(AT_ONCE) as crew:
        return all_at_once(crew, act)


def count(app: Flask, *where: object) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(RuleVersion).where(*where)) or 0


def test_eight_who_bring_the_same_text_in_make_one_version(town: Flask) -> None:
    def bring(_place: int) -> None:
        with town.app_context(), transaction():
            bring_in(text_of(2), by=account_by_username("hilde"))

    assert at_once(bring) == {"done": AT_ONCE}
    assert count(town, RuleVersion.version == 2) == 1


def test_eight_versions_for_one_day_give_one_rule(town: Flask) -> None:
    version_ids = [brought_in(town, text_of(10 + place)) for place in range(AT_ONCE)]

    def enact(place: int) -> None:
        with town.app_context(), transaction():
            bea = account_by_username("bea")
            put_into_force(version_of(version_ids[place]), by=bea, council=COUNCIL)

    assert at_once(enact) == {"done": 1, RuleBroken.__name__: AT_ONCE - 1}
    assert count(town, RuleVersion.in_force_at.is_not(None)) == 2
