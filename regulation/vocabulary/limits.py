"""What a grant may not pass: covered costs, least spend, caps and days, as blocks. It judges nothing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from regulation.vocabulary import spec
from regulation.vocabulary.blocks import Block, Lasting, When, YearDay
from regulation.vocabulary.dates import DateKind, add_months, first_on_or_after, year_of


class OutsideTown(StrEnum):
    """Whether a provider outside the municipality will do."""

    YES = "yes"
    # covered, but providers in town go first
    HERE_FIRST = "here_first"
    NO = "no"
    IF_NOT_OFFERED_HERE = "if_not_offered_here"


@dataclass(frozen=True, kw_only=True)
class Cover(Block):
    """Which costs a scheme is for; no list means all of them. Of several, one that fits is enough."""

    when: When = spec.filled(When)
    categories: frozenset[str] = spec.codes("categories")
    excluded: frozenset[str] = spec.codes("categories", "except")
    lasting: Lasting | None = spec.maybe(Lasting)
    excluded_parts: frozenset[str] = spec.codes("parts", "except_parts")
    provider_types: frozenset[str] = spec.codes("provider_types")
    recognised: bool = spec.flag()
    outside_town: OutsideTown = spec.choice(OutsideTown, default=OutsideTown.YES)


@dataclass(frozen=True, kw_only=True)
class Deduct(Block):
    """Other payers go first; no list means whoever they are. With `after` they go off the amount."""

    payers: frozenset[str] = spec.codes("payers")
    after: bool = spec.flag()


class SpendOf(StrEnum):
    """Of what a minimum is asked: the cost as billed, what is left to pay of it, or what is given."""

    GROSS = "gross"
    NET = "net"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True)
class Minimum(Block):
    """The least that must be spent; below it nothing is given."""

    amount_cents: int = spec.euros("amount", required=True)
    of: SpendOf = spec.choice(SpendOf, default=SpendOf.GROSS)
    when: When = spec.filled(When)


class CapPer(StrEnum):
    """Whose grants are added up."""

    PERSON = "person"
    HOUSEHOLD = "household"


class CountOf(StrEnum):
    """What a count counts: requests, or the pieces that were bought in them."""

    REQUESTS = "requests"
    PIECES = "pieces"


class Period(StrEnum):
    """Over which time grants are added up."""

    CALENDAR_YEAR = "calendar_year"
    YEAR_FROM = "year_from"
    QUARTER = "quarter"
    MONTH = "month"
    ONCE = "once"


@dataclass(frozen=True, kw_only=True)
class Index:
    """A limit that follows a series: its figure of the day over that of the base year."""

    series: str = spec.name("series", required=True)
    base_year: int = spec.whole(required=True, least=1990, most=2199)


@dataclass(frozen=True, kw_only=True)
class Cap(Block):
    """The most that may be granted, or the most times, in a period.

    Neither only where the text leaves it open. `pooled` adds up the limits of all members that the
    selector on the person fits; with `only_theirs` only what these had counts for the household.
    `overflow` names the cap under which the rooms of the parents may
    be used once one's own is full, for what `parents_when` selects. `counts` names the schemes that use the same room.
    """

    name: str
    title: str = spec.text(required=True, most=120)
    limit_cents: int | None = spec.euros("limit")
    count: int | None = spec.whole(least=1, most=1_000)
    count_of: CountOf = spec.choice(CountOf, default=CountOf.REQUESTS)
    per: CapPer = spec.choice(CapPer, default=CapPer.PERSON)
    period: Period = spec.choice(Period, default=Period.CALENDAR_YEAR)
    starts: YearDay | None = spec.day()
    dates_by: DateKind | None = spec.maybe(DateKind)
    counts: frozenset[str] = spec.names("schemes", ordered=False)
    pooled: bool = spec.flag()
    only_theirs: bool = spec.flag()
    same_category: bool = spec.flag()
    overflow: str = spec.text("parents_room_of", most=60)
    parents_when: When = spec.filled(When)
    index: Index | None = spec.block(Index)
    when: When = spec.filled(When)


@dataclass(frozen=True, kw_only=True)
class Window(Block):
    """Between which days the judged date must lie, or that it lies in the year of the request."""

    from_on: dt.date | None = spec.date("from")
    until_on: dt.date | None = spec.date("until")
    this_year: bool = spec.flag()
    year_starts: YearDay | None = spec.day()

    def holds(self, judged_on: dt.date, requested_on: dt.date | None) -> bool | None:
        """Does the date lie in the window? None where the day of the request is needed for it."""
        if (self.from_on and judged_on < self.from_on) or (
            self.until_on and judged_on > self.until_on
        ):
            return False
        if not self.this_year:
            return True
        if requested_on is None:
            return None
        return year_of(self.year_starts, judged_on) == year_of(self.year_starts, requested_on)


@dataclass(frozen=True, kw_only=True)
class Deadline(Block):
    """The last day to ask, said in one of four ways.

    A day that comes every year: the first one in the year of the date it counts from, or so many
    years later; so many days or months after that date; so many days before it; or one day for
    all. With `before` asking must be done before that day. With `year_starts` years run from
    another day than 1 January.
    """

    month: int | None = spec.whole(least=1, most=12)
    day: int | None = spec.whole(least=1, most=31)
    years_later: int = spec.whole(most=5, default=0)
    year_starts: YearDay | None = spec.day()
    within_days: int | None = spec.whole(most=2_000)
    within_months: int | None = spec.whole(most=60)
    days_before: int | None = spec.whole(least=1, most=400)
    on: dt.date | None = spec.date()
    before: bool = spec.flag()
    counts_from: DateKind | None = spec.maybe(DateKind)

    def latest_on(self, from_on: dt.date) -> dt.date | None:
        """The last day on which asking is in time; None where the text leaves it open."""
        last = self._day(from_on)
        return last - dt.timedelta(days=1) if last and self.before else last

    def _day(self, from_on: dt.date) -> dt.date | None:
        if self.on:
            return self.on
        if self.within_days is not None:
            return from_on + dt.timedelta(days=self.within_days)
        if self.days_before is not None:
            return from_on - dt.timedelta(days=self.days_before)
        if self.within_months is not None:
            return add_months(from_on, self.within_months)
        if self.month is None or self.day is None:
            return None
        begun = year_of(self.year_starts, from_on)
        day = first_on_or_after(begun, YearDay(month=self.month, day=self.day))
        return day.replace(year=day.year + self.years_later)
