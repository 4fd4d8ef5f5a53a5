"""Verbs of translated sentences: save another version, approve the one that is seen. They commit nothing."""

from collections.abc import Mapping

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict
from fund.letters.filling import check
from fund.letters.models import Translation
from fund.letters.texts import texts_now
from fund.letters.translated_slots import KNOWN, slots_of
from fund.letters.translations import APPROVED, Held, held


def check_words(code: str, words: Mapping[str, str]) -> None:
    """RuleBroken at the field whose sentence cannot be."""
    for slot in slots_of(code):
        check(words[slot.code], must=slot.must, field=f"{slot.code}-words", known=KNOWN)


def save(
    language: str, code: str, words: Mapping[str, str], *, seen: int, by: Account
) -> Translation:
    """Another translation, which nobody has approved: until then no letter gets an annex from it."""
    check_words(code, words)
    found = _as_seen(language, code, seen)
    row = _new(found, dict(words), by)
    audit.record("letter.translation", kind="letter_translation", object_id=row.id)
    return row


def approve(language: str, code: str, *, seen: int, dutch: str, by: Account) -> Translation:
    """Whoever knows the language says that it is good, beside the Dutch that was shown; Conflict else."""
    found = _as_seen(language, code, seen)
    if dutch != found.dutch_hash:
        raise Conflict(_("The Dutch sentences have changed meanwhile. Look at them again."))
    if found.state == APPROVED:
        raise Conflict(_("This translation is approved already."))
    row = db.session.get(Translation, found.version) if found.version else None
    if row is None or row.approved_at is not None:
        row = _new(found, dict(found.words), by if row else None)
    row.approved_at, row.approved_by_id = clock.now(), by.person_id
    row.dutch_hash = found.dutch_hash
    audit.record("letter.approve_translation", kind="letter_translation", object_id=row.id)
    return row


def _as_seen(language: str, code: str, seen: int) -> Held:
    found = held(language, code, texts_now())
    if found.version != seen:
        raise Conflict(_("Somebody else changed this translation meanwhile."))
    return found


def _new(found: Held, words: dict[str, str], by: Account | None) -> Translation:
    row = Translation(
        language=found.language,
        of=found.of,
        words=words,
        made_at=clock.now(),
        made_by_id=by.person_id if by else None,
    )
    db.session.add(row)
    db.session.flush()
    return row
