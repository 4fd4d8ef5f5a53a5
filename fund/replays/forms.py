"""The form of a trial: the shape of what is chosen. It reads no row and knows no rule."""

import datetime as dt
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, Form
from wtforms.validators import ValidationError

from core.clock import today
from core.errors import Words
from core.pages.fields import DateField, NotAfterToday, Required, SelectField
from fund.replays.moments import Period

# Before this no centre decided anything in this programme, nor took anything over into it.
FIRST_YEAR = 2000


class NotLongAgo:
    """A year that was mistyped is not taken for the beginning of time."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data is not None and field.data.year < FIRST_YEAR:
            raise ValidationError(_l("Check the year of this date."))


def first_day_of_last_year() -> dt.date:
    """1 January."""
    return dt.date(today().year - 1, 1, 1)


def last_day_of_last_year() -> dt.date:
    """31 December."""
    return dt.date(today().year - 1, 12, 31)


class TryForm(FlaskForm):
    """Which text, and on the decisions of which days."""

    version = SelectField(_l("Version or draft"), [Required()])
    from_on = DateField(
        _l("First day"), [Required(), NotLongAgo(), NotAfterToday()], default=first_day_of_last_year
    )
    until_on = DateField(_l("Last day"), [Required(), NotLongAgo()], default=last_day_of_last_year)

    def offer(self, texts: Iterable[tuple[str, Words]]) -> None:
        """Set the versions and drafts that can be chosen."""
        self.version.offer(texts)

    @property
    def period(self) -> Period:
        """The days that were chosen, until today; only of a form that is well formed."""
        first, last = self.from_on.data, self.until_on.data
        assert first is not None
        assert last is not None
        return Period(first, min(last, today()))
