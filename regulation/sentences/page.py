"""A regulation as a page to read: who, what, how much, by when, with which proof. It renders nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from core.pages.words import say as _
from regulation.sentences.amounts import amount_text, cap_text, deduct_text, minimum_text
from regulation.sentences.conditions import points_of
from regulation.sentences.deciding import basis_text, time_limits_text
from regulation.sentences.lists import labels
from regulation.sentences.schemes import (
    apply_text,
    budget_text,
    cover_text,
    deadline_text,
    decide_text,
    evidence_text,
    exclusive_text,
    pay_text,
    window_text,
)
from regulation.vocabulary.blocks import Block, Condition, When
from regulation.vocabulary.conditions import IncomeUpTo
from regulation.vocabulary.limits import Cover
from regulation.vocabulary.rules import RuleSet, Scheme
from terms.lists import CATEGORIES

B = TypeVar("B", bound=Block)


@dataclass(frozen=True)
class Sentence:
    """One sentence of the rule, where it stands, and how deep it belongs under the one before."""

    text: str
    article: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Section:
    """A part of the page; a part without sentences is left out."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class CategoryRow:
    """Kinds of activities for which the same is given."""

    what: str
    amounts: tuple[str, ...]
    caps: tuple[str, ...]


@dataclass(frozen=True)
class SchemePage:
    """One scheme, to read."""

    title: str
    article: str
    words: str
    sections: tuple[Section, ...]
    categories: tuple[CategoryRow, ...]
    # What the text leaves open, and how it was read.
    open: tuple[Sentence, ...]
    assumed: tuple[Sentence, ...]


def pages_of(rule_set: RuleSet) -> list[SchemePage]:
    """Every scheme of a regulation, to read."""
    return [_page(scheme, rule_set) for scheme in rule_set.schemes.values()]


def _page(scheme: Scheme, rule_set: RuleSet) -> SchemePage:
    sections = (
        Section(_("For whom"), tuple(_who(scheme))),
        Section(_("For what"), tuple(_each(scheme.covers, cover_text))),
        Section(_("How much"), tuple(_how_much(scheme))),
        Section(_("When"), tuple(_when(scheme))),
        Section(_("With which proof"), tuple(_each(scheme.evidence, evidence_text))),
        Section(_("How it goes"), tuple(_how(scheme, rule_set))),
    )
    blocks = list(_blocks(scheme))
    return SchemePage(
        title=scheme.title,
        article=scheme.ref,
        words=scheme.words,
        sections=tuple(section for section in sections if section.sentences),
        categories=tuple(_categories(scheme)),
        open=tuple(Sentence(block.open, block.ref) for block in blocks if block.open),
        assumed=tuple(Sentence(block.assumed, block.ref) for block in blocks if block.assumed),
    )


def _who(scheme: Scheme) -> Iterator[Sentence]:
    for point in points_of(scheme.eligible):
        yield Sentence(point.text, point.article, point.depth)
    if scheme.eligible is None:
        yield Sentence(_("The text names no conditions for the person."))


def _how_much(scheme: Scheme) -> Iterator[Sentence]:
    if scheme.deduct:
        yield Sentence(deduct_text(scheme.deduct), scheme.deduct.ref)
    if scheme.minimum:
        yield Sentence(minimum_text(scheme.minimum), scheme.minimum.ref)
    yield from _each(scheme.amounts, amount_text)
    yield from _each(scheme.caps, cap_text)


def _when(scheme: Scheme) -> Iterator[Sentence]:
    if scheme.window:
        yield Sentence(window_text(scheme.window), scheme.window.ref)
    if scheme.deadline and not (scheme.deadline.open and not scheme.deadline.words):
        yield Sentence(deadline_text(scheme.deadline), scheme.deadline.ref)


def _how(scheme: Scheme, rule_set: RuleSet) -> Iterator[Sentence]:
    titles = {code: one.title for code, one in rule_set.schemes.items()}
    if scheme.exclusive:
        yield Sentence(exclusive_text(scheme.exclusive, titles), scheme.exclusive.ref)
    if scheme.apply and apply_text(scheme.apply):
        yield Sentence(apply_text(scheme.apply), scheme.apply.ref)
    if scheme.basis and basis_text(scheme.basis):
        yield Sentence(basis_text(scheme.basis), scheme.basis.ref)
    yield from _each(scheme.decide, decide_text)
    if scheme.time_limits:
        yield Sentence(time_limits_text(scheme.time_limits), scheme.time_limits.ref)
    if scheme.pay:
        yield Sentence(pay_text(scheme.pay), scheme.pay.ref)
    if scheme.budget:
        yield Sentence(budget_text(scheme.budget), scheme.budget.ref)


def _each(blocks: Iterable[B], text: Callable[[B], str]) -> Iterator[Sentence]:
    for block in blocks:
        yield Sentence(text(block), block.ref)


def _categories(scheme: Scheme) -> Iterator[CategoryRow]:
    """One row for all kinds of activities that get the same, in the order of the list."""
    alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for category in _covered(scheme):
        amounts = tuple(amount_text(one) for one in scheme.amounts if _is_for(one.when, category))
        caps = tuple(cap_text(one) for one in scheme.caps if _is_for(one.when, category))
        alike.setdefault((amounts, caps), []).append(category)
    for (amounts, caps), categories in alike.items():
        yield CategoryRow(labels(CATEGORIES, categories, _("and")), amounts, caps)


def _covered(scheme: Scheme) -> list[str]:
    """The categories that a scheme names; without any, those that a cap or an amount names."""
    listed = {code for cover in scheme.covers for code in cover.categories}
    excluded = {code for cover in scheme.covers for code in cover.excluded}
    open_to_all = not listed or any(map(_is_for_every_category, scheme.covers))
    return [
        code
        for code in CATEGORIES
        if (code in listed or open_to_all) and (code not in excluded or code in listed)
    ]


def _is_for_every_category(cover: Cover) -> bool:
    """What only some providers or one organiser offer does not make the list of activities longer."""
    narrowed = cover.provider_types or cover.when.provider_types or cover.when.conditions
    return not cover.categories and not narrowed


def _is_for(when: When, category: str) -> bool:
    return (not when.categories or category in when.categories) and (
        category not in when.except_categories
    )


def _blocks(scheme: Scheme) -> Iterator[Block]:
    yield scheme
    yield from _conditions(scheme.eligible)
    yield from (*scheme.covers, *scheme.amounts, *scheme.caps, *scheme.evidence, *scheme.decide)
    single = (
        scheme.exclusive,
        scheme.window,
        scheme.deadline,
        scheme.deduct,
        scheme.minimum,
        scheme.rounding,
        scheme.budget,
        scheme.apply,
        scheme.basis,
        scheme.time_limits,
        scheme.pay,
    )
    yield from (block for block in single if block)


def _conditions(condition: Condition | None) -> Iterator[Block]:
    if condition is None:
        return
    yield condition
    if isinstance(condition, IncomeUpTo):
        yield condition.ceiling
    for part in getattr(condition, "parts", ()):
        yield from _conditions(part)
