"""A table of the offer read as providers and activities, for a takeover. `store()` adds what is not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core.names import folded
from core.pages.fields import OLDEST_AGE_YEARS
from fund.takeover.queries import known_activities, providers_by_name
from fund.takeover.rows import Found, Row, TermWords
from fund.takeover.synonyms import CATEGORY_WORDS, DAY_WORDS, PROVIDER_WORDS
from offer.actions import Place, Setting, add_activity, add_provider
from offer.models import Provider
from terms.field_words import FIELD_WORDS
from terms.lists import CATEGORIES, PROVIDER_TYPES
from terms.offer_lists import FACILITIES, THEMES, WEEKDAYS

LONGEST_NAME: Final = 160
OTHER: Final = "other"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A provider, and an activity of it where the row names one."""

    provider: str
    provider_type: str
    place: Place
    activity: str
    category: str
    price_cents: int
    setting: Setting


class OfferRows:
    """The offer in a table. A provider and its activities are known by their names."""

    def __init__(self, rows: Sequence[Row], _worker_id: int | None) -> None:
        self.found = Found()
        self.categories = TermWords(CATEGORIES, FIELD_WORDS["categories"] | CATEGORY_WORDS)
        self.types = TermWords(PROVIDER_TYPES, FIELD_WORDS["provider_types"] | PROVIDER_WORDS)
        self.themes = TermWords(THEMES, FIELD_WORDS["themes"])
        self.facilities = TermWords(FACILITIES, FIELD_WORDS["facilities"])
        self.days = TermWords(WEEKDAYS, DAY_WORDS)
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
                add_activity(provider, one.activity, one.category, one.price_cents, one.setting)

    def _provider(self, wanted: Wanted) -> Provider:
        name = folded(wanted.provider)
        if name not in self.providers:
            self.providers[name] = add_provider(wanted.provider, wanted.provider_type, wanted.place)
        return self.providers[name]

    def _read(self, row: Row) -> Wanted | None:
        provider = row.text("provider", LONGEST_NAME, needed=True)
        if provider and not any(letter.isalnum() for letter in provider):
            row.wrong("provider", _("A name has at least one letter."))
        activity = row.text("activity", LONGEST_NAME)
        category = row.code("category", self.categories, needed=bool(activity))
        price_cents = row.cents("price", needed=bool(activity))
        provider_type = row.code("provider_type", self.types) or OTHER
        place, setting = self._place(row), self._setting(row)
        if row.problems:
            return None
        return Wanted(
            provider=provider,
            provider_type=provider_type,
            place=place,
            activity=activity,
            category=category,
            price_cents=price_cents or 0,
            setting=setting,
        )

    def _place(self, row: Row) -> Place:
        return Place(
            neighbourhood=row.text("neighbourhood", 60),
            address=row.text("address"),
            contact=row.text("contact", 200),
            facilities=" ".join(row.codes("facilities", self.facilities)),
        )

    def _setting(self, row: Row) -> Setting:
        youngest, oldest = _age(row, "age_from"), _age(row, "age_until")
        if youngest is not None and oldest is not None and oldest < youngest:
            row.wrong("age_until", _("The oldest age lies below the youngest."))
        return Setting(
            theme=row.code("theme", self.themes),
            age_from=youngest,
            age_until=oldest,
            days="".join(sorted(row.codes("days", self.days))),
            times=row.text("times", 120),
            checked_on=row.day("checked_on"),
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


def _age(row: Row, column: str) -> int | None:
    typed = row.text(column, 20)
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit()) or int(typed) > OLDEST_AGE_YEARS:
        row.wrong(
            column, _("Write an age in whole years, from 0 to %(most)s.", most=OLDEST_AGE_YEARS)
        )
        return None
    return int(typed)
