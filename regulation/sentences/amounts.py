"""How much and up to what, in plain sentences. The regulation room works it out elsewhere."""

from collections.abc import Iterator
from functools import singledispatch

from core.money import show_cents
from core.pages.words import say as _
from regulation.cap_words import how_many
from regulation.sentences.lists import in_a_row, labels, percentage, year_day
from regulation.sentences.selectors import with_when
from regulation.vocabulary import amounts as ways
from regulation.vocabulary.amounts import Deviation, MostPer
from regulation.vocabulary.limits import Cap, CapPer, CountOf, Deduct, Minimum, Period, SpendOf
from terms.lists import PAYERS
from terms.rule_lists import UNITS


def amount_text(block: ways.Amount) -> str:
    """One way to an amount, for whom and what it holds."""
    if block.words:
        return block.words
    parts = [made_text(block)]
    if block.most_cents is not None:
        most = show_cents(block.most_cents)
        per_piece = block.most_per is MostPer.PIECE
        parts.append(
            _("At most %(most)s each.", most=most)
            if per_piece
            else _("At most %(most)s.", most=most)
        )
    if block.least_own_cents is not None:
        own = show_cents(block.least_own_cents)
        parts.append(_("You pay at least %(own)s yourself.", own=own))
    if block.deviation is Deviation.LOWER:
        parts.append(_("It may be less: a person judges."))
    if block.deviation is Deviation.USUAL:
        parts.append(_("That is what is usual."))
    return with_when(" ".join(parts), block.when)


@singledispatch
def made_text(block: ways.Amount) -> str:
    """What a way to an amount gives, in words of ours."""
    raise TypeError(f"no sentence for {type(block).__name__}")


@made_text.register
def _percent(block: ways.Percent) -> str:
    if block.percent is None:
        return _("The text gives no percentage.")
    return _("You get %(percent)s of what is left to pay.", percent=percentage(block.percent))


@made_text.register
def _own_share(block: ways.OwnShare) -> str:
    if block.own_cents is None:
        return _("The text does not print what you pay yourself.")
    return _("You pay %(own)s yourself for each ticket or piece.", own=show_cents(block.own_cents))


@made_text.register
def _per_unit(block: ways.PerUnit) -> str:
    unit = str(UNITS[block.unit].label).lower()
    return _(
        "You get %(amount)s for each: %(unit)s.", amount=show_cents(block.amount_cents), unit=unit
    )


@made_text.register
def _lump(block: ways.Lump) -> str:
    return _("You get a fixed sum of %(amount)s.", amount=show_cents(block.amount_cents))


@made_text.register
def _split(block: ways.Split) -> str:
    if block.client_percent is None:
        return _("You, the provider and the network share the cost, as agreed.")
    return _(
        "You pay %(client)s, the provider %(provider)s and the network %(network)s.",
        client=percentage(block.client_percent),
        provider=percentage(block.provider_percent),
        network=percentage(block.network_percent),
    )


@made_text.register
def _open(block: ways.OpenAmount) -> str:
    return _("The text does not say how much you get.")


@made_text.register
def _judged(block: ways.JudgedAmount) -> str:
    return _("A person judges how much you get.")


def cap_text(cap: Cap) -> str:
    """The most in a period."""
    if cap.words:
        return cap.words
    if cap.count is None and cap.limit_cents is None:
        return with_when(_("There is a maximum, but the text does not print it."), cap.when)
    text = _(
        "At most %(what)s %(whom)s, %(time)s.",
        what=in_a_row(_most(cap), _("and")),
        whom=_whose(cap),
        time=_time(cap),
    )
    return with_when(" ".join([text, *_beside(cap)]), cap.when)


def _most(cap: Cap) -> Iterator[str]:
    if cap.limit_cents is not None:
        yield show_cents(cap.limit_cents)
    if cap.count is not None:
        yield how_many(cap.count, of_pieces=cap.count_of is CountOf.PIECES)


def _whose(cap: Cap) -> str:
    if cap.pooled:
        return _("per member of the household, added up")
    return _("per household") if cap.per is CapPer.HOUSEHOLD else _("per person")


def _beside(cap: Cap) -> Iterator[str]:
    """What else a cap says, each in a sentence."""
    if cap.only_theirs:
        yield _("Only what these members of the household had counts.")
    if cap.same_category:
        yield _("This holds for each kind of activity.")
    if len(cap.counts) > 1:
        yield _("What other parts of the rule gave counts too.")
    if cap.index:
        yield _("This amount follows an index.")
    if cap.overflow:
        yield with_when(_("What the parents have left may be used too."), cap.parents_when)


def _time(cap: Cap) -> str:
    if cap.period is Period.YEAR_FROM and cap.starts:
        return _("per year that begins on %(day)s", day=year_day(cap.starts))
    return {
        Period.CALENDAR_YEAR: _("per calendar year"),
        Period.YEAR_FROM: _("per year"),
        Period.QUARTER: _("per quarter"),
        Period.MONTH: _("per month"),
        Period.ONCE: _("once and for all"),
    }[cap.period]


def deduct_text(block: Deduct) -> str:
    """Who pays first."""
    if block.words:
        return block.words
    if not block.payers:
        return _("What others pay goes off first.")
    return _("What these pay goes off first: %(payers)s.", payers=labels(PAYERS, block.payers))


def minimum_text(block: Minimum) -> str:
    """The least that must be spent."""
    if block.words:
        return block.words
    least = show_cents(block.amount_cents)
    text = {
        SpendOf.NET: _("At least %(least)s must be left to pay.", least=least),
        SpendOf.GROSS: _("The cost must be at least %(least)s.", least=least),
        SpendOf.GIVEN: _("Less than %(least)s is not paid.", least=least),
    }[block.of]
    return with_when(text, block.when)
