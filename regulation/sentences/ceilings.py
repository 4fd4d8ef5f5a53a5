"""The shapes of an income ceiling, in a few words. The regulation room works them out elsewhere."""

from functools import singledispatch

from core.money import show_cents
from core.pages.words import say as _
from regulation.sentences.lists import percentage, years
from regulation.vocabulary import ceilings as shapes


@singledispatch
def ceiling_text(ceiling: shapes.Ceiling) -> str:
    """What the ceiling is: the end of "the income is at most ..."."""
    raise TypeError(f"no words for {type(ceiling).__name__}")


@ceiling_text.register
def _fixed(ceiling: shapes.FixedCeiling) -> str:
    if ceiling.amount_cents is None:
        return _("an amount that the text does not print")
    return show_cents(ceiling.amount_cents)


@ceiling_text.register
def _series(ceiling: shapes.PercentOfSeries) -> str:
    return _(
        "%(percent)s of the integration income of your category",
        percent=percentage(ceiling.percent),
    )


@ceiling_text.register
def _dependants(ceiling: shapes.PerDependant) -> str:
    return _(
        "%(base)s and %(each)s more for each dependant",
        base=show_cents(ceiling.base_cents),
        each=show_cents(ceiling.each_cents),
    )


@ceiling_text.register
def _members(ceiling: shapes.PercentPerMember) -> str:
    text = _(
        "%(base)s, and %(percent)s more for each member of the household",
        base=show_cents(ceiling.base_cents),
        percent=percentage(ceiling.percent),
    )
    if ceiling.from_member > 1:
        text = _("%(text)s from the %(number)sth on", text=text, number=ceiling.from_member)
    if ceiling.disabled_counts_as > 1:
        text = _(
            "%(text)s (somebody with a disability counts for %(count)s)",
            text=text,
            count=ceiling.disabled_counts_as,
        )
    return text


@ceiling_text.register
def _scale(ceiling: shapes.Scale) -> str:
    return _(
        "%(first)s, and %(other)s more for each other person, %(child)s for a child %(age)s",
        first=show_cents(ceiling.first_cents),
        other=show_cents(ceiling.other_cents),
        child=show_cents(ceiling.child_cents),
        age=years(ceiling.child_years),
    )


@ceiling_text.register
def _table(ceiling: shapes.TableOfDependants) -> str:
    return _("the amount of the table, by the number of dependants,")
