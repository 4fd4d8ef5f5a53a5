"""Shapes of the forms about merging. They read what is typed; rules are actions'."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.pages.fields import Required, TextField


class OtherFileForm(FlaskForm):
    """Which other file is of the same person."""

    file_number = TextField(_l("File number of the other file"), [Required()], max_length=20)


class MergeForm(FlaskForm):
    """Nothing to fill in: who sends it has seen the preview."""
