"""What a correction changed on a request of intake, field by field in words. It changes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Person
from core.clock import show_date
from core.db import db
from core.money import show_cents
from intake.asking.showing import Frozen
from intake.requests.judging import frozen_of
from intake.requests.models import Request, RequestVersion
from intake.requests.queries import other_parts_of
from intake.requests.wording import payer_in_words
from regulation.vocabulary.rules import SchemeKind
from terms.lists import CATEGORIES, EVIDENCE, PAYEES, REASONS, label_of

ADDS: Final = ("correct", "add")
# A field, what stood there, and what stands there since.
Change = tuple[str, str, str]


@dataclass(frozen=True)
class Correction:
    """One of them: when, by whom, and what it changed."""

    at: dt.datetime
    by: str
    changes: list[Change]


def words_on(request: Request) -> dict[str, Any]:
    """What of the question stands on the request and in no facts."""
    return {
        "what": request.what,
        "activity_id": request.activity_id,
        "provider_id": request.provider_id,
        "provider_name": request.provider_name,
        "reason": request.reason,
        "payers": [
            (part.payer, part.amount_cents, part.answer) for part in other_parts_of(request)
        ],
    }


def changes_between(
    before: Mapping[str, Any], known: Frozen, after: Mapping[str, Any], now: Frozen
) -> list[Change]:
    """The fields that say something else than they did, in the order of the form."""
    old, new = _said(before, known), _said(after, now)
    labels = dict.fromkeys((*old, *new))
    rows = ((label, old.get(label, ""), new.get(label, "")) for label in labels)
    return [row for row in rows if row[1] != row[2]]


def corrections_of(request: Request) -> list[Correction]:
    """All of them, the newest first; asks for nothing where there are none."""
    if request.corrected_at is None:
        return []
    rows = _versions(request)
    frozen = {version.number: frozen_of(version) for version, _name in rows}
    words, found = words_on(request), []
    for (version, name), (earlier, _by) in pairwise(rows):
        if version.former is None:
            continue
        changes = changes_between(
            version.former, frozen[earlier.number], words, frozen[version.number]
        )
        found.append(Correction(version.made_at, name, changes))
        words = version.former
    return found


def added_in(rows: Iterable[Any]) -> list[tuple[dt.datetime, str, str]]:
    """What was written for who decides with a correction or apart from it: when, by whom, which words. Of
    what happened: (verb, when, words, by whom)."""
    return [(at, name, why) for verb, at, why, name in rows if verb in ADDS and why]


def _versions(request: Request) -> Sequence[Any]:
    """With who made them, the newest first."""
    return db.session.execute(
        select(RequestVersion, Person.name)
        .join(Person, Person.id == RequestVersion.made_by_id)
        .where(RequestVersion.request_id == request.id)
        .order_by(RequestVersion.number.desc())
    ).all()


def _said(words: Mapping[str, Any], frozen: Frozen) -> dict[str, str]:
    facts = frozen.facts
    is_discount = frozen.rules.schemes[facts.scheme].kind is SchemeKind.DISCOUNT
    paid = (payer_in_words(*part) for part in words["payers"])
    seen = (label_of(EVIDENCE, code) for code in EVIDENCE if code in facts.evidence_seen)
    return {
        _("What"): str(words["what"]),
        _("Kind of activity"): label_of(CATEGORIES, facts.category) if facts.category else "",
        _("Provider"): str(words["provider_name"]),
        _("Ask as"): _("Discount") if is_discount else _("Culture Fund"),
        _("Price"): show_cents(facts.cost_cents or 0),
        _("Date of the cost"): show_date(facts.cost_on) if facts.cost_on else "",
        _("Reason"): label_of(REASONS, str(words["reason"])),
        _("Pay to"): label_of(PAYEES, facts.payee) if facts.payee else "",
        _("Other payers"): ", ".join(paid),
        _("Evidence seen"): ", ".join(seen),
        **dict(frozen.rows),
    }
