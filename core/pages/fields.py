"""Fields of forms in the core room: they read shape and keep what was typed; no rule, no other rows."""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from stdnum import iban
from stdnum.be import ssn
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength, ValidationError
from wtforms import Field, Form, StringField
from wtforms import SelectField as PlainSelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, StopValidation
from wtforms.validators import ValidationError as WrongShape

from core import clock
from core.clock import read_date, show_date
from core.errors import Words
from core.money import read_cents, show_cents, write_cents
from core.pages.controls import Chooser, Line, Lines
from core.pages.text import cleaned

SHORT_TEXT = 200
LONG_TEXT = 4000
OLDEST_AGE_YEARS = 120
NO_NUMBER = "00000000097"


def missing(field: Field) -> str:
    """What is said of a field that must be filled in; it names the field, for the summary above the form."""
    return str(_("%(field)s is not filled in yet.", field=field.label.text))


class Required(InputRequired):
    """Something must be filled in; the sentence is ours."""

    def __call__(self, form: Form, field: Field) -> None:
        """Spaces and control characters alone are nothing."""
        was_sent = field.raw_data and field.raw_data[0]
        if not was_sent or (field.data in (None, "") and not field.errors):
            field.errors[:] = []
            raise StopValidation(self.message or missing(field))


class WholeNumber(Required):
    """A whole number within bounds, asked for in one sentence that names the field."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.least, self.most = least, most

    def __call__(self, form: Form, field: Field) -> None:
        """What wtforms said of its shape is not said as well."""
        super().__call__(form, field)
        field.errors[:] = []
        if field.data is None or not self.least <= field.data <= self.most:
            words = _(
                "%(field)s: write a whole number from %(least)s to %(most)s.",
                field=field.label.text,
                least=self.least,
                most=self.most,
            )
            raise StopValidation(str(words))


class NotAfterToday:
    """A date that has come."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data is not None and field.data > clock.today():
            raise WrongShape(_l("This date lies in the future."))


class BirthDate:
    """A date on which somebody now living can be born."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data is None:
            return
        today = clock.today()
        if field.data > today:
            raise WrongShape(_l("A date of birth cannot lie in the future."))
        if field.data.year < today.year - OLDEST_AGE_YEARS:
            raise WrongShape(_l("Check the year of this date of birth."))


class TextField(StringField):
    """One line of text, cleaned: composed, no control characters, no outer spaces."""

    widget: Callable[..., Markup] = Line()
    keeps_lines = False
    longest = SHORT_TEXT

    def __init__(
        self,
        label: Words | None = None,
        validators: Sequence[Any] | None = None,
        *,
        max_length: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.max_length = max_length or self.longest

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep the whole text when it is too long: the one who typed it shortens it."""
        if not valuelist:
            return
        self.data = cleaned(valuelist[0], lines=self.keeps_lines)
        if len(self.data) > self.max_length:
            raise ValueError(
                _l(
                    "This text has %(count)s characters. No more than %(most)s fit.",
                    count=len(self.data),
                    most=self.max_length,
                )
            )


class LongTextField(TextField):
    """Several lines of text."""

    widget = Lines()
    keeps_lines = True
    longest = LONG_TEXT


class ReadField(Field):
    """Typed text that is read as something else: the typed text stays until it can be read."""

    widget = Line()
    longest = 100

    @abstractmethod
    def read(self, typed: str) -> Any:
        """What the text means; ValueError with a sentence when it means nothing."""

    def show(self, data: Any) -> str:
        """How the value is written back into the field."""
        return str(data)

    def process_formdata(self, valuelist: list[str]) -> None:
        """An empty field is None; what cannot be read is None with an error."""
        typed = cleaned(valuelist[0]) if valuelist else ""
        self.typed = typed[: self.longest]
        self.data = None
        if typed:
            self.data = self.read(typed[: self.longest + 1])

    def _value(self) -> str:
        if self.data is not None:
            return self.show(self.data)
        return str(getattr(self, "typed", ""))


