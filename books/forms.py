"""The shape of what is typed in the books room. The forms know no balance and no rule."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import NumberRange
from wtforms.widgets import HiddenInput

from books.models import FundingSource
from books.words import PURPOSES
from core.pages.fields import MoneyField, Required, TextField

FIRST_YEAR, LAST_YEAR = 2018, 2099


class AmountForm(FlaskForm):
    """What a source gives."""

    seen_version = IntegerField(widget=HiddenInput())
    amount = MoneyField(_l("Amount"), [Required()])


class ShareForm(AmountForm):
    """A further source for a budget."""

    source = SelectField(_l("Source of money"), coerce=int)

    def offer(self, sources: Sequence[FundingSource]) -> None:
        """Set the sources that can be chosen."""
        self.source.choices = [SelectChoice(source.id, source.name) for source in sources]


class SourceForm(FlaskForm):
    """A new source of money."""

    name = TextField(_l("Name"), [Required()], max_length=40)


class YearForm(FlaskForm):
    """A budget for another year; a field for each source is added by `year_form`."""

    year = IntegerField(
        _l("Year"),
        [
            NumberRange(
                FIRST_YEAR,
                LAST_YEAR,
                _l("Write a year from %(first)s to %(last)s.", first=FIRST_YEAR, last=LAST_YEAR),
            )
        ],
    )
    purpose = SelectField(
        _l("For"), choices=[SelectChoice(code, words) for code, words in PURPOSES.items()]
    )


def year_form(sources: Sequence[FundingSource], year: int) -> YearForm:
    """The form with an amount for each source."""
    fields = {f"source_{source.id}": MoneyField(source.name) for source in sources}
    form_class: type[YearForm] = type("YearWithSources", (YearForm,), fields)
    return form_class(year=year)


def amounts_in(form: YearForm, sources: Sequence[FundingSource]) -> list[tuple[FundingSource, int]]:
    """What each source gives, in their order; a source without an amount gives nothing."""
    typed = [(source, form[f"source_{source.id}"].data) for source in sources]
    return [(source, cents) for source, cents in typed if cents is not None]
