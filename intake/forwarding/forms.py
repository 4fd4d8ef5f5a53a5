"""The form of forwarding: the shape of what is typed. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.ids import row_id
from core.pages.fields import LongTextField, Required, TextField
from core.pages.hidden import HiddenField
from intake.forwarding.actions import Elsewhere


class ForwardForm(FlaskForm):
    """To which centre, and why."""

    seen_version = HiddenField(filters=[row_id])
    centre = TextField(
        _l("Which centre is competent?"), [Required(_l("Name the centre."))], max_length=160
    )
    address = LongTextField(_l("Its address, for the letter"), max_length=300)
    why = LongTextField(
        _l("Why is that centre competent?"),
        [Required(_l("Say why that centre is competent."))],
        max_length=2_000,
    )

    @property
    def elsewhere(self) -> Elsewhere:
        """What was typed, for the verb."""
        return Elsewhere(self.centre.data, self.address.data or "", self.why.data)
