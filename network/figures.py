"""What the statistics page derives from shown values: sums and sentences. Reads no database."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from core.money import show_cents
from network.releases.queries import PublishedPeriod


@dataclass(frozen=True)
class QuarterRow:
    """One quarter as a row of the table and a bar of the chart."""

    label: str
    requests_n: int | None
    households_n: int | None
    granted_cents: int | None


@dataclass(frozen=True)
class YearFigures:
    """All that the page of one year shows; sums are over closed quarters only."""

    rows: tuple[QuarterRow, ...]
    outcomes: tuple[tuple[str, tuple[tuple[str, int | None, int | None], ...]], ...]
    requests_n: int
    granted_cents: int
    last: QuarterRow | None
    sentence: str


def quarter_label(quarter: str) -> str:
    """ "2026Q1" as people say it."""
    return str(_("%(number)s quarter %(year)s", number=_ordinal(int(quarter[5])), year=quarter[:4]))


def _ordinal(number: int) -> str:
    return str((_("first"), _("second"), _("third"), _("fourth"))[number - 1])


def _label(period: PublishedPeriod) -> str:
    # Quarters that were too small for themselves are shown together, and only together.
    first, last = period.periods[0], period.periods[-1]
    if first == last:
        return quarter_label(last)
    words = _(
        "%(first)s up to and with %(last)s", first=quarter_label(first), last=quarter_label(last)
    )
    return str(words)


def year_figures(year: int, periods: Sequence[PublishedPeriod]) -> YearFigures:
    """Derive the page of a year from its released cells."""
    rows = tuple(
        QuarterRow(
            _label(period),
            period.total.requests_n,
            period.total.households_n,
            period.total.granted_cents,
        )
        for period in periods
    )
    return YearFigures(
        rows=rows,
        outcomes=tuple((_label(period), _outcomes(period)) for period in periods),
        requests_n=sum(row.requests_n or 0 for row in rows),
        granted_cents=sum(row.granted_cents or 0 for row in rows),
        last=rows[-1] if rows else None,
        sentence=_sentence(rows),
    )


def _outcomes(period: PublishedPeriod) -> tuple[tuple[str, int | None, int | None], ...]:
    words = {
        "granted": _("granted"),
        "partly_granted": _("partly granted"),
        "refused": _("refused"),
    }
    return tuple((words[c.leaf], c.requests_n, c.households_n) for c in period.outcomes)


def _sentence(rows: Sequence[QuarterRow]) -> str:
    """One sentence that says what to see in the chart."""
    if not rows:
        return ""
    most = max(rows, key=lambda row: row.granted_cents or 0)
    words = _(
        "Most was granted in the %(quarter)s: %(amount)s.",
        quarter=most.label,
        amount=show_cents(most.granted_cents or 0),
    )
    return str(words)


def gauge_label(word: str | None) -> str:
    """The budget's word on screen."""
    words = {"ample": _("ample"), "mind": _("mind this"), "nearly_spent": _("nearly spent")}
    return str(words[word] if word else _("not known yet"))
