"""The form of a filing: the shape of what is typed. It knows no rule and reads no row."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import Optional
from wtforms.validators import ValidationError as WrongShape

from core import clock
from core.ids import row_id
from core.pages.fields import (
    BLANK,
    DateField,
    LongTextField,
    MoneyField,
    Required,
    SelectField,
    TextField,
    none_or,
)
from core.pages.hidden import HiddenField
from core.pages.kept import KeptFields
from core.pages.listed import Listed
from core.pages.words import language
from intake.asking.asked import DISCOUNT, FUND, FilingInput, RequestInput
from intake.asking.forms import ToldForm
from intake.asking.told import Told
from intake.filing.background import BackgroundFields
from intake.filing.fields import ChipField, PeopleField, choices, offered
from intake.filing.payers import PayerFields
from terms.lists import (
    CATEGORIES,
    EVIDENCE,
    LIFE_DOMAINS,
    PAYEES,
    REASONS,
)

REPORT_LENGTH = 10_000
NOTE_LENGTH = 4000
FIRST_YEAR, YEARS_AHEAD = 2000, 2
KINDS = ((FUND, _l("Culture Fund")), (DISCOUNT, _l("Discount")))


class FilingForm(FlaskForm, PayerFields, BackgroundFields):
    """The one form. Five fields make a common request; the rest is prefilled and folded."""

    Meta = KeptFields

    # How many papers of which kind were sent with it.
    papers: Mapping[str, int] = {}
    draft_id = HiddenField(default=lambda: str(uuid.uuid4()))
    # The version of the draft that this page was opened with; the file that it was opened for.
    draft_version = HiddenField(filters=[row_id])
    opened_for = HiddenField(filters=[row_id])
    # Of a correction: which request, and the version of it that this page was opened with.
    corrects = HiddenField(filters=[row_id])
    seen_version = HiddenField(filters=[row_id])
    client_id = PeopleField(_l("For whom?"), validators=[Required(_l("Choose for whom."))])
    what = TextField(
        _l("What?"),
        [Required(_l("Say what it is for, or pick it from the offer."))],
        max_length=160,
    )
    activity_id = HiddenField(filters=[row_id])
    # Whose part is to be filled in, as the rule says that it would be.
    first_payer = HiddenField()
    # Which questions of the rule stand on the page, and which lines.
    told_shape = HiddenField()
    lines_shape = HiddenField()
    # Without JavaScript an activity is picked from a list on the page.
    picked_id = HiddenField(filters=[row_id])
    cost = MoneyField(_l("Price"), [Required(_l("Fill in the price."))])
    cost_on = DateField(_l("Date of the cost"), [Required(_l("Fill in the date of the cost."))])
    reason = SelectField(
        _l("Reason"),
        [Required(_l("Choose a reason from the list."))],
        choices=choices(REASONS),
    )
    category = SelectField(_l("Kind of activity"), [Optional()], choices=choices(CATEGORIES))
    provider_name = TextField(_l("Provider"), [Optional()], max_length=160)
    kind = ChipField(_l("Ask as"), choices=offered(KINDS), default=FUND, validators=[Required()])
    payee = ChipField(
        _l("Whom do we pay?"),
        choices=offered(choices(PAYEES)),
        default="provider",
        validators=[Required()],
    )
    life_domain = SelectField(_l("Life domain"), [Optional()], choices=choices(LIFE_DOMAINS))
    goal = TextField(_l("Goal in the assistance plan"), [Optional()], max_length=200)
    # Only where the centre works with plans and the household has goals.
    plan_goal = SelectField(
        _l("Goal in the assistance plan"), [Optional()], blank=_l("no goal of the plan")
    )
    report = LongTextField(_l("Why?"), [Optional()], max_length=REPORT_LENGTH)
    note = LongTextField(_l("What must the approver know?"), [Optional()], max_length=NOTE_LENGTH)
    evidence_seen = SelectMultipleField(
        _l("Evidence seen"), choices=offered(choices(EVIDENCE)), validate_choice=False
    )

    # What the rule asks beside all this; the desk knows which rule.
    told: ToldForm | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """The fields of the form, and what the rule asks."""
        good = super().validate(extra_validators)
        good = not self.blame_payers() and good
        return (self.told is None or self.told.validate()) and bool(good)

    def offer_categories(self, covered: Sequence[str]) -> None:
        """Those that the rule pays come first; the others can be asked too, and get their no."""
        self.category.choices = _categories(tuple(covered), language())

    def name_goal_of(self, goal: str, life_domain: str, plan_goal_id: int | None) -> None:
        """Fill in the goal of an earlier filing; one of the plan that is over is not offered."""
        self.goal.data, self.life_domain.data = goal, life_domain or None
        self.plan_goal.data = str(plan_goal_id) if plan_goal_id else None

    def offer_goals(self, goals: Iterable[tuple[int, str]]) -> None:
        """Set which goals of the plan this form may name."""
        self.plan_goal.offer((str(number), words) for number, words in goals)

    def offer_people(self, people: Iterable[tuple[int, str]]) -> None:
        """Set for whom this form may ask."""
        self.client_id.choices = offered(people)

    def validate_draft_id(self, field: Field) -> None:
        """The key that makes one filing of the same form sent twice."""
        if draft_key(field.data) is None:
            raise WrongShape(_l("This form is not complete. Open it again."))

    def validate_cost(self, field: Field) -> None:
        """A cost of nothing is no cost."""
        if field.data == 0:
            raise WrongShape(_l("The price must be more than 0 euro."))

    def validate_cost_on(self, field: Field) -> None:
        """A slip of the year is caught here; what dates count is for the rule to say."""
        if field.data and not is_likely(field.data):
            raise WrongShape(_l("Check the year of this date."))

    def missing(self) -> list[Field]:
        """The fields without which the rule can give no amount; asks for no validation first."""
        empty = [field for field in (self.what, self.cost) if not field.data]
        unlikely = [] if is_likely(self.cost_on.data) else [self.cost_on]
        return empty + unlikely + self.unread_payers()

    def request_input(self, told: Told) -> RequestInput:
        """The one request of this form, as far as it is filled in: today where a date is missing."""
        cost_on: dt.date | None = self.cost_on.data
        return RequestInput(
            client_id=next(iter(self.client_id.data or ()), 0),
            what=self.what.data or "",
            cost_cents=self.cost.data or None,
            cost_on=cost_on if cost_on and is_likely(cost_on) else clock.today(),
            kind=DISCOUNT if self.kind.data == DISCOUNT else FUND,
            activity_id=self.activity_id.data,
            provider_name=self.provider_name.data or "",
            category=self.category.data,
            reason=self.reason.data or "",
            payee="client" if self.payee.data == "client" else "provider",
            other_parts=self.other_parts(),
            evidence_seen=tuple(code for code in EVIDENCE if code in self.seen()),
            told=told,
        )

    def seen(self) -> list[str]:
        """The codes of the evidence that was ticked, or that was sent with the form."""
        return list(dict.fromkeys((*(self.evidence_seen.data or ()), *self.papers)))

    def filing_input(self, requests: Iterable[RequestInput]) -> FilingInput:
        """The whole form, with its requests."""
        return FilingInput(
            requests=tuple(requests),
            life_domain=self.life_domain.data or "",
            goal=self.goal.data or "",
            plan_goal_id=row_id(self.plan_goal.data),
            report=self.report.data or "",
            **self.background(),
        )


@lru_cache(maxsize=64)
def _categories(covered: tuple[str, ...], _reads: str) -> Listed:
    """As one language heads them: made once for each scheme of a rule, whose text never changes."""
    heading = str(_l("Others: the rule does not pay these"))
    pairs = choices(CATEGORIES)
    paid = [SelectChoice(code, words) for code, words in pairs if code in covered]
    others = [
        SelectChoice(code, words, optgroup=heading) for code, words in pairs if code not in covered
    ]
    return Listed.of([SelectChoice("", BLANK), *paid, *others], none_or(str))


def is_likely(day: dt.date | None) -> bool:
    """A year that a cost can have; the nearest wrong key is a wrong century."""
    return day is not None and FIRST_YEAR <= day.year <= clock.today().year + YEARS_AHEAD


def draft_key(text: str | None) -> str | None:
    """The form's own key in its one spelling, or None when it is not one."""
    try:
        return str(uuid.UUID(text or ""))
    except ValueError:
        return None
