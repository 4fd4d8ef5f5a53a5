"""Bringing rule versions in and putting them into force, in the regulation room. No judging."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from core.upsert import insert_into
from regulation.files.reading import read_rule_set
from regulation.files.table import RuleFileError
from regulation.versions.models import RuleVersion
from regulation.versions.queries import hold_versions
from regulation.versions.readiness import reasons_against
from regulation.versions.succession import ONE_DAY, first_day, version_to_end

InForce = Callable[[RuleVersion, Account], None]
_afterwards: list[InForce] = []


def once_in_force(act: InForce) -> None:
    """Let an upper room act on a version that has just been put into force, inside the same transaction."""
    if act not in _afterwards:
        _afterwards.append(act)


@dataclass(frozen=True)
class CouncilDecision:
    """The decision by which a rule holds: its day and its number in the minutes."""

    decided_on: dt.date
    number: str


def bring_in(toml_text: str, *, by: Account | None) -> RuleVersion:
    """Store a version that is not in force yet. `by` is None where no member of staff did it: it
    ships with the product, or came by the command line.

    The very same text again is the same version, whatever its line ends. Raises RuleBroken on a
    text that is no rule, and on another text under a number that is taken.
    """
    try:
        rules = read_rule_set(toml_text)
    except RuleFileError as error:
        raise RuleBroken(str(error), "source_toml") from error
    stored = insert_into(db.session(), RuleVersion).values(
        rule_id=rules.rule_id,
        version=rules.version,
        title=rules.title,
        origin=rules.origin.value,
        valid_from=rules.validity.from_on,
        valid_until=rules.validity.until_on,
        source_toml=toml_text,
        sha256=hashlib.sha256(toml_text.encode()).hexdigest(),
        brought_in_at=clock.now(),
        brought_in_by_id=by.person_id if by else None,
        council_number="",
    )
    made = db.session.scalar(stored.on_conflict_do_nothing().returning(RuleVersion.id))
    if made is None:
        return _known(rules.rule_id, rules.version, toml_text)
    audit.record("rule.brought_in", kind="rule_version", object_id=made)
    return db.session.get_one(RuleVersion, made)


def _known(rule_id: str, number: int, toml_text: str) -> RuleVersion:
    """What stands under this number already, when it says the same."""
    known = db.session.scalars(
        select(RuleVersion).where(RuleVersion.rule_id == rule_id, RuleVersion.version == number)
    ).one()
    if known.source_toml.splitlines() != toml_text.splitlines():
        raise RuleBroken(_("This version exists with another text. Raise its number."), "version")
    return known


def put_into_force(
    version: RuleVersion,
    *,
    by: Account,
    council: CouncilDecision,
    from_on: dt.date | None = None,
) -> None:
    """From its first day on, requests are judged by this version; an older one ends the day before.

    `from_on` is a later first day than the text's own. `fund.rules` asks first whether something
    in use would disappear. Raises RuleBroken on all that `reasons_against` names, and where days
    would have two rules or none.
    """
    others = [one for one in hold_versions() if one.in_force_at and one is not version]
    for reason in reasons_against(version, by.person_id):
        raise RuleBroken(reason)
    first_on = first_day(version, from_on)
    ended = version_to_end(others, first_on, version.valid_until)
    if ended is not None:
        ended.valid_until = first_on - ONE_DAY
        audit.record("rule.ended", kind="rule_version", object_id=ended.id)
    version.valid_from = first_on
    version.in_force_at, version.in_force_by_id = clock.now(), by.person_id
    version.council_on, version.council_number = council.decided_on, council.number
    db.session.flush()
    audit.record("rule.put_into_force", kind="rule_version", object_id=version.id)
    for act in _afterwards:
        act(version, by)
