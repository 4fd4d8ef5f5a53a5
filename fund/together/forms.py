"""The form of deciding together: which requests are ticked. It knows no rule."""

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField

from core.ids import row_id


class KeptForm(FlaskForm):
    """The numbers of the lines that are ticked."""

    kept = SelectMultipleField(coerce=row_id, validate_choice=False)
