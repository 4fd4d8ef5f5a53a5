"""The sentences that hold now, for the fund's letters: the service's own, else those shipped. Changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from core.db import db
from core.errors import NotThere
from fund.letters.models import TextVersion
from fund.letters.slot import TextSet
from fund.letters.slots import SETS

# The number of the sentences as they are shipped; what the service saves counts on from here.
SHIPPED: Final = 1


@dataclass(frozen=True)
class Texts:
    """The newest of each set, and the number that a letter keeps."""

    version: int
    own: Mapping[str, Mapping[str, str]]


def texts_now() -> Texts:
    """All that holds at this moment, in two questions."""
    newest = select(func.max(TextVersion.id)).group_by(TextVersion.of)
    rows = db.session.scalars(select(TextVersion).where(TextVersion.id.in_(newest))).all()
    highest = max((row.id for row in rows), default=0)
    return Texts(SHIPPED + highest, {row.of: row.words for row in rows})


def words_of(code: str, texts: Texts) -> dict[str, str]:
    """The sentences of a set, by slot."""
    own = texts.own.get(code, {})
    return {slot.code: own.get(slot.code) or slot.shipped_words for slot in SETS[code].slots}


def set_named(code: str) -> TextSet:
    """One set; NotThere for another word."""
    if code not in SETS:
        raise NotThere
    return SETS[code]


def versions_of(code: str, most: int = 20) -> Sequence[TextVersion]:
    """What was saved, the newest first."""
    newest = TextVersion.id.desc()
    statement = select(TextVersion).where(TextVersion.of == code).order_by(newest).limit(most)
    return db.session.scalars(statement).all()
