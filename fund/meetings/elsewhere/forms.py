"""The forms of agendas elsewhere: outcomes, a line for each item, and the template. They know no rule."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field, Form, FormField
from wtforms.validators import Optional
from wtforms.validators import ValidationError as WrongShape

from core import clock
from core.blame import blame
from core.errors import RuleBroken
from core.ids import row_id
from core.pages.fields import (
    DateField,
    LongTextField,
    MoneyField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
)
from core.pages.hidden import HiddenField
from fund.forms import REASONS_LENGTH, ground_field
from fund.meetings.elsewhere import outcomes
from fund.meetings.elsewhere.outcomes import LinesBroken, Said, Session
from fund.meetings.life import RATIFY
from fund.meetings.models import Item
from fund.meetings.votes.forms import NotRatified
from fund.reasons import REASONS

LINE: Final = "item-"


class Line(Form):
    """The outcome of one item; what it began with is the usual one."""

    seen = HiddenField()
    outcome = SelectField(
        _l("Outcome"),
        [Required()],
        choices=(
            (outcomes.AS_PROPOSED, _l("as proposed")),
            (outcomes.OTHER_AMOUNT, _l("another amount")),
            (outcomes.REFUSED, _l("refused")),
            (outcomes.PUT_OFF, _l("put off")),
            (outcomes.NOT_ADOPTED, _l("proposal rejected")),
        ),
    )
    amount = MoneyField(_l("Amount"), [Optional()])
    reason_code = SelectField(
        _l("Reason"),
        [Optional()],
        choices=[(reason.code, reason.words) for reason in REASONS.values()],
    )
    reasons = LongTextField(_l("In plain words, for the client"), max_length=REASONS_LENGTH)
    # Of a revision below what was paid.
    ground = ground_field()

    @property
    def said(self) -> Said:
        """As typed."""
        return Said(
            outcome=self.outcome.data or "",
            seen=self.seen.data or "",
            amount_cents=self.amount.data or 0,
            reason_code=self.reason_code.data or "",
            reasons=self.reasons.data or "",
            ground=self.ground.data or "",
        )


class RatifyLine(NotRatified):
    """The same of an urgent grant."""

    seen = HiddenField()
    outcome = SelectField(
        _l("Outcome"),
        [Required()],
        choices=(
            (outcomes.RATIFIED, _l("ratified")),
            (outcomes.NOT_RATIFIED, _l("not ratified")),
        ),
    )

    @property
    def said(self) -> Said:
        """As typed."""
        return Said(
            outcome=self.outcome.data or "",
            seen=self.seen.data or "",
            reasons=self.asked_back.reasons,
            recover_cents=self.asked_back.recover_cents,
            ground=self.asked_back.ground,
        )


class OutcomesForm(FlaskForm):
    """The parent; a line for each item is added by `outcomes_form`."""

    number = TextField(_l("Number of the session there"), [Required()], max_length=40)
    held_on = DateField(_l("Date of the session"), [Required(), NotAfterToday()])
    # Which items stood on the page, with a comma between them.
    items = HiddenField()

    @property
    def session(self) -> Session:
        """As typed."""
        return Session(self.number.data or "", self.held_on.data or clock.today())

    def line_of(self, item: Item) -> Any:
        """Its fields."""
        return self[f"{LINE}{item.id}"].form

    def said_on(self, items: Iterable[Item]) -> Mapping[int, Said]:
        """By item what was said of what stood on the page; of what fell away since, nothing."""
        lines = {one.id: self.line_of(one) for one in items}
        shown = filter(None, map(row_id, (self.items.data or "").split(",")))
        return {one: lines[one].said if one in lines else Said(outcome="") for one in shown}

    def show(self, items: Iterable[Item]) -> None:
        """What stands on the page from now on, whatever stood there before."""
        items = list(items)
        self.items.data = ",".join(str(one.id) for one in items)
        for one in items:
            self.line_of(one).seen.data = one.drafted_at.isoformat()

    def blame_lines(self, broken: LinesBroken, items: Iterable[Item]) -> None:
        """Each sentence beside its own line, and at the top with the number of its request."""
        for item in items:
            one = broken.lines.get(item.id)
            if one is None:
                continue
            name, said, number = f"{LINE}{item.id}", str(one), item.request.number
            field = one.field if one.field in self[name].form else "outcome"
            words = said if number in said else f"{number}: {said}"
            blame(self, RuleBroken(words, f"{name}-{field}"))


def outcomes_form(
    items: Iterable[Item], planned_day: dt.date, *, fresh: bool = False
) -> OutcomesForm:
    """As it was sent, or `fresh`: everything as proposed, on the planned day."""
    items = list(items)
    lines = {
        f"{LINE}{one.id}": FormField(RatifyLine if one.kind == RATIFY else Line) for one in items
    }
    form_class: type[OutcomesForm] = type("LinesForm", (OutcomesForm,), lines)
    now: dict[str, Any] = {
        f"{LINE}{one.id}": {
            "outcome": outcomes.RATIFIED if one.kind == RATIFY else outcomes.AS_PROPOSED
        }
        for one in items
    }
    now["held_on"] = planned_day
    return form_class(formdata=None, data=now) if fresh else form_class(data=now)


class TemplateForm(FlaskForm):
    """The template of an item, as a file."""

    file = FileField(_l("Word file"))

    def validate_file(self, field: Field) -> None:
        """There must be one."""
        if not field.data:
            raise WrongShape(_l("Choose a file."))
