"""What a cap leaves, in words: of the money, of the times or the pieces, for whom and over which time."""

import datetime as dt

from flask_babel import gettext as _

from core.clock import show_date
from core.money import show_cents
from regulation.findings.assessment import CapState
from regulation.vocabulary.limits import CapPer


def cap_text(cap: CapState) -> str:
    """What is left of the money now, in one sentence; with open requests where there are any."""
    if cap.limit_cents is None:
        return str(_("The rule’s text leaves this open"))
    left, limit = show_cents(cap.left_granted_cents), show_cents(cap.limit_cents)
    return _left(
        cap, left, limit, show_cents(cap.left_before_cents) if cap.open_before_cents else ""
    )


def cap_count_text(cap: CapState) -> str:
    """The same of the times, or the pieces."""
    most = how_many(cap.count or 0, of_pieces=cap.of_pieces)
    opened = str(cap.left_count) if cap.counted_open_before else ""
    return _left(cap, str(cap.left_granted_count), most, opened)


def how_many(count: int, *, of_pieces: bool) -> str:
    """So many times, or pieces."""
    if count == 1:
        return str(_("1 piece") if of_pieces else _("1 time"))
    return str(
        _("%(count)s pieces", count=count) if of_pieces else _("%(count)s times", count=count)
    )


def _left(cap: CapState, left: str, limit: str, rest: str) -> str:
    """`rest`: what is left when open requests count; empty without any."""
    time = cap_time(cap)
    if not rest:
        return str(_("%(left)s left of %(limit)s %(time)s.", left=left, limit=limit, time=time))
    return str(
        _(
            "%(left)s left of %(limit)s %(time)s; %(rest)s when open requests count.",
            left=left,
            limit=limit,
            time=time,
            rest=rest,
        )
    )


def cap_time(cap: CapState) -> str:
    """Over which time is counted: "in 2026", or between which days, or always."""
    first, last = cap.from_on, cap.until_on
    if first == dt.date.min:
        return str(_("in all, not per year"))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(_("in %(year)s", year=first.year))
    return str(_("from %(first)s to %(last)s", first=show_date(first), last=show_date(last)))


def cap_whose(cap: CapState) -> str:
    """Whose room it is."""
    return str(_("For the household")) if cap.per is CapPer.HOUSEHOLD else str(_("For this person"))
