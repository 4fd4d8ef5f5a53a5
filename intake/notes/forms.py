"""The shape of the form for a note. It reads what is typed."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField

from core.pages.fields import LongTextField, Required


class NoteForm(FlaskForm):
    """A note, and whether it is for few."""

    words = LongTextField(_l("Note"), [Required()], max_length=4000)
    confidential = BooleanField(_l("Confidential: only for me and the head of the service"))
