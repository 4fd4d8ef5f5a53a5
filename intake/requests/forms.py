"""The forms on the pages of requests: the shape of what is typed. They know no rule and read no row."""

from collections.abc import Iterable
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional
from wtforms.validators import ValidationError as WrongShape

from core.errors import Words
from core.pages.fields import DateField, LongTextField, Required, SelectField, TextField
from intake.asking.forms import ToldForm
from terms.lists import CATEGORIES, EVIDENCE

KINDS: Final[tuple[tuple[str, Words], ...]] = (
    ("fund", _l("Culture Fund")),
    ("discount", _l("Discount")),
)
EVERYTHING: Final = _l("everything")


class WithdrawForm(FlaskForm):
    """Why a request is withdrawn."""

    why = TextField(_l("Reason"), [Required(_l("Say in a few words why."))], max_length=200)


class AddForm(FlaskForm):
    """Something more for who decides."""

    more = LongTextField(
        _l("What is to be added?"), [Required(_l("Write what is to be added."))], max_length=4000
    )


class AnswerForm(FlaskForm):
    """The answer to the question of the one who decides."""

    told: ToldForm | None = None
    text = LongTextField(_l("Your answer"), [Required(_l("Write an answer."))], max_length=4000)
    evidence_seen = SelectMultipleField(
        _l("Evidence seen"),
        choices=[SelectChoice(one.code, one.label) for one in EVIDENCE.values()],
        validate_choice=False,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """The answer, and what the rule asks."""
        good = super().validate(extra_validators)
        return (self.told is None or self.told.validate()) and bool(good)


class FilterForm(FlaskForm):
    """The fields of the filters. They change nothing, so they stand in the address."""

    class Meta:
        csrf = False

    kind = SelectField(_l("Ask as"), [Optional()], choices=KINDS, blank=EVERYTHING)
    category = SelectField(
        _l("Kind of activity"),
        [Optional()],
        choices=[(term.code, term.label) for term in CATEGORIES.values()],
        blank=EVERYTHING,
    )
    # Also a colleague who has left: her requests are still there.
    worker = SelectField(_l("Worker"), [Optional()], blank=_l("everybody"), validate_choice=False)
    since = DateField(_l("Filed from"), [Optional()])
    until = DateField(_l("Filed until"), [Optional()])

    def validate_until(self, field: Field) -> None:
        """A period that ends before it begins holds nothing."""
        if self.since.data and field.data and field.data < self.since.data:
            raise WrongShape(_l("The end lies before the beginning."))

    def offer_workers(self, people: Iterable[tuple[int, str]]) -> None:
        """Whose requests can be in this list."""
        self.worker.offer((str(number), name) for number, name in people)
