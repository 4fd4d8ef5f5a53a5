"""The form of a revision: the shape of what an approver types. It knows no rule and reads no row."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Optional

from core.pages.fields import LongTextField, MoneyField, Required, SelectField
from fund.forms import REASONS_LENGTH, VersionForm, ground_field
from fund.reasons import REASONS
from fund.revising.actions import GRANT, REFUSE, Wanted
from regulation.findings.assessment import Assessment
from terms.lists import EVIDENCE


class ReviseForm(VersionForm):
    """Another decision, with its reasons."""

    ruling = RadioField(
        _l("New decision"),
        [InputRequired(_l("Choose what is decided now."))],
        choices=[SelectChoice(GRANT, _l("Grant it")), SelectChoice(REFUSE, _l("Refuse"))],
    )
    amount = MoneyField(_l("Amount, when you grant"), [Optional()], id="amount")
    reason_code = SelectField(
        _l("Reason, when you refuse"),
        [Optional()],
        choices=[(reason.code, reason.words) for reason in REASONS.values()],
        id="reason-code",
    )
    ground = ground_field()
    seen = SelectMultipleField(
        _l("Evidence that was seen since"),
        choices=[SelectChoice(one.code, one.label) for one in EVIDENCE.values()],
    )
    reasons = LongTextField(
        _l("Why is the decision revised?"),
        [Required(_l("Say why the decision is revised."))],
        max_length=REASONS_LENGTH,
        id="revise-reasons",
    )

    def offer_proofs(self, found: Assessment) -> None:
        """Only what the rule asks and nobody has seen."""
        codes = {code for asked in found.evidence if not asked.seen for code in asked.any_of}
        self.seen.choices = [
            SelectChoice(one.code, one.label) for one in EVIDENCE.values() if one.code in codes
        ]

    @property
    def wanted(self) -> Wanted:
        """What was typed, for the verb."""
        return Wanted(
            ruling=self.ruling.data,
            amount_cents=self.amount.data or 0,
            reason_code=self.reason_code.data or "",
            reasons=self.reasons.data,
            ground=self.ground.data or "",
            seen=tuple(self.seen.data or ()),
        )
