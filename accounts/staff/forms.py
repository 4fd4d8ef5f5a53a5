"""The shape of what the administrator types about staff. The forms know no rule and no other row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.widgets import HiddenInput

from accounts.fields import NAME, UsernameField
from accounts.models import Team
from accounts.permissions import Role
from accounts.words import ROLE_WORDS
from core.pages.fields import Required, TextField
from core.pages.fields import SelectField as ChosenField


def role_boxes() -> SelectMultipleField:
    """The roles as checkboxes."""
    return SelectMultipleField(
        _l("Roles"),
        choices=[SelectChoice(str(role), words) for role, words in ROLE_WORDS.items()],
        coerce=str,
    )


class TeamChoice(FlaskForm):
    """The part that several forms share: which team, if any."""

    team = SelectField(_l("Team"), coerce=lambda value: int(value or 0))

    def offer(self, teams: list[Team]) -> None:
        """Set the teams that can be chosen."""
        self.team.choices = [
            SelectChoice(0, _l("No team")),
            *(SelectChoice(team.id, team.name) for team in teams),
        ]


class NewStaffForm(TeamChoice):
    """A new member of staff with an account."""

    name = TextField(_l("Name"), [Required()], max_length=NAME)
    username = UsernameField()
    roles = role_boxes()


class SamePersonForm(FlaskForm):
    """Who the same human being is."""

    other = ChosenField(_l("Is the same as"), [Required()], coerce=int)


class UnlinkForm(FlaskForm):
    """Which link was a mistake."""

    linked = IntegerField(widget=HiddenInput(), validators=[Required()])


class StaffForm(TeamChoice):
    """Name and team."""

    seen_version = IntegerField(widget=HiddenInput())
    name = TextField(_l("Name"), [Required()], max_length=NAME)


class AccountForm(FlaskForm):
    """A further account for the same person."""

    seen_version = IntegerField(widget=HiddenInput())
    username = UsernameField()
    roles = role_boxes()


class RolesForm(FlaskForm):
    """The roles of one account."""

    seen_version = IntegerField(widget=HiddenInput())
    roles = role_boxes()


class SeenForm(FlaskForm):
    """A button: only what was seen."""

    seen_version = IntegerField(widget=HiddenInput())


class TeamForm(FlaskForm):
    """A team's name."""

    name = TextField(_l("Name"), [Required()], max_length=80)


def roles_of(field: SelectMultipleField) -> frozenset[Role]:
    """The roles that are ticked."""
    return frozenset(Role(value) for value in field.data or ())
