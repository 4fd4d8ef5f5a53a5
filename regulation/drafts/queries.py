"""Reading drafts of rules, and what a new one may begin from. The regulation room changes none here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import defer

from core import clock
from core.config import ROOT
from core.db import db
from core.errors import NotThere
from core.ids import LARGEST_ID
from regulation.drafts.models import RuleDraft
from regulation.files.reading import parsed
from regulation.shape.shape import Tables
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set, version_of
from regulation.vocabulary.rules import SchemeKind

FOLDERS: Final = ("example", "published")
MOST: Final = 50


@dataclass(frozen=True)
class Shipped:
    """A rule that comes with the product."""

    name: str
    title: str


def open_drafts() -> list[RuleDraft]:
    """Those that are being changed, the newest change first, without their text."""
    return list(
        db.session.scalars(
            select(RuleDraft)
            .options(defer(RuleDraft.source_toml), defer(RuleDraft.previous_toml))
            .where(RuleDraft.ended_at.is_(None))
            .order_by(RuleDraft.changed_at.desc(), RuleDraft.id.desc())
            .limit(MOST)
        )
    )


def draft_of(draft_id: int, *, held: bool = False) -> RuleDraft:
    """One draft that has not ended, held until the transaction ends where it will be changed."""
    wanted = select(RuleDraft).where(
        RuleDraft.id == min(draft_id, LARGEST_ID), RuleDraft.ended_at.is_(None)
    )
    if held:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = db.session.scalars(wanted).one_or_none()
    if found is None:
        raise NotThere
    return found


def tables_of(draft: RuleDraft) -> Tables:
    """What stands in a draft, finished or not."""
    return parsed(draft.source_toml)


def shipped() -> list[Shipped]:
    """The rules that come with the product, by title."""
    found = [Shipped(path.stem, str(parsed(_text(path)).get("title"))) for path in _files()]
    return sorted(found, key=lambda one: (one.title, one.name))


def shipped_tables(name: str) -> Tables:
    """One of them; NotThere when the product has none of that name."""
    path = next((path for path in _files() if path.stem == name), None)
    if path is None:
        raise NotThere
    return parsed(_text(path))


def _files() -> list[Path]:
    return [path for one in FOLDERS for path in sorted((ROOT / "regulation" / one).glob("*.toml"))]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def next_number(rule_id: str) -> int:
    """The number of the version that a draft of this rule becomes."""
    newest = select(func.max(RuleVersion.version)).where(RuleVersion.rule_id == rule_id)
    return (db.session.scalar(newest) or 0) + 1


def version_tables(version_id: int) -> Tables:
    """What a version says."""
    return parsed(version_of(version_id).source_toml)


def scheme_in_force() -> str:
    """The scheme of the fund in force that pays a part back: its budget hangs on this name."""
    version = rule_in_force(clock.today())
    schemes = rule_set(version).schemes.values() if version else ()
    codes = [one.code for one in schemes if one.kind is SchemeKind.REFUND and not one.payer]
    return codes[0] if codes else ""


def rule_id_in_force() -> str:
    """The name of the rule in force, of which a new rule is the next version."""
    version = rule_in_force(clock.today())
    return version.rule_id if version else ""


def in_force_tables() -> Tables | None:
    """What the rule in force says; none is in force in a new house."""
    version = rule_in_force(clock.today())
    return parsed(version.source_toml) if version else None
