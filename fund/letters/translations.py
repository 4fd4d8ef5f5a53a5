"""The translated sentences that hold now, and whether somebody approved them. Changes nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from core.db import db
from fund.letters.models import Translation
from fund.letters.slot import COMMON
from fund.letters.texts import Texts
from fund.letters.translated_slots import CODES, shipped, slots_of

# Not looked at yet; good to go along; approved once, but the Dutch has changed since.
UNVERIFIED, APPROVED, STALE = "unverified", "approved", "stale"
Key = tuple[str, str]


@dataclass(frozen=True)
class Held:
    """One set in one language: its words, its state, and the number of its newest version; 0: as shipped."""

    language: str
    of: str
    words: Mapping[str, str]
    state: str
    version: int
    dutch_hash: str


def held_now(texts: Texts) -> dict[Key, Held]:
    """Every set in every language that was ever saved or approved; of the others ask `held`."""
    newest = select(func.max(Translation.id)).group_by(Translation.language, Translation.of)
    rows = db.session.scalars(select(Translation).where(Translation.id.in_(newest))).all()
    return {(row.language, row.of): _held(row.language, row.of, row, texts) for row in rows}


def held(language: str, code: str, texts: Texts, known: Mapping[Key, Held] | None = None) -> Held:
    """One set in one language."""
    known = held_now(texts) if known is None else known
    return known.get((language, code)) or _held(language, code, None, texts)


def approved_words(
    language: str, code: str, texts: Texts, known: Mapping[Key, Held]
) -> dict[str, str]:
    """All sentences of an annex; none unless both its own set and the common one are approved."""
    both = [held(language, one, texts, known) for one in (COMMON, code)]
    if any(one.state != APPROVED for one in both):
        return {}
    return {**both[0].words, **both[1].words}


def all_words(language: str, code: str, texts: Texts) -> dict[str, str]:
    """The same whoever approved it, to look at."""
    known = held_now(texts)
    both = (held(language, one, texts, known).words for one in (COMMON, code))
    return {slot: words for one in both for slot, words in one.items()}


def approved_counts(
    texts: Texts, known: Mapping[Key, Held], languages: Sequence[str]
) -> dict[str, int]:
    """Of how many sets the translation is good, by language."""
    return {
        one: sum(held(one, code, texts, known).state == APPROVED for code in CODES)
        for one in languages
    }


def versions_of(language: str, code: str, most: int = 20) -> Sequence[Translation]:
    """What was saved and approved, the newest first."""
    wanted = (
        select(Translation)
        .where(Translation.language == language, Translation.of == code)
        .options(joinedload(Translation.made_by), joinedload(Translation.approved_by))
        .order_by(Translation.id.desc())
    )
    return db.session.scalars(wanted.limit(most)).all()


def dutch_of(code: str, texts: Texts) -> dict[str, str]:
    """The Dutch sentences that a translation stands for, by slot."""
    own = texts.own.get(code, {})
    return {slot.code: own.get(slot.code) or slot.shipped_words for slot in slots_of(code)}


def hash_of(code: str, texts: Texts) -> str:
    """What those sentences are now: another one, and the translation must be looked at again."""
    said = json.dumps(dutch_of(code, texts), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _held(language: str, code: str, row: Translation | None, texts: Texts) -> Held:
    standing: Final = shipped(language)[code]
    words = {slot.code: standing[slot.code] for slot in slots_of(code)}
    if row is not None:
        words |= {name: said for name, said in row.words.items() if name in words}
    now = hash_of(code, texts)
    return Held(language, code, words, _state(row, now), row.id if row else 0, now)


def _state(row: Translation | None, dutch_hash: str) -> str:
    if row is None or row.approved_at is None:
        return UNVERIFIED
    return APPROVED if row.dutch_hash == dutch_hash else STALE
