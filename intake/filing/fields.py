"""Fields that the form of a filing has of its own: choices that are all visible. It knows no rule."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError as WrongShape
from wtforms.widgets import CheckboxInput

from core.errors import Words
from core.ids import row_id
from terms.lists import Term


def choices(terms: dict[str, Term]) -> list[tuple[str, Words]]:
    """A list of terms as a field offers it."""
    return [(term.code, term.label) for term in terms.values()]


def offered(pairs: Iterable[tuple[Any, Words]]) -> list[SelectChoice]:
    """The same for the fields that show all their choices."""
    return [SelectChoice(value, words) for value, words in pairs]


class ChipField(RadioField):
    """A choice among few, all visible; what was not offered gets one sentence."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """A value of another shape was not offered."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            self.data: Any = None
            raise ValueError(_l("Choose something from the list.")) from error

    def pre_validate(self, form: Any) -> None:
        """What was not offered cannot be chosen."""
        if self.data is not None and self.data not in {choice.value for choice in self.choices}:
            raise WrongShape(_l("Choose something from the list."))


class PeopleField(SelectMultipleField):
    """For whom: ticks, one or more. `data` holds numbers, each once, in the order of the page."""

    option_widget = CheckboxInput()

    def __init__(self, label: Words | None = None, **kwargs: Any) -> None:
        super().__init__(label, coerce=int, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        """What is no number was not offered."""
        read = [row_id(value) for value in valuelist]
        self.data: Any = list(dict.fromkeys(one for one in read if one))
        if any(value and not one for value, one in zip(valuelist, read, strict=True)):
            raise ValueError(_l("Choose something from the list."))

    def pre_validate(self, form: Any) -> None:
        """Who was not offered cannot be chosen."""
        if not set(self.data or ()) <= {choice.value for choice in self.choices or ()}:
            raise WrongShape(_l("Choose something from the list."))
