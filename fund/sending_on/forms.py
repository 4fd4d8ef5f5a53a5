"""The form of sending on: the shape of what an approver types. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l

from core.pages.fields import LongTextField, Required, SelectField
from fund.forms import REASONS_LENGTH, VersionForm


class SendOnForm(VersionForm):
    """To which body, and why."""

    to_body = SelectField(
        _l("Who decides instead?"),
        [Required(_l("Choose who decides instead."))],
        validate_choice=False,
        id="to-body",
    )
    why = LongTextField(
        _l("Why does that body decide?"),
        [Required(_l("Say in plain words why."))],
        max_length=REASONS_LENGTH,
        id="send-on-why",
    )
