"""Verbs of the sentences of letters: save a version, go back to those shipped. They commit nothing."""

from collections.abc import Mapping

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict
from fund.letters.filling import check
from fund.letters.models import TextVersion
from fund.letters.slot import TextSet
from fund.letters.texts import versions_of


def check_words(of: TextSet, words: Mapping[str, str]) -> None:
    """RuleBroken at the field whose sentence cannot be."""
    for slot in of.slots:
        check(words[slot.code], must=slot.must, field=f"{slot.code}-words")


def save(of: TextSet, words: Mapping[str, str], *, seen: int, by: Account) -> TextVersion:
    """From now on these hold; letters that were made keep theirs. Conflict when somebody was first."""
    check_words(of, words)
    return _new(of, dict(words), seen, by)


def ship_again(of: TextSet, *, seen: int, by: Account) -> TextVersion:
    """Back to the sentences as they are shipped; what was saved stays in the list."""
    newest = versions_of(of.code, most=1)
    if not newest or not newest[0].words:
        raise Conflict(_("The sentences are as they were shipped."))
    return _new(of, {}, seen, by)


def newest_number(of: TextSet) -> int:
    """The number of the version that holds; 0: nobody changed it."""
    newest = versions_of(of.code, most=1)
    return newest[0].id if newest else 0


def _new(of: TextSet, words: dict[str, str], seen: int, by: Account) -> TextVersion:
    if newest_number(of) != seen:
        raise Conflict(_("Somebody else changed these sentences meanwhile."))
    version = TextVersion(of=of.code, words=words, made_at=clock.now(), made_by_id=by.person_id)
    db.session.add(version)
    db.session.flush()
    audit.record("letter.text", kind="letter_text", object_id=version.id)
    return version
