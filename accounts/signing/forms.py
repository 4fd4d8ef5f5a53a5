"""The shape of what is typed to sign in and about one's own account. The forms know no rule."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectField
from wtforms.fields import SelectChoice

from accounts.fields import NAME, USERNAME, PassphraseField, UsernameField
from core.pages.fields import Required, TextField
from core.pages.hidden import HiddenField


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
