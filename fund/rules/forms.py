"""The form of the fund's rules: from when, and by which decision. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import ValidationError as WrongShape

from core.pages.fields import DateField, NotAfterToday, Required, TextField
from regulation.files.table import FIRST_YEAR, LAST_YEAR


class EnactForm(FlaskForm):
    """The first day, and the council's decision."""

    from_on = DateField(_l("First day"), [Required()])
    council_on = DateField(_l("Date of the council’s decision"), [Required(), NotAfterToday()])
    council_number = TextField(_l("Number of the council’s decision"), [Required()], max_length=40)

    def validate_from_on(self, field: Field) -> None:
        """A year that a rule's text may name as well."""
        if field.data and not FIRST_YEAR <= field.data.year <= LAST_YEAR:
            raise WrongShape(
                _l(
                    "Write a year from %(first)s to %(last)s.",
                    first=FIRST_YEAR,
                    last=LAST_YEAR,
                )
            )
