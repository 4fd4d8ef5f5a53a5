"""Starting, changing and ending drafts of rules, in the regulation room. It judges nothing itself."""

import datetime as dt
from typing import Any

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from core.pages.words import say
from regulation.drafts.models import RuleDraft
from regulation.drafts.names import name_from
from regulation.drafts.queries import next_number, tables_of
from regulation.editing.checking import TO_FILL_IN, checked
from regulation.files.reading import parsed
from regulation.files.writing import written
from regulation.shape.shape import Tables
from regulation.versions import actions as versions
from regulation.versions.models import RuleVersion

# What a text said of itself, and what holds for it alone.
OF_ITS_OWN_TEXT = ("council", "validity")


def start(tables: Tables, *, by: Account, based_on_id: int | None = None) -> RuleDraft:
    """A draft with what these tables say."""
    now = clock.now()
    draft = RuleDraft(
        rule_id=tables["id"],
        title=tables["title"],
        based_on_id=based_on_id,
        source_toml=written(tables),
        started_by_id=by.person_id,
        started_at=now,
        changed_by_id=by.person_id,
        changed_at=now,
    )
    db.session.add(draft)
    db.session.flush()
    audit.record("rule_draft.begin", kind="rule_draft", object_id=draft.id)
    return draft


def next_version(tables: Tables) -> Tables:
    """The same rule as the version after the newest. From when it holds must be said anew."""
    kept = {key: value for key, value in tables.items() if key not in OF_ITS_OWN_TEXT}
    number = next_number(tables["id"])
    return _in_order({**kept, "version": number, "validity": _no_first_day()}, tables)


def own_rule(tables: Tables, title: str) -> Tables:
    """Another municipality's rule as the beginning of one's own."""
    rule_id = name_from(title, otherwise="reglement").replace("_", "-")
    source = {"name": say("Decision of the council of %(day)s", day=TO_FILL_IN)}
    own: dict[str, Any] = {"id": rule_id, "title": title, "origin": "own", "source": source}
    return next_version({**tables, **own})


def _no_first_day() -> Tables:
    return {"open": say("The first day has not been chosen yet.")}


def _in_order(tables: Tables, like: Tables) -> Tables:
    order = [*like, *(key for key in tables if key not in like)]
    return {key: tables[key] for key in order if key in tables}


def change(draft: RuleDraft, tables: Tables, *, by: Account) -> None:
    """Write what the draft says now, and keep what it said before: one step can be undone."""
    draft.previous_toml = draft.source_toml
    draft.source_toml = written(tables)
    draft.title = str(tables.get("title", draft.title))
    draft.changed_by_id, draft.changed_at = by.person_id, clock.now()
    db.session.flush()
    audit.record("rule_draft.change", kind="rule_draft", object_id=draft.id)


def undo(draft: RuleDraft, *, by: Account) -> None:
    """The draft says again what it said before the last change; once more, and that change is back."""
    if draft.previous_toml is None:
        raise RuleBroken(_("There is nothing to undo."))
    change(draft, parsed(draft.previous_toml), by=by)


def must_be(draft: RuleDraft, seen_version: int) -> None:
    """Somebody looks at what the draft says now; raises Conflict when it says something else."""
    if draft.lock_version != seen_version:
        raise Conflict(_("This draft was changed in the meantime. Look at it again."))


def discard(draft: RuleDraft, *, by: Account) -> None:
    """Throw the draft away. No version comes of it."""
    _end(draft, by)
    audit.record("rule_draft.discard", kind="rule_draft", object_id=draft.id)


def bring_in(draft: RuleDraft, *, by: Account) -> RuleVersion:
    """Make a version of the draft; somebody else puts it into force.

    Raises RuleBroken while it does not read, an example fails or something is to be filled in.
    """
    tables = tables_of(draft)
    found = checked(tables)
    if found.trouble is not None:
        raise RuleBroken(found.trouble.words)
    if found.to_fill_in:
        raise RuleBroken(found.to_fill_in[0].words)
    if found.failing:
        raise RuleBroken(_("This example does not come out: %(name)s.", name=found.failing[0].name))
    version = versions.bring_in(draft.source_toml, by=by)
    _end(draft, by)
    draft.brought_in_id = version.id
    db.session.flush()
    return version


def _end(draft: RuleDraft, by: Account) -> None:
    now: dt.datetime = clock.now()
    draft.ended_at, draft.changed_at, draft.changed_by_id = now, now, by.person_id
    db.session.flush()
