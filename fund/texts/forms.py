"""The form of the words of a refusal. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.ids import row_id
from core.pages.fields import LongTextField, Required
from core.pages.hidden import HiddenField
from fund.texts.filling import LONGEST


class TextForm(FlaskForm):
    """The words with their placeholders, and the version that was on the page."""

    seen_number = HiddenField(filters=[row_id])
    words = LongTextField(
        _l("Text"),
        [Required(_l("Write the text. Or go back to the one that was shipped."))],
        max_length=LONGEST,
    )


class ShippedForm(FlaskForm):
    """Back to what was shipped."""

    seen_number = HiddenField(filters=[row_id])
