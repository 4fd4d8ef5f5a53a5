"""The forms of letters: how one left, which of a run did, what the sentences are. They know no rule."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField

from core.ids import row_id
from core.pages.fields import (
    DateField,
    LongTextField,
    Required,
    SelectField,
    TextField,
)
from core.pages.hidden import HiddenField
from fund.letters.actions import Sending
from fund.letters.slot import Slot
from fund.letters.terms import POST
from fund.letters.wording import WAYS

LONGEST_TEXT = 2_000
TRACKING_LENGTH = 40


class SentForm(FlaskForm):
    """How a letter left, and when."""

    version = HiddenField(filters=[row_id])
    way = SelectField(
        _l("How did it leave?"), [Required(_l("Choose how the letter was sent."))],
        choices=WAYS.items(), id="way", default=POST,
    )  # fmt: skip
    on = DateField(_l("On which day?"), [Required(_l("Fill in a date."))], id="on")
    tracking = TextField(
        _l("Number of the registered letter"), max_length=TRACKING_LENGTH, id="tracking"
    )
    own = BooleanField(_l("The service sent a letter of its own"), id="own")

    @property
    def sending(self) -> Sending:
        """As the action takes it."""
        tracking = self.tracking.data or ""
        return Sending(str(self.way.data), self.on.data, tracking, own=self.own.data)


class RunSentForm(FlaskForm):
    """Which letters of a run left, all in one way; the parent, see `run_form`."""

    way = HiddenField(default=POST)
    on = DateField(_l("On which day?"), [Required(_l("Fill in a date."))], id="on")

    @property
    def sending(self) -> Sending:
        """As the action takes it, without the numbers of registered letters."""
        return Sending(self.way.data or POST, self.on.data)

    def chosen(self, numbers: Iterable[int]) -> list[int]:
        """Those that are ticked."""
        return [one for one in numbers if self[f"goes-{one}"].data]

    def tracking(self, numbers: Iterable[int]) -> dict[int, str]:
        """The number of each registered letter."""
        return {one: self[f"tracking-{one}"].data or "" for one in numbers}


def run_form(numbers: Iterable[int], **data: Any) -> RunSentForm:
    """A form with a tick and a number for each letter."""
    fields: dict[str, Any] = {}
    for one in numbers:
        fields[f"goes-{one}"] = BooleanField(_l("Goes along"))
        fields[f"tracking-{one}"] = TextField(
            _l("Number of the registered letter"), max_length=TRACKING_LENGTH
        )
    form_class: type[RunSentForm] = type("RunForm", (RunSentForm,), fields)
    return form_class(data=data)


class ApproveForm(FlaskForm):
    """What was looked at when somebody approved it: the version, and the Dutch beside it."""

    version = HiddenField(filters=[row_id])
    dutch = HiddenField()


class TextForm(FlaskForm):
    """The sentences of a set; the parent, see `text_form`."""

    seen = HiddenField(filters=[row_id])

    def words(self, slots: Iterable[Slot]) -> dict[str, str]:
        """What was typed, by slot."""
        return {slot.code: self[f"{slot.code}-words"].data or "" for slot in slots}


def text_form(slots: Iterable[Slot], words: Mapping[str, str], seen: int) -> TextForm:
    """A form with a field for each slot."""
    fields = {
        f"{slot.code}-words": LongTextField(slot.label, max_length=LONGEST_TEXT) for slot in slots
    }
    form_class: type[TextForm] = type("SetForm", (TextForm,), fields)
    return form_class(
        data={"seen": seen, **{f"{code}-words": said for code, said in words.items()}}
    )
