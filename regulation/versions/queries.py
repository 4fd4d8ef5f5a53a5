"""Reading rule versions: which is in force, what it says. The regulation room changes none here."""

import datetime as dt
from functools import lru_cache

from sqlalchemy import or_, select

from core.db import db
from regulation.files.reading import read_rule_set
from regulation.judge.rules import RuleSet
from regulation.versions.models import RuleVersion


def rule_in_force(on: dt.date) -> RuleVersion | None:
    """The version by which a request of that day is judged; None where none is in force."""
    return db.session.scalar(
        select(RuleVersion)
        .where(
            RuleVersion.in_force_at.is_not(None),
            RuleVersion.valid_from <= on,
            or_(RuleVersion.valid_until.is_(None), RuleVersion.valid_until >= on),
        )
        .order_by(RuleVersion.valid_from.desc(), RuleVersion.id.desc())
        .limit(1)
    )


def versions() -> list[RuleVersion]:
    """Every version that was brought in, the newest validity first."""
    statement = select(RuleVersion).order_by(RuleVersion.valid_from.desc(), RuleVersion.id.desc())
    return list(db.session.scalars(statement))


def versions_in_force() -> list[RuleVersion]:
    """The versions in force, in the order of their validity."""
    return list(
        db.session.scalars(
            select(RuleVersion)
            .where(RuleVersion.in_force_at.is_not(None))
            .order_by(RuleVersion.valid_from, RuleVersion.id)
        )
    )


def rule_set(version: RuleVersion) -> RuleSet:
    """What a version says. Read once per process: the text of a version never changes."""
    return _read(version.sha256, version.source_toml)


@lru_cache(maxsize=32)
def _read(sha256: str, source_toml: str) -> RuleSet:
    return read_rule_set(source_toml)
