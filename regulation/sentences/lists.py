"""Words of lists in a row, ages, amounts and days in words, for the sentences of a rule."""

import datetime as dt
from collections.abc import Iterable, Mapping

from flask_babel import format_date

from core.money import show_cents
from core.pages.words import say as _
from regulation.vocabulary.blocks import Bounds, YearDay
from terms.lists import Term

ANY_YEAR = 2023


def in_a_row(words: Iterable[str], last: str = "") -> str:
    """ "A, b or c": the first as it is, the others beginning small."""
    first, *rest = list(words) or [""]
    small = [word[:1].lower() + word[1:] for word in rest]
    if not small:
        return first
    word = last or _("or")
    return f"{', '.join([first, *small[:-1]])} {word} {small[-1]}"


def labels(terms: Mapping[str, Term], codes: Iterable[str], last: str = "") -> str:
    """The words of some codes, in the order of their list; a file's own word stands as it is."""
    wanted = list(codes)
    known = [str(term.label) for code, term in terms.items() if code in wanted]
    return in_a_row([*known, *sorted(code for code in wanted if code not in terms)], last)


def years(bounds: Bounds) -> str:
    """An age between bounds: "younger than 18", "from 6 to 12 years"."""
    least = bounds.gte if bounds.gte is not None else None if bounds.gt is None else bounds.gt + 1
    if bounds.lte is None and bounds.lt is None:
        return _("%(age)s years or older", age=least)
    if bounds.lte is None:
        if least is None:
            return _("younger than %(age)s years", age=bounds.lt)
        return _("from %(least)s and younger than %(age)s years", least=least, age=bounds.lt)
    if least is None:
        return _("%(age)s years or younger", age=bounds.lte)
    return _("from %(least)s to %(most)s years", least=least, most=bounds.lte)


def figure(bounds: Bounds, *, in_euros: bool) -> str:
    """A number or an amount between bounds."""
    told = (
        (bounds.gt, _("more than %(figure)s")),
        (bounds.gte, _("at least %(figure)s")),
        (bounds.lt, _("less than %(figure)s")),
        (bounds.lte, _("at most %(figure)s")),
    )
    parts = [
        words % {"figure": show_cents(one) if in_euros else one}
        for one, words in told
        if one is not None
    ]
    return in_a_row(parts, _("and"))


def year_day(day: YearDay) -> str:
    """A day of every year: "15 November"."""
    return str(format_date(dt.date(ANY_YEAR, day.month, day.day), "d MMMM"))


def day_before(day: YearDay) -> YearDay:
    """The last day of a year that begins on a day."""
    last = dt.date(ANY_YEAR, day.month, day.day) - dt.timedelta(days=1)
    return YearDay(month=last.month, day=last.day)


def long_day(day: dt.date) -> str:
    """A day of the calendar: "15 November 2026"."""
    return str(format_date(day, "d MMMM y"))


def days(count: int) -> str:
    """ "1 day", "30 days"."""
    return _("1 day") if count == 1 else _("%(count)s days", count=count)


def months(count: int) -> str:
    """ "1 month", "3 months"."""
    return _("1 month") if count == 1 else _("%(count)s months", count=count)


def percentage(number: object) -> str:
    """A percentage with a comma and a sign."""
    return f"{number}".replace(".", ",") + "\N{NO-BREAK SPACE}%"
