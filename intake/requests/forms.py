"""The forms on a request's own page: the shape of what is typed. They know no rule and read no row."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectMultipleField
from wtforms.fields import SelectChoice

from core.pages.fields import LongTextField, Required, TextField
from intake.asking.forms import ToldForm
from terms.lists import EVIDENCE


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
