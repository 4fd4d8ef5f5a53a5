"""What is covered, by when, with which proof, who decides and pays: a scheme in plain sentences."""

from collections.abc import Iterator, Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core.money import show_cents
from core.pages.words import say as _
from regulation.sentences.conditions import condition_text
from regulation.sentences.lists import days, in_a_row, labels, long_day, months, year_day
from regulation.sentences.selectors import with_when
from regulation.vocabulary.blocks import Lasting, YearDay
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.limits import Cover, Deadline, OutsideTown, Window
from regulation.vocabulary.rules import Apply, Budget, Decide, Evidence, Exclusive, Pay, Pot, Spent
from terms.lists import CATEGORIES, EVIDENCE, PAYEES, PAYERS, PROVIDER_TYPES
from terms.rule_lists import APPLICANTS, BODIES, PARTS, PAYMENT_MODES, PROOF_FIELDS

DATES: Final[Mapping[DateKind, LazyString]] = {
    DateKind.COST: _l("the date of the cost"),
    DateKind.PAYMENT: _l("the date of the payment"),
    DateKind.INVOICE: _l("the date of the bill"),
    DateKind.ACTIVITY: _l("the date of the activity"),
    DateKind.REQUEST: _l("the date of the request"),
    DateKind.DECISION: _l("the date of the decision"),
}


def cover_text(block: Cover) -> str:
    """What is paid for."""
    return block.words or with_when(" ".join(_covered(block)), block.when)


def _covered(block: Cover) -> Iterator[str]:
    if block.categories:
        yield _("For: %(what)s.", what=labels(CATEGORIES, block.categories, _("and")))
    if block.excluded:
        yield _("Not for: %(what)s.", what=labels(CATEGORIES, block.excluded))
    if not (block.categories or block.excluded):
        yield _("For every leisure activity.")
    if block.lasting is Lasting.LASTING:
        yield _("Only for what lasts, such as a membership.")
    if block.lasting is Lasting.ONE_OFF:
        yield _("Only for a single activity.")
    if block.excluded_parts:
        yield _("Does not count: %(what)s.", what=labels(PARTS, block.excluded_parts, _("and")))
    yield from _providers(block)


def _providers(block: Cover) -> Iterator[str]:
    if block.provider_types:
        yield _("Only with: %(who)s.", who=labels(PROVIDER_TYPES, block.provider_types))
    if block.recognised:
        yield _("Only with a recognised provider.")
    if block.outside_town is OutsideTown.HERE_FIRST:
        yield _("Providers in the municipality go first.")
    if block.outside_town is OutsideTown.NO:
        yield _("Only with a provider in the municipality.")
    if block.outside_town is OutsideTown.IF_NOT_OFFERED_HERE:
        yield _("Outside the municipality only what is not offered in it.")


def deadline_text(block: Deadline) -> str:
    """By when one must ask."""
    if block.words:
        return block.words
    if block.on:
        day = long_day(block.on)
        return _("Ask before %(day)s.", day=day) if block.before else _("Ask by %(day)s.", day=day)
    if block.days_before is not None:
        date = str(DATES[block.counts_from]) if block.counts_from else _("that date")
        time = days(block.days_before)
        return _("Ask at least %(time)s before %(date)s.", time=time, date=date)
    if block.within_days is not None or block.within_months is not None:
        return _within(block)
    if block.month is None or block.day is None:
        return block.open
    return " ".join(_every_year(block, year_day(YearDay(month=block.month, day=block.day))))


def _within(block: Deadline) -> str:
    """So many days or months; after which date, where that is not the usual one."""
    time = months(block.within_months or 0)
    if block.within_days is not None:
        time = days(block.within_days)
    if block.counts_from:
        time = _("%(time)s after %(date)s", time=time, date=str(DATES[block.counts_from]))
    if block.before:
        return _("Ask before the end of: %(time)s.", time=time)
    return _("Ask within %(time)s.", time=time)


def _every_year(block: Deadline, day: str) -> Iterator[str]:
    """A day of the year of the date, or of a later one; and when such a year begins."""
    later = {0: _("of the same year"), 1: _("of the year after")}.get(
        block.years_later, _("%(count)s years later", count=block.years_later)
    )
    if block.before:
        yield _("Ask before %(day)s %(later)s.", day=day, later=later)
    else:
        yield _("Ask by %(day)s %(later)s at the latest.", day=day, later=later)
    if block.counts_from:
        yield _("The year is that of %(date)s.", date=str(DATES[block.counts_from]))
    yield from year_begins(block.year_starts)


