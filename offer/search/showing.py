"""How the offer is said: ages, days, freshness, and the filters that are on. Pure but for the words."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import ngettext

from core.money import show_cents
from offer.models import Activity
from offer.search.wanted import Wanted
from terms.lists import CATEGORIES, label_of
from terms.offer_lists import THEMES, WEEKDAYS

# Clubs set their prices once for a season. What was asked one September holds until the next one;
# the month more is the time to ask them all again.
STALE_AFTER_DAYS: Final = 400


def ages_of(activity: Activity) -> str:
    """For which ages it is; nothing where there are no bounds."""
    youngest, oldest = activity.age_from, activity.age_until
    if youngest is not None and oldest is not None:
        if youngest == oldest:
            return str(ngettext("%(num)s year", "%(num)s years", oldest))
        return str(_("%(youngest)s to %(oldest)s years", youngest=youngest, oldest=oldest))
    if youngest is not None:
        return str(ngettext("from %(num)s year", "from %(num)s years", youngest))
    if oldest is not None:
        return str(ngettext("up to %(num)s year", "up to %(num)s years", oldest))
    return ""


def days_of(activity: Activity) -> str:
    """On which days, and at what time."""
    days = _days_in_words(activity.days)
    return " · ".join(part for part in (days, activity.times) if part)


def _days_in_words(days: str) -> str:
    names = [label_of(WEEKDAYS, day).lower() for day in days]
    if len(names) == len(WEEKDAYS):
        return str(_("every day"))
    if len(names) > 2 and days in "".join(WEEKDAYS):
        return str(_("%(first)s to %(last)s", first=names[0], last=names[-1]))
    return ", ".join(names)


def is_stale(activity: Activity, on: dt.date) -> bool:
    """Whether it was checked so long ago that the provider may ask another price by now."""
    checked_on = activity.checked_on
    return checked_on is not None and (on - checked_on).days > STALE_AFTER_DAYS


def filter_words(wanted: Wanted) -> list[tuple[str, str]]:
    """The filters that are on: the name of each, and its words."""
    said: dict[str, Callable[[Any], object]] = {
        "words": lambda words: _("“%(words)s”", words=words),
        "category": lambda code: label_of(CATEGORIES, code),
        "theme": lambda code: label_of(THEMES, code),
        "neighbourhood": str,
        "day": lambda code: label_of(WEEKDAYS, code),
        "age": lambda years: ngettext("%(num)s year", "%(num)s years", years),
        "most_cents": lambda cents: _("at most %(price)s", price=show_cents(cents)),
        "step_free": lambda _on: _("Wheelchair accessible"),
        "no_names": lambda _on: _("No list of names"),
        "favourite": lambda _on: _("Our favourites"),
    }
    return [(name, str(said[name](value))) for name, value in wanted.filled.items()]


# For templates that show activities.
SAYS: Final[dict[str, Any]] = {"ages_of": ages_of, "days_of": days_of, "is_stale": is_stale}
