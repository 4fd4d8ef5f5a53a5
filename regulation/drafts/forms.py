"""The form of a block of a rule, made from what the block tells of its fields. It knows no rule."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError as WrongShape
from wtforms.widgets import CheckboxInput, ListWidget

from core.errors import Words
from core.pages.fields import (
    DateField,
    LongTextField,
    MoneyField,
    ReadField,
    Required,
    SelectField,
    TextField,
)
from regulation.editing.leaves import Group, Leaf
from regulation.editing.offers import UNKNOWN, Offers
from regulation.files.fields import comes_every_year
from regulation.vocabulary.spec import Form

# Beyond this a text gets several lines.
ONE_LINE: Final = 300
MAX_DECIMALS: Final = 4


class WholeField(ReadField):
    """A whole number within bounds: `data` is an int."""

    def __init__(self, label: Any, validators: Any = None, *, least: int, most: int, **kw: Any):
        super().__init__(label, validators, **kw)
        self.least, self.most = least, most

    def read(self, typed: str) -> int:
        number = int(typed) if typed.isascii() and typed.isdigit() else -1
        if not self.least <= number <= self.most:
            raise ValueError(
                _("Write a whole number from %(least)s to %(most)s.", **self._bounds())
            )
        return number

    def _bounds(self) -> dict[str, int]:
        return {"least": self.least, "most": self.most}


class NumberField(ReadField):
    """A percentage or a figure, with a comma: `data` is a Decimal."""

    def __init__(self, label: Any, validators: Any = None, *, most: int, **kw: Any):
        super().__init__(label, validators, **kw)
        self.most = most

    def read(self, typed: str) -> Decimal:
        try:
            number = Decimal(typed.replace("%", "").strip().replace(",", "."))
        except InvalidOperation as error:
            raise ValueError(_("Write a number such as 12,5.")) from error
        if not number.is_finite() or number.is_signed() or number > self.most:
            raise ValueError(_("Write a number from 0 to %(most)s.", most=self.most))
        if number != round(number, MAX_DECIMALS):
            raise ValueError(
                _("Write at most %(count)s figures after the point.", count=MAX_DECIMALS)
            )
        return number

    def show(self, data: Decimal) -> str:
        return format(data, "f").replace(".", ",")


class YearDayField(ReadField):
    """A day that comes every year: `data` is "15/1"."""

    def read(self, typed: str) -> str:
        day, slash, month = typed.replace(" ", "").replace("-", "/").partition("/")
        numbers = [int(one) for one in (day, month) if one.isascii() and one.isdigit()]
        if not slash or len(numbers) != 2:
            raise ValueError(_("Write day and month, such as 1/9."))
        if not comes_every_year(numbers[1], numbers[0]):
            raise ValueError(_("This day does not come every year. Choose another day."))
        return f"{numbers[0]}/{numbers[1]}"


class BoxesField(SelectMultipleField):
    """Boxes of which any number may be ticked."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(
        self, label: Any, validators: Any = None, *, choices: Iterable[tuple[str, Words]], **kw: Any
    ):
        offered = [SelectChoice(value, words) for value, words in choices]
        super().__init__(label, validators, choices=offered, **kw)

    def pre_validate(self, form: Any) -> None:
        """What was not offered cannot be chosen."""
        try:
            super().pre_validate(form)
        except WrongShape as error:
            raise WrongShape(_("Choose something from the list.")) from error


def _text(leaf: Leaf, label: Any, offers: Offers) -> Field:
    many = leaf.spec.most > ONE_LINE
    return (LongTextField if many else TextField)(label, _required(leaf), max_length=leaf.spec.most)


def _flag(leaf: Leaf, label: Any, offers: Offers) -> Field:
    if not leaf.is_maybe:
        return BooleanField(label)
    return SelectField(label, choices=offers.choices(leaf), blank=UNKNOWN)


def _whole(leaf: Leaf, label: Any, offers: Offers) -> Field:
    return WholeField(label, _required(leaf), least=leaf.spec.least, most=leaf.spec.most)


def _choice(leaf: Leaf, label: Any, offers: Offers) -> Field:
    blank = None if leaf.spec.required else _l("nothing chosen")
    return SelectField(label, _required(leaf), choices=offers.choices(leaf), blank=blank)


def _boxes(leaf: Leaf, label: Any, offers: Offers) -> Field:
    return BoxesField(label, _required(leaf), choices=offers.choices(leaf))


MADE: Final[Mapping[Form, Callable[[Leaf, Any, Offers], Field]]] = {
    Form.TEXT: _text,
    Form.FLAG: _flag,
    Form.WHOLE: _whole,
    Form.EUROS: lambda leaf, label, _offers: MoneyField(label, _required(leaf)),
    Form.PERCENT: lambda leaf, label, _offers: NumberField(
        label, _required(leaf), most=leaf.spec.most
    ),
    Form.DATE: lambda leaf, label, _offers: DateField(label, _required(leaf), full_only=True),
    Form.DAY: lambda leaf, label, _offers: YearDayField(label, _required(leaf)),
    Form.CHOICE: _choice,
    Form.CODE: _choice,
    Form.NAME: _choice,
    Form.ARTICLE: _choice,
    Form.CODES: _boxes,
    Form.NAMES: _boxes,
}


def _required(leaf: Leaf) -> list[Required]:
    """Where a row or a part that need not be there holds the field, the reader asks for it."""
    return [Required()] if leaf.spec.required and len(leaf.path) == 1 else []


def block_form(
    group: Group, offers: Offers, *, data: Mapping[str, Any], sent: MultiDict[str, str] | None
) -> FlaskForm:
    """The form of one block: with what stands in it, or with what was sent."""
    made = {
        leaf.name: MADE[leaf.spec.form](leaf, str(leaf.told.label), offers)
        for leaf in group.leaves()
    }
    form = type("BlockForm", (FlaskForm,), made)
    return form(formdata=sent, data=dict(data))
