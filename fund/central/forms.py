"""The form of the central file: which days, whose requests. It knows no rule and reads no row."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.clock import today
from core.pages.fields import DateField, Required
from fund.central.queries import MINE, TEAM, Period
from intake.filing.fields import ChipField, offered


class PeriodForm(FlaskForm):
    """It changes nothing, so it is asked by its address and needs no token."""

    class Meta:
        """Asked with GET."""

        csrf = False

    from_on = DateField(_l("Decided from"), [Required(_l("Fill in the first day."))])
    until_on = DateField(_l("Decided until"), [Required(_l("Fill in the last day."))])
    scope = ChipField(
        _l("Whose requests"),
        choices=offered([(MINE, _l("Mine")), (TEAM, _l("All that I work on"))]),
        default=MINE,
        validators=[Required(_l("Choose something from the list."))],
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """The days in their order."""
        good = super().validate(extra_validators)
        first, last = self.from_on.data, self.until_on.data
        if first and last and last < first:
            self.until_on.errors = [_l("The last day lies before the first.")]
            return False
        return bool(good)

    @property
    def period(self) -> Period:
        """Once it is well formed."""
        on = today()
        return Period(self.from_on.data or on, self.until_on.data or on, self.scope.data)
