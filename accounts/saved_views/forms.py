"""The shape of a view's name. It reads what is typed."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.pages.fields import Required, TextField


class ViewForm(FlaskForm):
    """How somebody calls a view."""

    name = TextField(_l("Name of the view"), [Required()], max_length=40)
