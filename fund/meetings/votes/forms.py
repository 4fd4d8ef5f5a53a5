"""The forms of a session: who is there, votes, minutes. They know no rule and read no row."""

from collections.abc import Mapping
from typing import Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Form, RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from core.ids import row_id
from core.pages.fields import (
    LongTextField,
    MoneyField,
    ReadField,
    Required,
)
from core.pages.hidden import HiddenField
from fund.forms import REASONS_LENGTH, ground_field
from fund.meetings.forms import SeenForm
from fund.meetings.life import DECIDE, RATIFY, REVISE
from fund.meetings.votes.actions import AskedBack
from fund.meetings.votes.counting import Votes

MOST_VOTES = 200


class CountField(ReadField):
    """How many: a small whole number."""

    def read(self, typed: str) -> int:
        if not typed.isdecimal() or int(typed) > MOST_VOTES:
            raise ValueError(_l("Write a whole number."))
        return int(typed)


class PresentForm(SeenForm):
    """Who is there, as persons."""

    present = SelectMultipleField(_l("Who is there"), coerce=row_id, validate_choice=False)

    @property
    def persons(self) -> list[int]:
        """Who was ticked."""
        return [one for one in self.present.data or () if one]


class AwayForm(FlaskForm):
    """A member who sits out for one item, or comes back."""

    person = HiddenField(filters=[row_id])
    out = RadioField(
        _l("Sits out"),
        [Optional()],
        choices=[
            SelectChoice("conflict", _l("conflict of interest")),
            SelectChoice("away", _l("away for a moment")),
            SelectChoice("", _l("votes")),
        ],
    )


class AdmitForm(FlaskForm):
    """How many let an urgent item in."""

    for_n = CountField(_l("For"), [Required()], id="admit-for")


class VotesForm(FlaskForm):
    """Counted votes; all fields empty is consensus."""

    for_n = CountField(_l("For"), [Optional()])
    against_n = CountField(_l("Against"), [Optional()])
    abstained_n = CountField(_l("Abstained"), [Optional()])

    @property
    def votes(self) -> Votes | None:
        """None where no votes were counted."""
        counted = (self.for_n.data, self.against_n.data, self.abstained_n.data)
        if all(one is None for one in counted):
            return None
        return Votes(*(one or 0 for one in counted))


class VoteForm(VotesForm, SeenForm):
    """The vote on one item, with a word for the minutes."""

    remark = LongTextField(_l("Word for the minutes"), max_length=REASONS_LENGTH)

    @property
    def asked_back(self) -> AskedBack | None:
        """What is said of money that must come back, where that may be asked."""
        return None


class NotRatified(Form):
    """What is reasoned when an urgent grant is not ratified, here or elsewhere."""

    reasons = LongTextField(_l("Why it is not ratified"), max_length=REASONS_LENGTH)
    recover = MoneyField(_l("Ask back of what was spent"), [Optional()])
    ground = ground_field()

    @property
    def asked_back(self) -> AskedBack:
        """As typed."""
        return AskedBack(
            reasons=self.reasons.data or "",
            recover_cents=self.recover.data or 0,
            ground=self.ground.data or "",
        )


class RatifyForm(NotRatified, VoteForm):
    """The vote on an urgent grant."""


class ReviseVoteForm(VoteForm):
    """The vote on another decision; below what was paid the rest must come back, on this ground."""

    ground = ground_field()

    @property
    def asked_back(self) -> AskedBack:
        """As typed."""
        return AskedBack(ground=self.ground.data or "")


VOTE_FORMS: Final[Mapping[str, type[VoteForm]]] = {
    DECIDE: VoteForm,
    REVISE: ReviseVoteForm,
    RATIFY: RatifyForm,
}


class BlockForm(VotesForm):
    """One vote on the clean items, as they stood on the page."""

    items = SelectMultipleField(coerce=row_id, validate_choice=False)

    @property
    def numbers(self) -> list[int]:
        """Which items stood there."""
        return [one for one in self.items.data or () if one]


class MinutesForm(SeenForm):
    """What was said beside the votes."""

    minutes = LongTextField(_l("Minutes of the session"), max_length=20_000)


class CorrectionForm(FlaskForm):
    """What the signed minutes put right."""

    words = LongTextField(_l("What was not right"), max_length=REASONS_LENGTH)
