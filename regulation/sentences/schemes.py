"""What is covered, by when, with which proof, who decides and pays: a scheme in plain sentences."""

from collections.abc import Iterator

from core.money import show_cents
from core.pages.words import say as _
from regulation.sentences.conditions import condition_text
from regulation.sentences.lists import in_a_row, labels, long_day, year_day
from regulation.sentences.selectors import with_when
from regulation.vocabulary.blocks import YearDay
from regulation.vocabulary.limits import Cover, Deadline, Lasting, OutsideTown, Window
from regulation.vocabulary.rules import Apply, Budget, Decide, Evidence, Exclusive, Pay, Spent
from terms.lists import CATEGORIES, EVIDENCE, PAYEES, PAYERS, PROVIDER_TYPES
from terms.rule_lists import APPLICANTS, BODIES, PARTS, PAYMENT_MODES, PROOF_FIELDS


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
    if block.within_days is not None:
        return _("Ask within %(count)s days.", count=block.within_days)
    if block.within_months is not None:
        return _("Ask within %(count)s months.", count=block.within_months)
    if block.month is None or block.day is None:
        return block.open
    day = year_day(YearDay(month=block.month, day=block.day))
    later = {0: _("of the same year"), 1: _("of the year after")}.get(
        block.years_later, _("%(count)s years later", count=block.years_later)
    )
    if block.before:
        return _("Ask before %(day)s %(later)s.", day=day, later=later)
    return _("Ask by %(day)s %(later)s at the latest.", day=day, later=later)


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
    return " ".join(parts) or block.open


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
        yield _("Within %(count)s days.", count=block.within_days)
    yield from _vouchers_and_batches(block)


def _vouchers_and_batches(block: Pay) -> Iterator[str]:
    if block.voucher_months is not None:
        yield _("A voucher is valid for %(count)s months.", count=block.voucher_months)
    for batch in block.batches:
        if batch.asked_until and batch.paid_until:
            yield _(
                "Asked by %(asked)s, paid by %(paid)s.",
                asked=year_day(batch.asked_until),
                paid=year_day(batch.paid_until),
            )


def budget_text(block: Budget) -> str:
    """What happens when the money runs out, and who goes first."""
    if block.words:
        return block.words
    parts = []
    if block.when_spent is Spent.PRO_RATA:
        parts.append(_("Is there too little money? Then everybody gets less, in proportion."))
    if block.when_spent is Spent.FIRST_COME:
        parts.append(_("As long as there is money."))
    if block.priority:
        first = in_a_row([condition_text(one).rstrip(".") for one in block.priority], _("then"))
        parts.append(_("Who goes first: %(who)s.", who=first))
    for pot in block.pots:
        amount = show_cents(pot.amount_cents) if pot.amount_cents is not None else ""
        parts.append(f"{pot.title}: {amount}.".replace(": .", "."))
    return " ".join(parts) or block.open
