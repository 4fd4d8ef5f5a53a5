"""The forms of meetings: the shape of what is typed. They know no rule and read no row."""

import datetime as dt
import re
from typing import cast

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional
from wtforms.validators import ValidationError as WrongShape

from core.clock import BRUSSELS
from core.ids import row_id
from core.pages.fields import (
    DateField,
    LongTextField,
    MoneyField,
    ReadField,
    Required,
    SelectField,
    TextField,
)
from core.pages.hidden import HiddenField
from fund.bodies.deciding import BY_MEETING
from fund.forms import REASONS_LENGTH
from fund.meetings.drafting import GRANT, REFUSE, Draft
from fund.reasons import REASONS
from fund.setup.choices import body_of_centre
from terms.rule_lists import BODIES

TIME = re.compile(r"([01]?\d|2[0-3])[:.hu]([0-5]\d)?")
MOST_VOTES = 200


class TimeField(ReadField):
    """A time of the day, such as 19:30 or 19u."""

    def read(self, typed: str) -> dt.time:
        found = TIME.fullmatch(typed)
        if found is None:
            raise ValueError(_l("Write a time such as 19:30."))
        return dt.time(int(found[1]), int(found[2] or 0))

    def show(self, data: dt.time) -> str:
        return f"{data:%H:%M}"


class WhenForm(FlaskForm):
    """When and where a meeting is held."""

    on = DateField(_l("Date"), [Required()])
    time = TimeField(_l("Time"), [Required()], default=lambda: dt.time(19, 30))
    place = TextField(_l("Place"), max_length=160)

    @property
    def starts_at(self) -> dt.datetime:
        """The instant, in UTC."""
        day, time = cast(dt.date, self.on.data), cast(dt.time, self.time.data)
        return dt.datetime.combine(day, time, BRUSSELS).astimezone(dt.UTC)


def _own_body() -> str:
    """The body of the centre, where it decides in a meeting."""
    own = body_of_centre()
    return own if own in BY_MEETING else ""


class PlanForm(WhenForm):
    """A new meeting."""

    body = SelectField(
        _l("Body"),
        [Required()],
        default=_own_body,
        choices=[(code, BODIES[code].label) for code in sorted(BY_MEETING)],
    )


class PutOnForm(FlaskForm):
    """Which requests are put on the agenda, and after the convocation why."""

    requests = SelectMultipleField(_l("Requests"), coerce=row_id, validate_choice=False)
    late_why = LongTextField(_l("Why this cannot wait"), max_length=REASONS_LENGTH)
    # Of a decision that has left, which the meeting is to revise.
    number = TextField(_l("Number of the request"), max_length=20)

    @property
    def numbers(self) -> list[int]:
        """What was ticked."""
        return [one for one in self.requests.data or () if one]


class SeenForm(FlaskForm):
    """An item as it was seen: what it proposes may have been written anew since."""

    seen = HiddenField()


class DraftForm(SeenForm):
    """What the meeting is asked to decide."""

    ruling = RadioField(
        _l("Proposal"),
        [Required(_l("Choose what is proposed."))],
        choices=[SelectChoice(GRANT, _l("grant")), SelectChoice(REFUSE, _l("refuse"))],
    )
    amount = MoneyField(_l("Amount"), [Optional()])
    deviates_from = SelectField(
        _l("Deviates from"), [Optional()], blank=_l("another reason"), validate_choice=False
    )
    reason_code = SelectField(
        _l("Reason"),
        [Optional()],
        choices=[(reason.code, reason.words) for reason in REASONS.values()],
    )
    reasons = LongTextField(_l("In plain words, for the client"), max_length=REASONS_LENGTH)

    def validate_amount(self, field: MoneyField) -> None:
        """A grant has an amount."""
        if self.ruling.data == GRANT and not field.data and not field.errors:
            raise WrongShape(_l("Fill in an amount."))

    @property
    def draft(self) -> Draft:
        """As typed."""
        is_grant = self.ruling.data == GRANT
        return Draft(
            ruling=self.ruling.data or "",
            amount_cents=(self.amount.data or 0) if is_grant else 0,
            reasons=self.reasons.data or "",
            reason_code="" if is_grant else self.reason_code.data or "",
            deviates_from=(self.deviates_from.data or "") if is_grant else "",
        )


class WhyForm(FlaskForm):
    """A reason in plain words."""

    why = LongTextField(_l("Why?"), max_length=REASONS_LENGTH)


class ConveneForm(FlaskForm):
    """The agenda leaves; where that is late, why."""

    late_why = LongTextField(_l("Why this is later than the rules ask"), max_length=REASONS_LENGTH)


class SeatForm(FlaskForm):
    """Who sits in a body."""

    body = SelectField(
        _l("Body"),
        [Required()],
        default=_own_body,
        choices=[(code, BODIES[code].label) for code in sorted(BY_MEETING)],
    )
    person = SelectField(_l("Member"), [Required()], coerce=int)
    is_chair = BooleanField(_l("chairs it"))
