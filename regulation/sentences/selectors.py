"""For whom and for what a block holds, in a few words. The regulation room judges elsewhere."""

from core.pages.words import say as _
from regulation.sentences.conditions import condition_text
from regulation.sentences.lists import figure, in_a_row, labels, years
from regulation.vocabulary.blocks import Lasting, When
from terms.lists import CATEGORIES, PAYEES, PROVIDER_TYPES, ROLES_IN_HOUSEHOLD, STATUSES
from terms.rule_lists import UNITS


def when_text(when: When) -> str:
    """ "Younger than 18 years; camp or course"; nothing where the block is for everybody."""
    told = [
        years(when.age) if when.age else "",
        labels(ROLES_IN_HOUSEHOLD, when.roles),
        labels(STATUSES, when.statuses),
        in_a_row(sorted(when.tariff_groups)),
        *(condition_text(one).rstrip(".") for one in when.conditions),
        labels(CATEGORIES, when.categories),
        _not(labels(CATEGORIES, when.except_categories)),
        in_a_row(sorted(when.strands)),
        _not(in_a_row(sorted(when.except_strands)) if when.except_strands else ""),
        labels(UNITS, when.units),
        labels(PROVIDER_TYPES, when.provider_types),
        _lasting(when.lasting),
        _("with a provider in the municipality") if when.local else "",
        _paid_to(labels(PAYEES, when.payees)),
        figure(when.amount, in_euros=True) if when.amount else "",
    ]
    words = "; ".join(one[:1].lower() + one[1:] for one in told if one)
    return words[:1].upper() + words[1:]


def with_when(text: str, when: When) -> str:
    """A sentence, and in front of it for whom or what it holds."""
    selected = when_text(when)
    return f"{selected}: {text[:1].lower()}{text[1:]}" if selected else text


def _lasting(lasting: Lasting | None) -> str:
    if lasting is None:
        return ""
    return _("what lasts") if lasting is Lasting.LASTING else _("a single activity")


def _not(categories: str) -> str:
    return _("not %(what)s", what=categories[:1].lower() + categories[1:]) if categories else ""


def _paid_to(payees: str) -> str:
    whom = payees[:1].lower() + payees[1:]
    return _("paid to %(whom)s", whom=whom) if payees else ""
