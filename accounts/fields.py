"""The fields of this room that several of its forms share."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import Regexp
from wtforms.widgets import PasswordInput

from core.errors import Words
from core.pages.fields import Required, TextField

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
