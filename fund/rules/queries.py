"""What a new version would take away of what is in use now, as counts. The fund's rules; changes nothing."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.errors import Words
from fund.rules.rights import may_give_for_category, may_give_to_status
from intake.requests.in_use import InUse, categories_in_use, requests_since, statuses_in_use
from intake.requests.judging import scheme_for
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set
from regulation.versions.succession import ONE_DAY
from regulation.vocabulary.rules import RuleSet
from terms.lists import CATEGORIES, STATUSES, Term

MayGive = Callable[[RuleSet, str, str, dt.date], bool]


@dataclass(frozen=True)
class Lost:
    """A word that a version gives no right to any more: for which scheme, and how often in use."""

    words: Words
    scheme: str
    count: int


@dataclass(frozen=True)
class Disappearing:
    """What is in use and would be lost: statuses count households, categories count requests."""

    statuses: tuple[Lost, ...] = ()
    categories: tuple[Lost, ...] = ()

    @property
    def words(self) -> list[str]:
        """All of it by name, each once."""
        return list(dict.fromkeys(str(one.words) for one in (*self.statuses, *self.categories)))


def disappearing(version: RuleVersion, from_on: dt.date, *, on: dt.date) -> Disappearing:
    """What the rule of the day before gives a right to, is in use on a day, and this one drops."""
    before = rule_in_force(from_on - ONE_DAY)
    if before is None or before is version:
        return Disappearing()
    change = _Change(rule_set(before), rule_set(version), from_on)
    return Disappearing(
        change.lost(statuses_in_use(on), may_give_to_status, STATUSES),
        change.lost(categories_in_use(on), may_give_for_category, CATEGORIES),
    )


@dataclass(frozen=True)
class _Change:
    """One rule after another, on the first day of the second."""

    before: RuleSet
    after: RuleSet
    on: dt.date

    def lost(
        self, used: Iterable[InUse], may_give: MayGive, terms: dict[str, Term]
    ) -> tuple[Lost, ...]:
        return tuple(
            Lost(terms[one.code].label, self._scheme(one.kind), one.count)
            for one in used
            if may_give(self.before, one.kind, one.code, self.on)
            and not may_give(self.after, one.kind, one.code, self.on)
        )

    def _scheme(self, kind: str) -> str:
        scheme = scheme_for(self.before, kind)
        return scheme.title if scheme else ""


def first_possible_day(version: RuleVersion, *, on: dt.date) -> dt.date | None:
    """The text's own first day, or tomorrow where requests since then were judged already."""
    own = version.valid_from
    if own is None or own > on or not requests_since(own):
        return own
    return on + ONE_DAY
