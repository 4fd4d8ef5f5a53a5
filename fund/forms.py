"""The forms of the fund: the shape of what an approver types. They know no rule and read no row."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional

from core.clock import today
from core.ids import row_id
from core.pages.fields import (
    DateField,
    LongTextField,
    MoneyField,
    Required,
    SelectField,
)
from core.pages.hidden import HiddenField
from fund.reasons import REASONS
from intake.questions.clock import CLIENT, WORKER, answer_day
from terms.rule_lists import RECOVERY_GROUNDS

REASONS_LENGTH = 5_000


class VersionForm(FlaskForm):
    """The request as it was seen. Without a version nothing was seen: that is a conflict."""

    version = HiddenField(filters=[row_id])

    @property
    def seen_version(self) -> int:
        """The version that stood on the page."""
        return self.version.data or 0


class SentForm(VersionForm):
    """The letter has left; whether the service wrote it itself."""

    own = BooleanField(_l("The service sent a letter of its own"), id="sent-own")


def ground_field() -> SelectField:
    """On what ground what was paid must come back; whether it is needed the rule says."""
    return SelectField(
        _l("On what ground"),
        [Optional()],
        choices=[(one.code, one.label) for one in RECOVERY_GROUNDS.values()],
    )


class GrantForm(VersionForm):
    """What the rule gives, as shown."""

    shown_cents = HiddenField(filters=[row_id])


class AmountForm(GrantForm):
    """Another amount, with the reason."""

    amount = MoneyField(_l("Amount"), [Required(_l("Fill in an amount."))], id="amount")
    reasons = LongTextField(
        _l("Why another amount?"),
        [Required(_l("Say why you grant another amount."))],
        max_length=REASONS_LENGTH,
        id="amount-reasons",
    )

    deviates_from = SelectField(
        _l("Deviates from"),
        [Optional()],
        blank=_l("another reason"),
        validate_choice=False,
        id="deviates-from",
    )


class AskForm(VersionForm):
    """A question to the worker or the client."""

    question = LongTextField(
        _l("Your question"),
        [Required(_l("Write your question."))],
        max_length=REASONS_LENGTH,
        id="question",
    )
    to_whom = RadioField(
        _l("To whom?"),
        [Optional()],
        choices=[
            SelectChoice(WORKER, _l("to the worker")),
            SelectChoice(CLIENT, _l("to the client, by letter")),
        ],
        default=WORKER,
    )
    answer_by = DateField(
        _l("Answer by"), [Optional()], default=lambda: answer_day(today()), id="answer-by"
    )


class ConfirmForm(VersionForm):
    """Confirmed; of a revision below what was paid also on what ground the rest must come back."""

    ground = ground_field()


class SendBackForm(VersionForm):
    """Not confirmed, and why."""

    why = LongTextField(
        _l("Why?"),
        [Required(_l("Say in plain words why."))],
        max_length=REASONS_LENGTH,
        id="send-back-why",
    )


class RefuseForm(VersionForm):
    """A refusal, with its reason in rule and in fact."""

    reason_code = SelectField(
        _l("Reason"),
        [Required(_l("Choose a reason from the list."))],
        choices=[(reason.code, reason.words) for reason in REASONS.values()],
        id="reason-code",
    )
    reasons = LongTextField(
        _l("In your own words, for the client"),
        [Required(_l("Say in plain words why."))],
        max_length=REASONS_LENGTH,
        id="refuse-reasons",
    )