def year_begins(starts: YearDay | None) -> Iterator[str]:
    """From which day a year runs, where that is not 1 January."""
    if starts:
        yield _("Here a year begins on %(day)s.", day=year_day(starts))


def window_text(block: Window) -> str:
    """Of which time the cost must be."""
    if block.words:
        return block.words
    parts = []
    if block.from_on:
        parts.append(_("The cost is of %(day)s or later.", day=long_day(block.from_on)))
    if block.until_on:
        parts.append(_("The cost is of %(day)s or earlier.", day=long_day(block.until_on)))
    if block.this_year:
        parts.append(_("The cost is of the year in which you ask."))
    return " ".join([*parts, *year_begins(block.year_starts)]) or block.open


def exclusive_text(block: Exclusive, titles: dict[str, str]) -> str:
    """With what it does not go together."""
    if block.words:
        return block.words
    what = [titles[name] for name in sorted(block.schemes)]
    what += [str(PAYERS[code].label) for code in sorted(block.payers)]
    if block.other_discount:
        what.append(_("Another discount"))
    return _("Does not go together with: %(what)s.", what=in_a_row(what))


def evidence_text(block: Evidence) -> str:
    """Which proof must be shown."""
    if block.words or not block.any_of:
        return block.words or block.open
    text = _("Show: %(what)s.", what=in_a_row([str(EVIDENCE[code].label) for code in block.any_of]))
    if block.shows:
        fields = in_a_row([str(PROOF_FIELDS[code].label) for code in block.shows], _("and"))
        text += " " + _("On it stands: %(fields)s.", fields=fields)
    return with_when(text, block.when)


def apply_text(block: Apply) -> str:
    """Who asks, and where."""
    if block.words:
        return block.words
    parts = []
    if block.by:
        parts.append(_("Asked by: %(who)s.", who=labels(APPLICANTS, block.by)))
    if block.at:
        parts.append(_("Where: %(where)s.", where=block.at))
    if block.in_principle_first:
        parts.append(_("First there is a yes in principle, then you bring the costs."))
    if block.renew_yearly:
        parts.append(_("You ask again every year."))
    return " ".join(parts)


def decide_text(block: Decide) -> str:
    """Who decides."""
    if block.words or not block.body:
        return block.words or block.open
    body = str(BODIES[block.body].label)
    return with_when(_("%(body)s decides.", body=body), block.when)


def pay_text(block: Pay) -> str:
    """To whom, how and when is paid."""
    if block.words:
        return block.words
    return " ".join(_paid(block)) or block.open


def _paid(block: Pay) -> Iterator[str]:
    if block.payees:
        yield _("Paid to: %(whom)s.", whom=labels(PAYEES, block.payees))
    if block.modes:
        yield _("How: %(how)s.", how=labels(PAYMENT_MODES, block.modes))
    if block.client_pays_first:
        yield _("You pay first and get the money back.")
    if block.recovers_own_share:
        yield _("You pay your own share back.")
    if block.within_days is not None:
        yield _("Within %(time)s.", time=days(block.within_days))
    yield from _vouchers_and_batches(block)


def _vouchers_and_batches(block: Pay) -> Iterator[str]:
    if block.voucher_months is not None:
        yield _("A voucher is valid for %(time)s.", time=months(block.voucher_months))
    for batch in block.batches:
        if batch.asked_until and batch.paid_until:
            yield _(
                "Asked by %(asked)s, paid by %(paid)s.",
                asked=year_day(batch.asked_until),
                paid=year_day(batch.paid_until),
            )


def budget_text(block: Budget) -> str:
    """What happens when the money runs out, and who goes first."""
    return block.words or " ".join(_of_the_money(block)) or block.open


def _of_the_money(block: Budget) -> Iterator[str]:
    if block.when_spent is Spent.PRO_RATA:
        yield _("Is there too little money? Then everybody gets less, in proportion.")
    if block.when_spent is Spent.FIRST_COME:
        yield _("As long as there is money.")
    if block.closes:
        yield _("The requests of a year are closed on %(day)s.", day=year_day(block.closes))
    if block.dates_by:
        yield _("The money is that of the year of %(date)s.", date=str(DATES[block.dates_by]))
    yield from year_begins(block.year_starts)
    if block.priority:
        first = in_a_row([condition_text(one).rstrip(".") for one in block.priority], _("then"))
        yield _("Who goes first: %(who)s.", who=first)
    for pot in block.pots:
        yield _pot(pot)


def _pot(pot: Pot) -> str:
    year = f" ({pot.year})" if pot.year else ""
    amount = f": {show_cents(pot.amount_cents)}" if pot.amount_cents is not None else ""
    return f"{pot.title}{year}{amount}."
