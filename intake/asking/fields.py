"""The fields that answer a rule's questions: the shape of one answer each, in intake's asking. No rule."""

from collections.abc import Iterable
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional
from wtforms.validators import ValidationError as WrongShape
from wtforms.widgets import CheckboxInput

from core.errors import Words
from core.pages.fields import DateField, MoneyField, ReadField, SelectField, TextField
from intake.asking.needed import Way
from intake.asking.wording import NONE_OF_THESE, Choices
from terms.lists import Term

MOST_NUMBER: Final = 1_000_000
YES, NO, OPEN = "yes", "no", ""
MONTH, YEAR = "month", "year"


class WholeField(ReadField):
    """A whole number: how many, up to `most`."""

    def __init__(self, label: Words, validators: Any, *, most: int, **kwargs: Any) -> None:
        super().__init__(label, validators, **kwargs)
        self.most = most

    def read(self, typed: str) -> int:
        """Digits alone."""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
        if not 0 <= number <= self.most:
            raise ValueError(_("Write a whole number from 0 to %(most)s.", most=self.most))
        return number


class OneOfField(RadioField):
    """A choice among few, all visible; nothing chosen is nothing told."""

    def pre_validate(self, form: Any) -> None:
        """What was not offered cannot be chosen."""
        if self.data is not None and self.data not in {choice.value for choice in self.choices}:
            raise WrongShape(_l("Choose something from the list."))


class SeveralField(SelectMultipleField):
    """Ticks under each other; "none of these" goes alone."""

    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        """None of these, and one of these, cannot both be."""
        chosen = set(self.data or ())
        if not chosen <= {choice.value for choice in self.choices}:
            raise WrongShape(_l("Choose something from the list."))
        if NONE_OF_THESE in chosen and len(chosen) > 1:
            raise WrongShape(_l("Choose either none of these, or which."))


def single(way: Way, label: str, choices: Choices, most: int) -> Any:
    """The one field of a question."""
    if way is Way.YES_NO:
        return OneOfField(label, [Optional()], choices=_visible([(YES, _l("Yes")), (NO, _l("No"))]))
    if way is Way.NUMBER:
        return WholeField(label, [Optional()], most=most)
    if way is Way.SEVERAL:
        return SeveralField(label, [Optional()], choices=_visible(choices))
    if way is Way.CHOICE:
        return SelectField(label, [Optional()], choices=choices)
    kind = DateField if way is Way.DATE else MoneyField
    return kind(label, [Optional()])


def opinion(label: str) -> tuple[Any, Any]:
    """What the worker finds, and why; by default the one who decides judges it."""
    ways = [
        (YES, _l("Meets it")),
        (NO, _l("Does not meet it")),
        (OPEN, _l("Who decides judges this")),
    ]
    return (
        OneOfField(label, [Optional()], choices=_visible(ways), default=OPEN),
        TextField(_l("Because"), [Optional()], max_length=500),
    )


def row(terms: dict[str, Term], usual: str, years: list[int]) -> dict[str, Any]:
    """An amount of a kind, a month or a year; of which year where the rule names one."""
    fields = {
        "kind": SelectField(
            _l("Kind"),
            [Optional()],
            choices=[(term.code, term.label) for term in terms.values()],
            default=usual,
        ),
        "amount": MoneyField(_l("Amount"), [Optional()]),
        "per": OneOfField(
            _l("Per"),
            [Optional()],
            choices=_visible([(MONTH, _l("Month")), (YEAR, _l("Year"))]),
            default=MONTH,
        ),
    }
    if years:
        fields["year"] = SelectField(
            _l("Year"),
            [Optional()],
            choices=[(str(y), str(y)) for y in years],
            default=str(years[0]),
        )
    return fields


def _visible(pairs: Iterable[tuple[str, Words]]) -> list[SelectChoice]:
    return [SelectChoice(value, words) for value, words in pairs]
