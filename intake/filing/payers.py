"""Who pays something already, as fields of the form of a filing: an amount, or how far it is. It knows no rule."""

from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import Optional

from core.pages.fields import MoneyField, SelectField
from intake.asking.asked import PAYS, OtherPart
from intake.filing.fields import choices
from terms.lists import PAYER_ANSWERS, PAYERS

_answers = [pair for pair in choices(PAYER_ANSWERS) if pair[0] != PAYS]
# These give nothing, so no amount goes with them.
_NOTHING: Final = ("refused", "not_applicable")


def _amount(code: str) -> MoneyField:
    return MoneyField(PAYERS[code].label, [Optional()])


def _answer(code: str) -> SelectField:
    label = _l("%(payer)s: how far is it?", payer=PAYERS[code].label)
    return SelectField(label, [Optional()], choices=_answers, blank="–")


class PayerFields:
    """For each payer of the list an amount and an answer; both stay empty for who was not asked."""

    part_health_fund, answer_health_fund = _amount("health_fund"), _answer("health_fund")
    part_rap_op_stap, answer_rap_op_stap = _amount("rap_op_stap"), _answer("rap_op_stap")
    part_school, answer_school = _amount("school"), _answer("school")
    part_uitpas, answer_uitpas = _amount("uitpas"), _answer("uitpas")
    part_discount, answer_discount = _amount("discount"), _answer("discount")
    part_other_payer, answer_other_payer = _amount("other_payer"), _answer("other_payer")

    def payer_fields(self) -> list[tuple[Field, Field]]:
        """(amount, answer) of each payer, in the order of the list."""
        return [(self._of("part", code), self._of("answer", code)) for code in PAYERS]

    def names_payers(self) -> bool:
        """Was anything typed or chosen about them?"""
        told = (one.raw_data or () for pair in self.payer_fields() for one in pair)
        return any(value for values in told for value in values)

    def other_parts(self) -> tuple[OtherPart, ...]:
        """What others pay or said, as far as it can be read."""
        return tuple(
            OtherPart(payer=code, amount_cents=amount.data or 0, answer=answer.data or PAYS)
            for code, (amount, answer) in zip(PAYERS, self.payer_fields(), strict=True)
            if _says(amount, answer)
        )

    def unread_payers(self) -> list[Field]:
        """What cannot be read yet, or contradicts itself."""
        pairs = self.payer_fields()
        unread = [pair[0] for pair in pairs if pair[0].process_errors]
        return unread + [pair[1] for pair in pairs if _clash(*pair)]

    def blame_payers(self) -> bool:
        """Say at each answer that gives nothing that an amount stands beside it; was there any?"""
        wrong = [pair[1] for pair in self.payer_fields() if _clash(*pair)]
        for answer in wrong:
            answer.errors = [_("This payer gives nothing. Take the amount away, or the answer.")]
        return bool(wrong)

    def _of(self, part: str, code: str) -> Any:
        return getattr(self, f"{part}_{code}")


def _says(amount: Field, answer: Field) -> bool:
    known = answer.data in PAYER_ANSWERS
    return not _clash(amount, answer) and (known or (amount.data and not answer.data))


def _clash(amount: Field, answer: Field) -> bool:
    return bool(amount.data) and answer.data in _NOTHING
