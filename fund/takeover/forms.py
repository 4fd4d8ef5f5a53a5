"""Forms of takeovers: which file, which column stands where. They know no row."""

from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field
from wtforms.validators import ValidationError as WrongShape

from core.pages.fields import SelectField
from core.pages.hidden import HiddenField
from fund.takeover.columns import KINDS
from fund.takeover.models import Takeover
from fund.takeover.sheets.sheet import Sheet
from intake.people.queries import workers

PREFIX: Final = "column-"


class UploadForm(FlaskForm):
    """The file of one kind."""

    kind = HiddenField()
    file = FileField(_l("File"))

    def validate_file(self, field: Field) -> None:
        """There must be one."""
        if not field.data:
            raise WrongShape(_l("Choose a file."))


class ColumnsForm(FlaskForm):
    """The parent; a choice for each column is added by `columns_form`."""

    worker = SelectField(_l("Files without a worker in the list are for"), coerce=int)

    @property
    def mapping(self) -> dict[str, int]:
        """By the name of a column its place in the file."""
        return {
            field.short_name.removeprefix(PREFIX): field.data
            for field in self
            if field.short_name.startswith(PREFIX) and field.data is not None
        }


def columns_form(takeover: Takeover, sheet: Sheet) -> ColumnsForm:
    """A form that shows what is read now."""
    places = [(at, words or f"({at + 1})") for at, words in enumerate(sheet.headings)]
    fields: dict[str, Any] = {
        PREFIX + one.name: SelectField(
            one.label,
            coerce=int,
            choices=places,
            blank=_l("Not in this file"),
            description=one.hint,
        )
        for one in KINDS[takeover.kind]
    }
    now = {PREFIX + name: place for name, place in takeover.mapping.items()}
    form_class: type[ColumnsForm] = type("ColumnsOfFileForm", (ColumnsForm,), fields)
    form = form_class(data={**now, "worker": takeover.worker_id})
    form.worker.offer((one.id, one.name) for one in workers())
    return form
