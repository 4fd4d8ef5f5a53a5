"""Shapes of the forms about who lives with whom. They read what is typed; rules are actions'."""

from collections.abc import Iterable, Iterator

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, RadioField
from wtforms.fields import SelectChoice

from core.clock import today
from core.pages.fields import DateField, NotAfterToday, Required, SelectField
from intake.people.forms import AddressForm
from intake.people.household.actions import BOTH, GOES, STAYS
from intake.people.models import Membership
from terms.lists import ROLES_IN_HOUSEHOLD

_roles = [(term.code, term.label) for term in ROLES_IN_HOUSEHOLD.values()]
_ways = [
    SelectChoice(GOES, _l("moves")),
    SelectChoice(STAYS, _l("stays")),
    SelectChoice(BOTH, _l("lives at both addresses")),
]


class MembershipForm(FlaskForm):
    """As what, and when, somebody belongs to the household."""

    role = SelectField(_l("Role"), [Required()], choices=_roles)
    from_on = DateField(_l("From"), [Required()])
    until_on = DateField(_l("Last day"))


class DeathForm(FlaskForm):
    """The day of a death; empty where it was noted by mistake."""

    died_on = DateField(_l("Died on"), [NotAfterToday()], default=today)


class MovingForm(AddressForm):
    """A new address, and of each member whether they go there."""

    @property
    def who(self) -> Iterator[Field]:
        """The field of each member."""
        return (field for field in self if field.name.startswith("who-"))

    def where(self) -> dict[int, str]:
        """What was chosen, by client."""
        return {int(field.name.removeprefix("who-")): field.data for field in self.who}


def moving_form(members: Iterable[Membership], names: dict[int, str]) -> MovingForm:
    """The form for this household; one who lives alone is not asked who goes."""
    rows = list(members)

    class Form(MovingForm):
        """With a field for each member."""

    for row in rows if len(rows) > 1 else ():
        ways = _ways if row.role == "child" else _ways[:2]
        name = names.get(row.client_id, row.client.name)
        setattr(Form, f"who-{row.client_id}", RadioField(name, choices=ways, default=GOES))
    return Form()
