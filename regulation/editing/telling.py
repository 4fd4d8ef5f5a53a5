"""One block of a draft in a sentence, for the outline. The read page tells the whole rule."""

from dataclasses import replace
from functools import singledispatch

from core.pages.words import say as _
from regulation.editing.labels.choices import CHOICES
from regulation.sentences.amounts import amount_text, cap_text, deduct_text, minimum_text
from regulation.sentences.conditions import condition_text
from regulation.sentences.deciding import basis_text, time_limits_text
from regulation.sentences.lists import long_day
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
from regulation.vocabulary.amounts import Amount, Round
from regulation.vocabulary.blocks import Article, Block, Condition, Question
from regulation.vocabulary.conditions import Group
from regulation.vocabulary.limits import Cap, Cover, Deadline, Deduct, Minimum, Window
from regulation.vocabulary.rules import (
    Apply,
    Basis,
    Budget,
    Council,
    Decide,
    Evidence,
    Exclusive,
    Pay,
    Series,
    Source,
    TimeLimits,
    Validity,
)


@singledispatch
def told(block: object, titles: dict[str, str]) -> str:
    """What a block says; `titles` are those of the schemes."""
    return ""


def computed(block: object, titles: dict[str, str]) -> str:
    """What the product makes of a block that has words of its own: the two must say the same."""
    if not isinstance(block, Block) or not block.words or isinstance(block, Question):
        return ""
    text = told(replace(block, words=""), titles)
    return "" if text == block.words else text


@told.register
def _condition(block: Condition, titles: dict[str, str]) -> str:
    return condition_text(block)


@told.register
def _group(block: Group, titles: dict[str, str]) -> str:
    """The page of a rule puts the parts below it; here they stand behind it."""
    if block.words:
        return block.words
    parts = "; ".join(told(one, titles).rstrip(".") for one in block.parts)
    return f"{condition_text(block)} {parts}."


@told.register
def _amount(block: Amount, titles: dict[str, str]) -> str:
    return amount_text(block)


@told.register
def _cap(block: Cap, titles: dict[str, str]) -> str:
    return cap_text(block)


@told.register
def _cover(block: Cover, titles: dict[str, str]) -> str:
    return cover_text(block)


@told.register
def _deduct(block: Deduct, titles: dict[str, str]) -> str:
    return deduct_text(block)


@told.register
def _minimum(block: Minimum, titles: dict[str, str]) -> str:
    return minimum_text(block)


@told.register
def _deadline(block: Deadline, titles: dict[str, str]) -> str:
    return deadline_text(block)


@told.register
def _window(block: Window, titles: dict[str, str]) -> str:
    return window_text(block)


@told.register
def _exclusive(block: Exclusive, titles: dict[str, str]) -> str:
    return exclusive_text(block, titles)


@told.register
def _evidence(block: Evidence, titles: dict[str, str]) -> str:
    return evidence_text(block)


@told.register
def _apply(block: Apply, titles: dict[str, str]) -> str:
    return apply_text(block)


@told.register
def _decide(block: Decide, titles: dict[str, str]) -> str:
    return decide_text(block)


@told.register
def _basis(block: Basis, titles: dict[str, str]) -> str:
    return basis_text(block)


@told.register
def _time_limits(block: TimeLimits, titles: dict[str, str]) -> str:
    return time_limits_text(block)


@told.register
def _pay(block: Pay, titles: dict[str, str]) -> str:
    return pay_text(block)


@told.register
def _budget(block: Budget, titles: dict[str, str]) -> str:
    return budget_text(block)


@told.register
def _round(block: Round, titles: dict[str, str]) -> str:
    step = str(CHOICES[type(block.to)][block.to.value])
    return block.words or _("Rounded down to %(step)s.", step=step)


@told.register
def _article(block: Article, titles: dict[str, str]) -> str:
    return block.text or block.ref


@told.register
def _question(block: Question, titles: dict[str, str]) -> str:
    return block.words


@told.register
def _series(block: Series, titles: dict[str, str]) -> str:
    return block.title


@told.register
def _source(block: Source, titles: dict[str, str]) -> str:
    return block.name


@told.register
def _council(block: Council, titles: dict[str, str]) -> str:
    day = long_day(block.decided_on) if block.decided_on else ""
    return _("Decided on %(day)s, number %(number)s.", day=day, number=block.number)


@told.register
def _validity(block: Validity, titles: dict[str, str]) -> str:
    if block.from_on is None:
        return block.open
    if block.until_on is None:
        return _("From %(first)s on.", first=long_day(block.from_on))
    first, last = long_day(block.from_on), long_day(block.until_on)
    return _("From %(first)s to %(last)s.", first=first, last=last)
