"""The form of an urgent grant. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.ids import row_id
from core.pages.fields import (
    LongTextField,
    MoneyField,
    Required,
)
from core.pages.hidden import HiddenField
from fund.forms import REASONS_LENGTH


class UrgentForm(FlaskForm):
    """An urgent grant by the chair."""

    version = HiddenField(filters=[row_id])
    shown_cents = HiddenField(filters=[row_id])
    amount = MoneyField(_l("Amount"), [Required(_l("Fill in an amount."))], id="urgent-amount")
    why = LongTextField(
        _l("Why this cannot wait"),
        [Required(_l("Say why this cannot wait for the meeting."))],
        max_length=REASONS_LENGTH,
        id="urgent-why",
    )
    reasons = LongTextField(
        _l("Why another amount?"), max_length=REASONS_LENGTH, id="urgent-reasons"
    )

    @property
    def seen_version(self) -> int:
        """The version that stood on the page."""
        return self.version.data or 0
