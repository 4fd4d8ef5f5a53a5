"""The forms of intake's evidence: the shape of what is sent. They know no rule and open no file."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField
from wtforms.validators import ValidationError as WrongShape

from core import clock
from core.pages.fields import DateField, Required, SelectField, TextField
from terms.lists import EVIDENCE

MOST_AT_ONCE: Final = 10
# Ten photos of a phone; twice one file that may be 20 MB.
MOST_SENT_BYTES: Final = 42 * 1024 * 1024
YEARS_AHEAD: Final = 1
TOO_LARGE = _l("This is more than 40 MB together. Send fewer files at once, or smaller ones.")


class FilesField(MultipleFileField):
    """Files that were really chosen: a browser sends an empty part for a field without any."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Text under the name of a file is no file."""
        self.data: list[FileStorage] = [
            one for one in valuelist if isinstance(one, FileStorage) and one.filename
        ]


class PaperForm(FlaskForm):
    """Photos or files, and which proof they are."""

    kind = SelectField(_l("What is it?"), [Required(_l("Say which proof it is."))])
    files = FilesField(_l("Choose photos or files"))
    photo = FilesField(_l("Take a photo now"))

    @property
    def sent(self) -> list[FileStorage]:
        """What was chosen and what was photographed."""
        return [*(self.files.data or ()), *(self.photo.data or ())]

    def offer(self, first: Iterable[str]) -> "PaperForm":
        """All proofs that there are, those that the rule asks before the others."""
        _offer(self.kind, first)
        return self

    def validate_files(self, _field: FilesField) -> None:
        """At least one, and not too many."""
        if not self.sent:
            raise WrongShape(_l("Choose a file, or take a photo."))
        if len(self.sent) > MOST_AT_ONCE:
            raise WrongShape(_l("Send 10 files at once at most."))


class LaterForm(FlaskForm):
    """Which proof comes later, and when to be reminded."""

    kind = SelectField(_l("What comes later?"), [Required(_l("Say which proof it is."))])
    remind_on = DateField(_l("Remind me on"), [Required(_l("Fill in a date."))])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="later-", **kwargs)  # its page has a form for files too

    def offer(self, first: Iterable[str]) -> "LaterForm":
        """As above."""
        _offer(self.kind, first)
        return self

    @property
    def day(self) -> dt.date:
        """When to be reminded; today where nothing stands there."""
        day: dt.date | None = self.remind_on.data
        return day or clock.today()

    def validate_remind_on(self, field: DateField) -> None:
        """From today on, and not so far that nobody is here any more."""
        last = clock.today().replace(day=1) + dt.timedelta(days=366 * YEARS_AHEAD)
        if field.data and not clock.today() <= field.data <= last:
            raise WrongShape(_l("Choose a day between today and a year from now."))


class NewFileForm(FlaskForm):
    """Another file in the place of one that is there."""

    files = FilesField(_l("The right photo or file"))

    @property
    def sent(self) -> list[FileStorage]:
        """What was chosen."""
        return list(self.files.data or ())

    def validate_files(self, _field: FilesField) -> None:
        """One."""
        if len(self.sent) != 1:
            raise WrongShape(_l("Choose one file."))


class GoForm(FlaskForm):
    """Why a paper is taken back."""

    why = TextField(_l("Why?"), [Required(_l("Say in a few words why."))], max_length=200)


def _offer(field: SelectField, first: Iterable[str]) -> None:
    labels: Mapping[str, Any] = {code: term.label for code, term in EVIDENCE.items()}
    asked = [code for code in dict.fromkeys(first) if code in labels]
    field.offer((code, labels[code]) for code in (*asked, *(c for c in labels if c not in asked)))
