"""How the days of rule versions follow each other, in the regulation room. Pure: it changes no row."""

import datetime as dt
from collections.abc import Sequence

from core.clock import show_date
from core.errors import RuleBroken
from core.pages.words import say as _
from regulation.versions.models import RuleVersion

ONE_DAY = dt.timedelta(days=1)


def first_day(version: RuleVersion, chosen: dt.date | None) -> dt.date:
    """The text's own first day, or a later one that lies within the text's own days."""
    own = version.valid_from
    if own is None:
        raise ValueError("a version without a first day was let through")
    if chosen is None or chosen == own:
        return own
    if chosen < own:
        raise RuleBroken(
            _("By its own text the rule begins on %(day)s.", day=show_date(own)), "from_on"
        )
    if version.valid_until is not None and chosen > version.valid_until:
        raise RuleBroken(
            _(
                "By its own text the rule ends on %(day)s.",
                day=show_date(version.valid_until),
            ),
            "from_on",
        )
    return chosen


def version_to_end(
    others: Sequence[RuleVersion], from_on: dt.date, until_on: dt.date | None
) -> RuleVersion | None:
    """The version in force that must end the day before; None where none runs on without an end.

    Raises RuleBroken where a day would have two rules, and where days between two versions would
    have none.
    """
    running_on = [one for one in others if one.valid_until is None and _begins(one) < from_on]
    before = [one for one in others if one not in running_on and _begins(one) < from_on]
    later = [one for one in others if _begins(one) >= from_on]
    _refuse_overlap([*before, *later], from_on, until_on)
    if before and not running_on:
        _refuse_hole_before(max(before, key=_ends), from_on)
    if later and until_on:
        _refuse_hole_after(until_on, min(later, key=_begins))
    return running_on[0] if running_on else None


def _begins(version: RuleVersion) -> dt.date:
    return version.valid_from or dt.date.min


def _ends(version: RuleVersion) -> dt.date:
    return version.valid_until or dt.date.max


def _refuse_overlap(
    others: Sequence[RuleVersion], from_on: dt.date, until_on: dt.date | None
) -> None:
    for other in others:
        if _ends(other) >= from_on and _begins(other) <= (until_on or dt.date.max):
            raise RuleBroken(_overlap_words(other), "from_on")


def _overlap_words(other: RuleVersion) -> str:
    first = show_date(_begins(other))
    if other.valid_until is None:
        return _(
            "Version %(version)s is in force from %(first)s.", version=other.version, first=first
        )
    return _(
        "Version %(version)s is in force from %(first)s to %(last)s. A day has one rule.",
        version=other.version,
        first=first,
        last=show_date(other.valid_until),
    )


def _refuse_hole_before(last: RuleVersion, from_on: dt.date) -> None:
    next_on = _ends(last) + ONE_DAY
    if next_on < from_on:
        raise RuleBroken(
            _(
                "Version %(version)s ends on %(last)s. Begin on %(next)s, or the days between have no rule.",
                version=last.version,
                last=show_date(_ends(last)),
                next=show_date(next_on),
            ),
            "from_on",
        )


def _refuse_hole_after(until_on: dt.date, following: RuleVersion) -> None:
    if until_on + ONE_DAY < _begins(following):
        raise RuleBroken(
            _(
                "This version ends on %(last)s and version %(version)s begins on %(first)s. "
                "The days between would have no rule.",
                version=following.version,
                last=show_date(until_on),
                first=show_date(_begins(following)),
            )
        )
