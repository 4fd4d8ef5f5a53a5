"""The shape of what narrows the offer. It stands in the address, for it names nobody."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField

from core.ids import row_id
from core.pages.fields import MoneyField, SelectField, TextField
from core.pages.hidden import HiddenField
from offer.fields import AgeField, offered
from offer.search.wanted import Wanted
from terms.lists import CATEGORIES, NEIGHBOURHOODS
from terms.offer_lists import THEMES, WEEKDAYS


class FilterForm(FlaskForm):
    """What narrows the offer."""

    class Meta:
        """Sent by GET: no token."""

        csrf = False

    words = TextField(_l("Activity or provider"), max_length=100)
    age = AgeField(_l("Age"))
    category = SelectField(_l("Category"), choices=offered(CATEGORIES), blank=_l("All categories"))
    theme = SelectField(_l("Theme"), choices=offered(THEMES), blank=_l("All themes"))
    neighbourhood = SelectField(
        _l("Neighbourhood"), choices=[(one, one) for one in NEIGHBOURHOODS], blank=_l("Everywhere")
    )
    day = SelectField(_l("Day"), choices=offered(WEEKDAYS), blank=_l("Any day"))
    most_cents = MoneyField(_l("Client pays at most"))
    step_free = BooleanField(_l("Wheelchair accessible"))
    no_names = BooleanField(_l("No list of names"))
    favourite = BooleanField(_l("Our favourites"))
    # The number of the client at hand, for whom something is looked up; the offer hands it on, no more.
    client = HiddenField(filters=[row_id])

    def wanted(self) -> Wanted:
        """What can be read; what cannot narrows nothing, and says so at its field."""
        self.validate()
        good = {
            name: self[name].data
            for name in Wanted.__dataclass_fields__
            if not self[name].errors and self[name].data is not None
        }
        return Wanted(**good)

    def kept(self) -> dict[str, Any]:
        """What an address keeps of it: what narrows, and for whom."""
        client = self.client.data
        return self.wanted().typed() | ({"client": str(client)} if client else {})
