"""A table of the offer read as providers and activities, for a takeover. `store()` adds what is not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core.names import folded
from fund.takeover.queries import known_activities, providers_by_name
from fund.takeover.rows import Found, Row, TermWords
from fund.takeover.synonyms import CATEGORY_WORDS, PROVIDER_WORDS
from offer.actions import add_activity, add_provider
from offer.models import Provider
from terms.lists import CATEGORIES, PROVIDER_TYPES

LONGEST_NAME: Final = 160
OTHER: Final = "other"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A provider, and an activity of it where the row names one."""

    provider: str
    provider_type: str
    neighbourhood: str
    activity: str
    category: str
    price_cents: int


class OfferRows:
    """The offer in a table. A provider and its activities are known by their names."""

    def __init__(self, rows: Sequence[Row], _worker_id: int | None) -> None:
        self.found = Found()
        self.categories = TermWords(CATEGORIES, CATEGORY_WORDS)
        self.types = TermWords(PROVIDER_TYPES, PROVIDER_WORDS)
        self.providers = providers_by_name()
        self.new: list[Wanted] = []
        known = known_activities() | {(name, "") for name in self.providers}
        for row in rows:
            wanted = self._read(row)
            if wanted:
                self._take(row, wanted, known)
            self.found.problems += row.problems
            self.found.shown.append((row.number, row.shown))

    def store(self, by: Account) -> None:
        """Add what is new; the caller's transaction holds all of it."""
        for one in self.new:
            provider = self._provider(one)
            if one.activity:
                add_activity(provider, one.activity, one.category, one.price_cents)

    def _provider(self, wanted: Wanted) -> Provider:
        name = folded(wanted.provider)
        if name not in self.providers:
            self.providers[name] = add_provider(
                wanted.provider, wanted.provider_type, wanted.neighbourhood
            )
        return self.providers[name]

    def _read(self, row: Row) -> Wanted | None:
        provider = row.text("provider", LONGEST_NAME, needed=True)
        if provider and not any(letter.isalnum() for letter in provider):
            row.wrong("provider", _("A name has at least one letter."))
        activity = row.text("activity", LONGEST_NAME)
        category = row.code("category", self.categories, needed=bool(activity))
        price_cents = row.cents("price", needed=bool(activity))
        provider_type = row.code("provider_type", self.types) or OTHER
        neighbourhood = row.text("neighbourhood", 60)
        if row.problems:
            return None
        return Wanted(
            provider=provider,
            provider_type=provider_type,
            neighbourhood=neighbourhood,
            activity=activity,
            category=category,
            price_cents=price_cents or 0,
        )

    def _take(self, row: Row, wanted: Wanted, known: set[tuple[str, str]]) -> None:
        """The same activity twice in the list, or here already, is known the second time."""
        key = (folded(wanted.provider), folded(wanted.activity))
        if key in known:
            self.found.known += 1
            return
        known |= {key, (key[0], "")}
        self.new.append(wanted)
        self.found.new += 1
