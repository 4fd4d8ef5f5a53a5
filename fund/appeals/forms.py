"""The shape of what is typed about appeals and complaints. The forms know no rule."""

import datetime as dt
from typing import cast

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.pages.fields import (
    DateField,
    LongTextField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
)
from fund.appeals.actions import NewAppeal, NewComplaint
from fund.appeals.wording import ANSWERS, BODIES, OUTCOMES
from fund.forms import VersionForm

LONGEST_REFERENCE = 60
LONGEST_WORDS = 2000


def day_in(field: DateField) -> dt.date:
    """The day in a field that is required and right."""
    return cast(dt.date, field.data)


class AppealForm(FlaskForm):
    """An appeal that came in. Call `new()` when the form is right."""

    received_on = DateField(_l("Received on"), [Required(), NotAfterToday()])
    body = SelectField(_l("Before whom"), [Required()], choices=tuple(BODIES.items()))
    reference = TextField(_l("Number of the case there"), max_length=LONGEST_REFERENCE)

    def new(self) -> NewAppeal:
        """As typed."""
        return NewAppeal(
            received_on=day_in(self.received_on),
            body=self.body.data or "",
            reference=self.reference.data or "",
        )


class OutcomeForm(VersionForm):
    """What came of an appeal."""

    outcome = SelectField(_l("Outcome"), [Required()], choices=tuple(OUTCOMES.items()))
    outcome_on = DateField(_l("On"), [Required(), NotAfterToday()])


class ComplaintForm(FlaskForm):
    """A complaint that came in."""

    received_on = DateField(_l("Received on"), [Required(), NotAfterToday()])
    about = LongTextField(_l("About what"), [Required()], max_length=LONGEST_WORDS)
    answer_by_on = DateField(_l("Answer by"), [Required()])

    def new(self) -> NewComplaint:
        """As typed."""
        return NewComplaint(
            received_on=day_in(self.received_on),
            about=self.about.data or "",
            answer_by_on=day_in(self.answer_by_on),
        )


class AnswerForm(VersionForm):
    """What was answered to a complaint."""

    outcome = SelectField(_l("Outcome"), [Required()], choices=tuple(ANSWERS.items()))
    answered_on = DateField(_l("Answered on"), [Required(), NotAfterToday()])
    answer = LongTextField(_l("What was answered"), max_length=LONGEST_WORDS)
