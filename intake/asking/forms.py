"""The form part of what a rule asks: its questions with their fields. It judges nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Field, RadioField, SelectMultipleField
from wtforms.form import BaseForm

from core.pages.fields import SelectField
from intake.asking.fields import MONTH, MOST_NUMBER, NO, YEAR, YES, opinion, row, single
from intake.asking.needed import WAYS, Needed, Way, extras_of, income_years
from intake.asking.told import (
    COUNT,
    INSTALMENT,
    JUDGED,
    PAYS,
    QUESTION,
    Opinion,
    Told,
    answer_of,
)
from intake.asking.wording import (
    NONE_OF_THESE,
    Choices,
    article_for,
    choices_for,
    label_for,
    way_of,
)
from regulation.vocabulary.facts import MOST_PIECES
from regulation.vocabulary.means import Answer, Income
from regulation.vocabulary.rules import RuleSet, Scheme
from terms.lists import PAYERS, Term
from terms.rule_lists import BURDENS, INCOMES

PREFIX: Final = "told_"
# A field of the page that answers nothing: which questions stand on it.
SHAPE: Final = f"{PREFIX}shape"
MOST_ROWS: Final = 8
MOST: Final[Mapping[str, int]] = {"dependants": 30, "unit_count": MOST_PIECES, COUNT: MOST_PIECES}
SUMS: Final[Mapping[str, tuple[dict[str, Term], str]]] = {
    "incomes": (INCOMES, "income"),
    "burdens": (BURDENS, "other_burden"),
}


@dataclass(frozen=True)
class Asked:
    """One question on the form, with its fields: of sums, those of each row."""

    name: str
    way: Way
    label: str
    article: str
    rows: tuple[tuple[Field, ...], ...]
    prefix: str = ""

    @property
    def id(self) -> str:
        """What the group of fields is called on the page."""
        return self.prefix + field_name(self.name)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Those of the first row: all there are, unless it asks for sums."""
        return self.rows[0]


@dataclass(frozen=True)
class Asking:
    """What a rule asks in one form: as it was typed, else with what was told before."""

    rules: RuleSet
    scheme: Scheme
    needed: Needed
    year: int
    sent: MultiDict[str, str] | None = None
    known: Told | None = None
    # What a request may be a later part of.
    earlier: Choices = field(default_factory=list)

    def choices(self, name: str) -> Choices:
        """What can be chosen; on an answer, the part that was named before."""
        if name != INSTALMENT:
            return choices_for(self.rules, self.scheme, name)
        value = self.known.values.get(name) if self.known else None
        return self.earlier or ([(value, value)] if value else [])

    # What the names of the fields begin with, where several are asked on one page.
    prefix: str = ""


class ToldForm:
    """The questions of a rule with their fields, made for this rule and this state of the form."""

    def __init__(self, asking: Asking) -> None:
        needed = asking.needed
        made = {name: _made(asking, name) for name in (*needed.names, *needed.extra)}
        flat = {
            one: made_one for rows in made.values() for r in rows for one, made_one in r.items()
        }
        sent, before = asking.sent, asking.prefix
        typed = (
            None if sent is None else MultiDict((before + n, v) for n, v in sent.items(multi=True))
        )
        data = dict(_data(asking)) if sent is None else None
        # Without a class of its own, which costs more than the fields.
        self.form = BaseForm(flat, prefix=before)
        self.form.process(typed, data=data)
        self._rules, self._prefix = asking.rules, before
        self._earlier = [number for number, _words in asking.earlier]
        self.asked = [self._asked(name, made[name]) for name in needed.names]
        self.extra = [self._asked(name, made[name]) for name in needed.extra]

    @property
    def shape(self) -> str:
        """Which fields stand here: another shape must be shown anew."""
        return " ".join([*(field.name for field in self.form), *self._earlier])

    @property
    def errors(self) -> list[tuple[str, str]]:
        """What is wrong, and at which field."""
        return [(str(one.errors[0]), _place_of(one)) for one in self.form if one.errors]

    def validate(self) -> bool:
        """Whether all that was answered can be read, and every opinion has its reason."""
        good = bool(self.form.validate())
        for one in (one for one in self.asked if one.way is Way.OPINION):
            choice, why = one.fields
            if choice.data and not why.data and not why.errors:
                why.errors = [_("Say in a few words why.")]
                good = False
        return good

    def told(self) -> Told:
        """What was told, as far as it can be read."""
        found = {one.name: _read(one) for one in (*self.asked, *self.extra)}
        return Told(values={name: value for name, value in found.items() if value is not None})

    def _asked(self, name: str, made: list[dict[str, Any]]) -> Asked:
        rows = tuple(tuple(self.form[one] for one in row) for row in made)
        way, article = way_of(self._rules, name), article_for(self._rules, name)
        return Asked(name, way, label_for(self._rules, name), article, rows, self._prefix)


def typed_in_form(form: ToldForm) -> Iterator[tuple[str, list[str]]]:
    """What stands in its fields, as a browser would send it; what is empty is not sent."""
    for one in form.form:
        if isinstance(one, SelectMultipleField):
            values = list(one.data or ())
        else:
            chosen = isinstance(one, RadioField | SelectField)
            values = [one.data if chosen else one._value()]
        if any(values):
            yield one.name, [str(value) for value in values]


