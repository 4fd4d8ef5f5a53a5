"""Shapes of the forms about the offer. They read what is typed; rules are actions'."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField

from core.clock import today
from core.pages.fields import DateField, MoneyField, Required, SelectField, TextField, WholeNumber
from terms.lists import CATEGORIES, NEIGHBOURHOODS, PROVIDER_TYPES

_types = [(term.code, term.label) for term in PROVIDER_TYPES.values()]
_categories = [(term.code, term.label) for term in CATEGORIES.values()]
_neighbourhoods = [(name, name) for name in NEIGHBOURHOODS]


class FilterForm(FlaskForm):
    """What narrows the offer; it stands in the address, for it names nobody."""

    class Meta:
        """Sent by GET: no token."""

        csrf = False

    words = TextField(_l("Name of activity or provider"), max_length=100)
    category = SelectField(_l("Category"), choices=_categories, blank=_l("All categories"))


class ProviderForm(FlaskForm):
    """A provider."""

    name = TextField(_l("Name"), [Required()], max_length=160)
    provider_type = SelectField(_l("Kind of provider"), [Required()], choices=_types)
    neighbourhood = SelectField(_l("Neighbourhood"), choices=_neighbourhoods, blank=_l("Not known"))


class ActivityForm(FlaskForm):
    """An activity with its price."""

    name = TextField(_l("Name"), [Required()], max_length=160)
    category = SelectField(_l("Category"), [Required()], choices=_categories)
    price_cents = MoneyField(_l("Price"), [Required()])


def _percent(label: object) -> IntegerField:
    return IntegerField(label, [WholeNumber(0, 100)])


class AgreementForm(FlaskForm):
    """The three shares of a discount and their period."""

    client_percent = _percent(_l("The client pays (%)"))
    provider_percent = _percent(_l("The provider pays (%)"))
    network_percent = _percent(_l("The network pays (%)"))
    from_on = DateField(_l("From"), [Required()], default=today)
    until_on = DateField(_l("Until"))


class EndForm(FlaskForm):
    """The last day of an agreement."""

    until_on = DateField(_l("Last day"), [Required()], default=today)
