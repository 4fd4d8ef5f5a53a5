"""Shapes of the forms about the offer. They read what is typed; rules are actions'."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField

from core.clock import today
from core.pages.fields import (
    DateField,
    MoneyField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
    WholeNumber,
)
from offer.fields import AgeField, TermsField, YesNoField, offered
from terms.lists import CATEGORIES, NEIGHBOURHOODS, PROVIDER_TYPES
from terms.offer_lists import FACILITIES, THEMES, WEEKDAYS

_neighbourhoods = [(name, name) for name in NEIGHBOURHOODS]


class ProviderForm(FlaskForm):
    """A provider, and what it is like to come there."""

    name = TextField(_l("Name"), [Required()], max_length=160)
    provider_type = SelectField(
        _l("Kind of provider"), [Required()], choices=offered(PROVIDER_TYPES)
    )
    neighbourhood = SelectField(_l("Neighbourhood"), choices=_neighbourhoods, blank=_l("Not known"))
    address = TextField(_l("Street and number"), max_length=160)
    contact = TextField(_l("Website, telephone or e-mail"), max_length=200)
    names_asked = YesNoField(_l("Does it ask the names of who takes part?"), blank=_l("Not known"))
    facility_codes = TermsField(_l("What the place has"), FACILITIES)


class ActivityForm(FlaskForm):
    """An activity with its price, for whom and when."""

    name = TextField(_l("Name"), [Required()], max_length=160)
    category = SelectField(_l("Category"), [Required()], choices=offered(CATEGORIES))
    price_cents = MoneyField(_l("Price"), [Required()])
    theme = SelectField(_l("Theme"), choices=offered(THEMES), blank=_l("No theme"))
    age_from = AgeField(_l("From which age"))
    age_until = AgeField(_l("Up to and including"))
    days = TermsField(_l("On which days"), WEEKDAYS)
    times = TextField(_l("Hours and period"), max_length=120)
    checked_on = DateField(_l("Checked with the provider on"), [NotAfterToday()])


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