class MoneyField(ReadField):
    """An amount: `data` is in cents."""

    def read(self, typed: str) -> int:
        try:
            return read_cents(typed)
        except ValueError as error:
            raise ValueError(
                _l(
                    "Write an amount such as 82,50, up to %(most)s.",
                    most=show_cents(1_000_000_00),
                )
            ) from error

    def show(self, data: int) -> str:
        return write_cents(data)


class DateField(ReadField):
    """A day, as text: browsers show their own date fields in the browser's language."""

    def __init__(
        self,
        label: Words | None = None,
        validators: Sequence[Any] | None = None,
        *,
        full_only: bool = False,
        near: Callable[[], dt.date] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.full_only = full_only
        self.near = near

    def read(self, typed: str) -> dt.date:
        near = self.near() if self.near is not None else None
        try:
            return read_date(typed, near, full_only=self.full_only)
        except ValueError as error:
            if self.full_only:
                raise ValueError(_l("Write a date such as 03/05/2014.")) from error
            raise ValueError(_l("Write a date such as 03/05/2026, 3/5 or vandaag.")) from error

    def show(self, data: dt.date) -> str:
        return show_date(data)


class NationalNumberField(ReadField):
    """A Belgian national or BIS number: `data` is its 11 digits."""

    def read(self, typed: str) -> str:
        try:
            number = str(ssn.validate(typed))
        except (InvalidLength, InvalidFormat) as error:
            raise ValueError(_l("A national number has 11 digits.")) from error
        except ValidationError as error:
            raise ValueError(_wrong_digits()) from error
        if number == NO_NUMBER:
            raise ValueError(_wrong_digits())
        return number

    def show(self, data: str) -> str:
        return f"{data[:2]}.{data[2:4]}.{data[4:6]}-{data[6:9]}.{data[9:]}"


class IbanField(ReadField):
    """A bank account number: `data` is the IBAN without spaces."""

    def read(self, typed: str) -> str:
        try:
            return str(iban.validate(typed))
        except InvalidChecksum as error:
            raise ValueError(_l("This account number is not right. Check its digits.")) from error
        except ValidationError as error:
            raise ValueError(
                _l("This is not an account number. It begins with BE and has 16 characters.")
            ) from error

    def show(self, data: str) -> str:
        return " ".join(data[at : at + 4] for at in range(0, len(data), 4))


class SelectField(PlainSelectField):
    """A choice that begins with nothing chosen: `data` is None until somebody chooses."""

    widget = Chooser()

    def __init__(
        self,
        label: Words | None = None,
        validators: Sequence[Any] | None = None,
        *,
        choices: Iterable[tuple[Any, Words]] = (),
        coerce: Callable[[Any], Any] = str,
        blank: Words | None = None,
        **kwargs: Any,
    ) -> None:
        def none_or_coerced(value: Any) -> Any:
            return None if value in ("", None) else coerce(value)

        self.blank = blank or _l("Choose")
        offered = self._behind_blank(choices)
        super().__init__(label, validators, coerce=none_or_coerced, choices=offered, **kwargs)

    def offer(self, choices: Iterable[tuple[Any, Words]]) -> None:
        """Set the choices once they are known, behind the blank one."""
        self.choices = self._behind_blank(choices)

    def offer_last(self, heading: Words, choices: Iterable[tuple[Any, Words]]) -> None:
        """Add choices under a heading of their own."""
        last = (SelectChoice(value, words, optgroup=str(heading)) for value, words in choices)
        self.choices = [*self.choices, *last]

    def _behind_blank(self, choices: Iterable[tuple[Any, Words]]) -> list[SelectChoice]:
        return [SelectChoice(value, words) for value, words in [("", self.blank), *choices]]

    def process_formdata(self, valuelist: list[str]) -> None:
        """A value that is not of this list at all gets the same sentence as one not offered."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_not_offered()) from error

    def pre_validate(self, form: Form) -> None:
        """What was not offered cannot be chosen."""
        try:
            super().pre_validate(form)
        except ValueError as error:
            raise WrongShape(_not_offered()) from error


def _not_offered() -> Words:
    return _l("Choose something from the list.")


def _wrong_digits() -> Words:
    return _l("This national number is not right. Check its digits.")
