"""The forms of a hearing: the shape of what is typed. They know no rule and read no row."""

import re
from typing import Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import ValidationError as WrongShape

from core.clock import today
from core.pages.fields import DateField, LongTextField, Required, TextField

TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.u]([0-5]\d)")


class WishForm(FlaskForm):
    """The client asked for it in writing."""

    asked_on = DateField(
        _l("Day of the client's letter or mail"),
        [Required(_l("Fill in on which day the client asked it."))],
        default=today,
    )


class InviteForm(FlaskForm):
    """When and where the client is expected."""

    on = DateField(_l("Day of the hearing"), [Required(_l("Fill in the day."))], id="invite-on")
    time = TextField(_l("Hour"), [Required(_l("Fill in the hour."))], max_length=5)
    place = TextField(_l("Place"), [Required(_l("Fill in the place."))], max_length=160)

    def validate_time(self, field: Field) -> None:
        """14:30, 14.30 or 14u30."""
        found = TIME.fullmatch(field.data or "")
        if found is None:
            raise WrongShape(_l("Write an hour such as 14:30."))
        field.data = f"{int(found[1]):02}:{found[2]}"


class HoldForm(FlaskForm):
    """The client was heard."""

    held_on = DateField(_l("Heard on"), [Required(_l("Fill in the day."))], default=today)
    present = TextField(_l("Who was there?"), [Required(_l("Say who was there."))], max_length=500)
    minutes = LongTextField(
        _l("What was said?"), [Required(_l("Write what was said."))], max_length=10_000
    )


class WaiveForm(FlaskForm):
    """There is no hearing after all."""

    why = LongTextField(_l("Why not?"), [Required(_l("Say why the client is not heard."))])
