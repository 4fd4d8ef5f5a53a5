"""Fields that the forms about the offer have of their own. They read shape; they know no row."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError as WrongShape
from wtforms.widgets import CheckboxInput

from core.errors import Words
from core.pages.fields import OLDEST_AGE_YEARS, ReadField, SelectField
from terms.lists import Term


def offered(terms: dict[str, Term]) -> list[tuple[str, Words]]:
    """A list of terms as a field offers it."""
    return [(term.code, term.label) for term in terms.values()]


class AgeField(ReadField):
    """An age in whole years; `data` is None where nothing is filled in."""

    def read(self, typed: str) -> int:
        """The years; ValueError on what is no age."""
        if not (typed.isascii() and typed.isdigit()) or int(typed) > OLDEST_AGE_YEARS:
            raise ValueError(
                _l("Write an age in whole years, from 0 to %(most)s.", most=OLDEST_AGE_YEARS)
            )
        return int(typed)


class TermsField(SelectMultipleField):
    """Ticks from a list of terms; `data` holds their codes in the order of the list."""

    option_widget = CheckboxInput()

    def __init__(self, label: Words, terms: dict[str, Term], **bound: Any) -> None:
        choices = [SelectChoice(code, words) for code, words in offered(terms)]
        super().__init__(label, choices=choices, **bound)
        self.order = list(terms)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Each once."""
        self.data: Any = sorted(set(valuelist), key=lambda code: [*self.order, code].index(code))

    def pre_validate(self, form: Any) -> None:
        """What was not offered cannot be chosen."""
        if not set(self.data or ()) <= set(self.order):
            raise WrongShape(_l("Choose something from the list."))


class YesNoField(SelectField):
    """Yes, no, or nobody knows: `data` is True, False or None."""

    meant: ClassVar = {"yes": True, "no": False, True: True, False: False}

    def __init__(self, label: Words, **bound: Any) -> None:
        pairs = [("yes", _l("Yes")), ("no", _l("No"))]
        super().__init__(label, choices=pairs, coerce=self._read, **bound)

    def _read(self, value: Any) -> bool:
        if value not in self.meant:
            raise ValueError(value)
        return self.meant[value]