def answered_in(rules: RuleSet, scheme: Scheme, sent: Mapping[str, Any]) -> Needed:
    """The questions of this rule that a form or a draft holds an answer to, right or wrong."""
    if not any(name.startswith(PREFIX) and name != SHAPE for name in sent):
        return Needed((), extras_of(scheme, ()))
    paying = [payer for payer in PAYERS if sent.get(field_name(PAYS + payer))]
    extra = extras_of(scheme, paying)
    names = (
        *WAYS,
        *(QUESTION + name for name in rules.questions),
        *(JUDGED + name for name in rules.conditions),
    )
    found = (name for name in names if any(sent.get(own) for own in _telling(name)))
    return Needed((*found, *(PAYS + payer for payer in paying)), extra)


def is_told_name(name: str) -> bool:
    """Is this the name of such a field? A draft keeps no other."""
    return bool(re.fullmatch(PREFIX + r"[A-Za-z0-9_-]{1,120}", name))


def was_told(sent: Iterable[str]) -> bool:
    """Did any such field stand on the page that was sent?"""
    return any(is_told_name(name) for name in sent)


@lru_cache(maxsize=1_024)
def field_name(name: str) -> str:
    """The name of a field: what an id may hold, whatever the rule calls its questions."""
    return PREFIX + re.sub(r"[^A-Za-z0-9_]", lambda sign: f"-{ord(sign[0]):x}-", name)


def _telling(name: str) -> Iterator[str]:
    """The fields that show whether a question was answered; a kind or a month says nothing alone."""
    own = field_name(name)
    if name in SUMS:
        yield from (f"{own}_{number}_amount" for number in range(MOST_ROWS))
    else:
        yield from (own, f"{own}_why")


def _made(asking: Asking, name: str) -> list[dict[str, Any]]:
    """The fields of a question, row by row."""
    own, rules = field_name(name), asking.rules
    way, label = way_of(rules, name), label_for(rules, name)
    if way is Way.OPINION:
        choice, why = opinion(label)
        return [{own: choice, f"{own}_why": why}]
    if way is Way.SUMS:
        terms, usual = SUMS[name]
        years = income_years(rules, asking.year) if name == "incomes" else []
        return [
            {f"{own}_{number}_{part}": one for part, one in row(terms, usual, years).items()}
            for number in range(_row_count(asking, name))
        ]
    choices = asking.choices(name) if way in (Way.CHOICE, Way.SEVERAL) else []
    return [{own: single(way, label, choices, MOST.get(name, MOST_NUMBER))}]


def _row_count(asking: Asking, name: str) -> int:
    """One row more than is filled in."""
    if asking.sent is not None:
        rows = (number for number, one in enumerate(_telling(name), 1) if asking.sent.get(one))
        filled = max(rows, default=0)
    else:
        filled = len(asking.known.values.get(name, ())) if asking.known else 0
    return min(filled + 1, MOST_ROWS)


def _read(asked: Asked) -> Any:
    if asked.way is Way.SUMS:
        read = (_sum(row) for row in asked.rows)
        return tuple(one for one in read if one) or None
    if asked.way is Way.OPINION:
        choice, why = asked.fields
        return Opinion(yes=choice.data == YES, why=why.data or "") if choice.data else None
    value = _plain(asked.way, asked.fields[0].data)
    if value is None or not asked.name.startswith(QUESTION):
        return value
    return answer_of(asked.name.removeprefix(QUESTION), value)


def _plain(way: Way, data: Any) -> Any:
    if way is Way.YES_NO:
        return data == YES if data in (YES, NO) else None
    if way is Way.SEVERAL:
        return frozenset(data) - {NONE_OF_THESE} if data else None
    return data


def _sum(row: tuple[Field, ...]) -> Income | None:
    kind, amount, per, *year = row
    if amount.data is None:
        return None
    return Income(
        kind=kind.data or kind.default,
        cents=amount.data,
        a_month=per.data == MONTH,
        year=int(year[0].data) if year and year[0].data else None,
    )


def _data(asking: Asking) -> Iterator[tuple[str, Any]]:
    """What was told before, as the fields hold it."""
    for name, value in asking.known.values.items() if asking.known else ():
        own = field_name(name)
        if isinstance(value, Opinion):
            yield from ((own, YES if value.yes else NO), (f"{own}_why", value.why))
        elif name in SUMS:
            for number, one in enumerate(value):
                yield from _row_data(f"{own}_{number}", one)
        else:
            yield own, _field_data(value)


def _row_data(own: str, one: Income) -> Iterator[tuple[str, Any]]:
    yield from ((f"{own}_kind", one.kind), (f"{own}_amount", one.cents))
    yield f"{own}_per", MONTH if one.a_month else YEAR
    if one.year:
        yield f"{own}_year", str(one.year)


def _field_data(value: Any) -> Any:
    if isinstance(value, Answer):
        value = next((v for v in (value.yes, value.number, value.on) if v is not None), None)
    if isinstance(value, frozenset):
        return sorted(value) or [NONE_OF_THESE]
    return {True: YES, False: NO}[value] if isinstance(value, bool) else value


def _place_of(field: Field) -> str:
    is_group = isinstance(field, RadioField | SelectMultipleField)
    return f"{field.id}-0" if is_group else str(field.id)
