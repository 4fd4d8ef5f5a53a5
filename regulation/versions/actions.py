"""Bringing rule versions in and putting them into force, in the regulation room. No judging."""

import datetime as dt
import hashlib

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from regulation.files.reading import read_rule_set
from regulation.files.table import RuleFileError
from regulation.judge.trial import differences
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set, versions_in_force

ONE_DAY = dt.timedelta(days=1)


def bring_in(toml_text: str, *, by: Account | None) -> RuleVersion:
    """Store a version that is not in force yet. `by` is None for one that ships with the product.

    The very same text again is the same version. Raises RuleBroken on a text that is no rule, and
    on another text under a number that is taken.
    """
    try:
        rules = read_rule_set(toml_text)
    except RuleFileError as error:
        raise RuleBroken(str(error), "source_toml") from error
    sha256 = hashlib.sha256(toml_text.encode()).hexdigest()
    known = db.session.scalar(
        select(RuleVersion).where(
            RuleVersion.rule_id == rules.rule_id, RuleVersion.version == rules.version
        )
    )
    if known is not None and known.sha256 == sha256:
        return known
    if known is not None:
        raise RuleBroken(_("This version exists with another text. Raise its number."), "version")
    version = RuleVersion(
        rule_id=rules.rule_id,
        version=rules.version,
        title=rules.title,
        origin=rules.origin.value,
        valid_from=rules.validity.from_on,
        valid_until=rules.validity.until_on,
        source_toml=toml_text,
        sha256=sha256,
        brought_in_at=clock.now(),
        brought_in_by_id=by.person_id if by else None,
    )
    db.session.add(version)
    db.session.flush()
    audit.record("rule.brought_in", kind="rule_version", object_id=version.id)
    return version


def put_into_force(version: RuleVersion, *, by: Account) -> None:
    """From its first day on, requests are judged by this version; an older one ends the day before.

    Raises RuleBroken: by whom it was brought in, without a first day, while an example of its own
    fails, and where its days overlap with those of another version.
    """
    if version.in_force_at is not None:
        raise RuleBroken(_("This version is in force already."))
    if version.brought_in_by_id == by.person_id:
        raise RuleBroken(_("You brought this version in. Someone else puts it into force."))
    if version.valid_from is None:
        raise RuleBroken(_("This version has no first day. It cannot enter into force."))
    failing = next(differences(rule_set(version)), None)
    if failing is not None:
        raise RuleBroken(_("This example does not come out: %(name)s.", name=failing.case))
    _make_room(version, version.valid_from)
    version.in_force_at = clock.now()
    version.in_force_by_id = by.person_id
    db.session.flush()
    audit.record("rule.put_into_force", kind="rule_version", object_id=version.id)


def _make_room(version: RuleVersion, from_on: dt.date) -> None:
    """End the version that runs on without an end; refuse any other overlap."""
    for other in versions_in_force():
        starts_on = other.valid_from or from_on
        if other.valid_until is None and starts_on < from_on:
            other.valid_until = from_on - ONE_DAY
            audit.record("rule.ended", kind="rule_version", object_id=other.id)
        elif _overlap(other, starts_on, version, from_on):
            raise RuleBroken(
                _("Another version is in force in these days: %(name)s.", name=other.title)
            )


def _overlap(
    other: RuleVersion, starts_on: dt.date, version: RuleVersion, from_on: dt.date
) -> bool:
    return (other.valid_until or dt.date.max) >= from_on and starts_on <= (
        version.valid_until or dt.date.max
    )
