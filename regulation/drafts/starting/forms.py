"""Forms that a draft begins with. They know the shape of answers and no rule."""

from decimal import Decimal
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError as WrongShape

from core.pages.fields import MoneyField, Required, SelectField, TextField
from regulation.drafts.forms import BoxesField, NumberField, YearDayField
from regulation.editing.six import NEW_YEAR, Six
from regulation.vocabulary.blocks import YearDay
from terms.lists import CATEGORIES, STATUSES

MAX_TITLE: Final = 120
SCHOOL_YEAR: Final = YearDay(month=9, day=1)


class SixForm(FlaskForm):
    """Who, percent or own share, two limits, the period, the last day to ask."""

    title = TextField(_l("Name of the fund"), [Required()], max_length=MAX_TITLE)
    statuses = BoxesField(
        _l("For whom: one of these statuses"),
        [Required()],
        choices=[(code, term.label) for code, term in STATUSES.items()],
    )
    way = RadioField(
        _l("How much"),
        choices=[
            SelectChoice("percent", _l("A percentage of the cost")),
            SelectChoice("own_share", _l("The participant pays a fixed sum, the fund the rest")),
        ],
        default="percent",
    )
    percent = NumberField(_l("Percentage"), most=100)
    own = MoneyField(_l("The participant pays"))
    adult = MoneyField(_l("At most for an adult"), [Required()])
    child = MoneyField(_l("At most for a child (under 18)"), [Required()])
    period = RadioField(
        _l("Per"),
        choices=[
            SelectChoice("calendar", _l("calendar year")),
            SelectChoice("school", _l("school year, from 1 September")),
            SelectChoice("other", _l("year from another day")),
        ],
        default="calendar",
    )
    starts = YearDayField(_l("The year begins on"))
    last = YearDayField(_l("Last day to ask"), [Required()])
    years_later = RadioField(
        _l("That day lies"),
        choices=[
            SelectChoice("0", _l("in the same year as the cost")),
            SelectChoice("1", _l("in the year after")),
        ],
        default="1",
    )

    residents_only = BooleanField(_l("Only for who lives in the municipality"))
    minimum = MoneyField(_l("From which cost on"))
    excluded = BoxesField(
        _l("Not for these activities"),
        choices=[(code, term.label) for code, term in CATEGORIES.items()],
    )

    def validate_excluded(self, field: Any) -> None:
        """Something must be left."""
        if len(field.data) == len(CATEGORIES):
            raise WrongShape(_l("Leave at least one activity that the fund pays."))

    @property
    def has_more(self) -> bool:
        """Whether something of what is folded away was filled in, or is wrong."""
        more = (self.residents_only, self.minimum, self.excluded)
        return any(field.data or field.errors for field in more)

    def validate_percent(self, field: Any) -> None:
        """Only where a percentage was chosen; nothing is no rule."""
        if self.way.data == "percent" and not field.errors and not field.data:
            raise WrongShape(_l("Write a percentage of more than 0."))

    def validate_own(self, field: Any) -> None:
        """Only where an own share was chosen."""
        if self.way.data == "own_share" and not field.errors and field.data is None:
            raise WrongShape(_l("Write what the participant pays."))

    def validate_adult(self, field: Any) -> None:
        """Nothing is no limit."""
        if field.data == 0:
            raise WrongShape(_l("Write an amount of more than 0."))

    validate_child = validate_adult

    def validate_starts(self, field: Any) -> None:
        """Only where another day was chosen."""
        if self.period.data == "other" and not field.errors and not field.data:
            raise WrongShape(_l("Write day and month, such as 1/9."))

    def six(self) -> Six:
        """The answers."""
        by_percent = self.way.data == "percent"
        percent: Decimal | None = self.percent.data if by_percent else None
        return Six(
            title=self.title.data or "",
            statuses=tuple(self.statuses.data),
            percent=percent,
            own_cents=None if by_percent else self.own.data,
            adult_cents=self.adult.data or 0,
            child_cents=self.child.data or 0,
            starts=self._starts(),
            last=year_day(self.last.data or ""),
            years_later=int(self.years_later.data),
            residents_only=bool(self.residents_only.data),
            minimum_cents=self.minimum.data or None,
            excluded=tuple(self.excluded.data),
        )

    def _starts(self) -> YearDay:
        fixed = {"calendar": NEW_YEAR, "school": SCHOOL_YEAR}
        return fixed.get(self.period.data) or year_day(self.starts.data or "")


def year_day(typed: str) -> YearDay:
    """ "15/1" as a day that comes every year."""
    day, _slash, month = typed.partition("/")
    return YearDay(month=int(month), day=int(day))


class CopyForm(FlaskForm):
    """A rule that exists as the beginning of one's own."""

    source = SelectField(_l("From which regulation"), [Required()])
    copy_title = TextField(_l("Title of your regulation"), [Required()], max_length=MAX_TITLE)
