"""The shape of how somebody wants mail. It knows no rule."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields import SelectChoice

from accounts.notices.models import AT_ONCE, DAILY, NEVER
from core.pages.fields import TextField

LONGEST_ADDRESS = 254


class MailForm(FlaskForm):
    """How often, and where."""

    way = RadioField(
        _l("Mail about new notices"),
        choices=[
            SelectChoice(NEVER, _l("never")),
            SelectChoice(DAILY, _l("once a working day")),
            SelectChoice(AT_ONCE, _l("at once")),
        ],
    )
    address = TextField(_l("E-mail address"), max_length=LONGEST_ADDRESS)
