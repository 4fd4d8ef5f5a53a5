"""The shape of what is typed in the accounts room. The forms know no rule and no other row."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Regexp
from wtforms.widgets import HiddenInput, PasswordInput

from accounts.models import Team
from accounts.permissions import Role
from accounts.words import ROLE_WORDS
from core.errors import Words
from core.fields import Required, TextField

NAME = 120
USERNAME = 80
PASSPHRASE = 200


class PassphraseField(TextField):
    """A passphrase: read like all text, never written back into the page."""

    widget = PasswordInput(hide_value=True)

    def __init__(self, label: Words, validators: list[Required], **bound: Any) -> None:
        super().__init__(label, validators, max_length=PASSPHRASE, **bound)


class UsernameField(TextField):
    """A name to sign in with."""

    def __init__(self, **bound: Any) -> None:
        shape = Regexp(
            r"^[a-zA-Z0-9][a-zA-Z0-9._@-]{1,79}$",
            message=_l("Use letters without accents, figures, points and dashes."),
        )
        super().__init__(_l("User name"), [Required(), shape], max_length=USERNAME, **bound)


class SignInForm(FlaskForm):
    """Who are you?"""

    next = HiddenField()
    username = TextField(_l("User name"), [Required()], max_length=USERNAME)
    passphrase = PassphraseField(_l("Passphrase"), [Required()])


class FirstRunForm(FlaskForm):
    """The first administrator."""

    name = TextField(_l("Name"), [Required()], max_length=NAME)
    username = UsernameField()
    passphrase = PassphraseField(_l("Passphrase"), [Required()])


class PassphraseForm(FlaskForm):
    """Another passphrase, with the old one as proof."""

    old = PassphraseField(_l("Passphrase now"), [Required()])
    passphrase = PassphraseField(_l("New passphrase"), [Required()])


class PreferencesForm(FlaskForm):
    """How the pages speak."""

    language = SelectField(
        _l("Language"),
        choices=[SelectChoice("nl", "Nederlands"), SelectChoice("en", "English")],
    )
    shortcuts = BooleanField(_l("Single keys as shortcuts"))


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
