"""The form of the regulation room: a rule's text as a file or pasted. It knows no rule."""

from functools import cached_property

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field, TextAreaField
from wtforms.validators import ValidationError as WrongShape

from regulation.files.table import RuleFileError
from regulation.versions.texts import decoded


class BringInForm(FlaskForm):
    """One of the two, never both: nobody has to guess which one counted."""

    file = FileField(_l("File"))
    text = TextAreaField(_l("Or the text itself"))

    @property
    def used(self) -> str:
        """The field whose text counts."""
        return "file" if self.file.data else "text"

    @cached_property
    def toml_text(self) -> str:
        """The rule's text to the letter. A browser sends pasted lines with other ends than a file has."""
        if self.used == "file":
            return decoded(self.file.data.read())
        return (self.text.data or "").replace("\r\n", "\n")

    def validate_file(self, field: Field) -> None:
        """Something must be there, and it must be text."""
        if not field.data and not (self.text.data or "").strip():
            raise WrongShape(_l("Choose a file, or paste its text."))
        try:
            _ = self.toml_text
        except RuleFileError as error:
            raise WrongShape(error.message) from error

    def validate_text(self, field: Field) -> None:
        """Beside a file it says nothing."""
        if self.file.data and (field.data or "").strip():
            raise WrongShape(_l("You chose a file as well. Give one of the two."))
