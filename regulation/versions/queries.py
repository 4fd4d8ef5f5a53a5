"""Reading rule versions: which is in force, what it says. The regulation room changes none here."""

import datetime as dt
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Date, Select, bindparam, or_, select
from sqlalchemy.orm import defer

from core.db import Base, db, rows_of
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from regulation.files.reading import read_rule_set
from regulation.versions.models import RuleVersion
from regulation.vocabulary.rules import RuleSet

_ON: Final[Any] = bindparam("on", type_=Date())
_text: Any = Base.metadata.tables[RuleVersion.__tablename__].c


def _in_force(wanted: Any, version: Any) -> Any:
    """The version by which a request of a day is judged; `version` has the columns."""
    return (
        wanted.where(
            version.in_force_at.is_not(None),
            version.valid_from <= _ON,
            or_(version.valid_until.is_(None), version.valid_until >= _ON),
        )
        .order_by(version.valid_from.desc(), version.id.desc())
        .limit(1)
    )


IN_FORCE: Final[Select[RuleVersion]] = _in_force(select(RuleVersion), RuleVersion)
TEXT_IN_FORCE: Final[Select[Any]] = _in_force(
    select(_text.id, _text.sha256, _text.source_toml), _text
)


class RuleText(NamedTuple):
    """What judging needs of a version."""

    id: int
    sha256: str
    source_toml: str


def text_in_force(on: dt.date) -> RuleText | None:
    """The same version as `rule_in_force`, as a row: the form asks it at every key."""
    found = rows_of(TEXT_IN_FORCE, {"on": on}).first()
    return RuleText._make(found) if found else None


def rule_in_force(on: dt.date) -> RuleVersion | None:
    """The version by which a request of that day is judged; None where none is in force."""
    return db.session.scalar(IN_FORCE, {"on": on})


def history(key: str | None = None) -> Page[RuleVersion]:
    """Every version that was brought in, the newest first, without its text."""
    return page_of(_without_text(), (By(RuleVersion.id, descending=True),), key=key)


def version_of(version_id: int) -> RuleVersion:
    """One version; NotThere when it does not exist."""
    known = is_row_id(version_id)
    found = db.session.get(RuleVersion, version_id) if known else None
    if found is None:
        raise NotThere
    return found


def version_named(rule_id: str, number: int) -> RuleVersion | None:
    """The version with this number of a rule."""
    return db.session.scalar(
        select(RuleVersion).where(RuleVersion.rule_id == rule_id, RuleVersion.version == number)
    )


def following(version: RuleVersion) -> RuleVersion | None:
    """The version in force that takes over when this one ends."""
    if version.in_force_at is None or version.valid_until is None:
        return None
    next_on = version.valid_until + dt.timedelta(days=1)
    taking_over = _without_text().where(
        RuleVersion.in_force_at.is_not(None), RuleVersion.valid_from == next_on
    )
    return db.session.scalars(taking_over).one_or_none()


def hold_versions() -> list[RuleVersion]:
    """All versions in the order of their days, held until the transaction ends: of two who put one
    into force at once, the second sees what the first did."""
    return list(
        db.session.scalars(
            _without_text()
            .order_by(RuleVersion.valid_from, RuleVersion.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )


def rule_set(version: RuleVersion | RuleText) -> RuleSet:
    """What a version says. Read once per process: the text of a version never changes."""
    return _read(version.sha256, version.source_toml)


def _without_text() -> Select[RuleVersion]:
    return select(RuleVersion).options(defer(RuleVersion.source_toml))


@lru_cache(maxsize=32)
def _read(sha256: str, source_toml: str) -> RuleSet:
    return read_rule_set(source_toml)
