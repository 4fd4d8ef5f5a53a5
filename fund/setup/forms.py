"""The form of the eight questions. It knows the shape of answers and no row."""

import re
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError as WrongShape

from core.pages.fields import LongTextField, MoneyField, Required, SelectField, TextField
from fund.setup.choices import BODIES
from terms.deciding import BASES

USERNAME: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._@-]{1,79}")
LONGEST_NAME: Final = 120
MOST_PEOPLE: Final = 20


@dataclass(frozen=True)
class Named:
    """Somebody of the staff, and the name to sign in with."""

    name: str
    username: str


class PeopleField(LongTextField):
    """People, one on each line: a name, a semicolon, the name to sign in with."""

    @property
    def people(self) -> list[Named]:
        """Those who were typed."""
        return [self._read(line) for line in (self.data or "").splitlines() if line.strip()]

    def pre_validate(self, form: Any) -> None:
        """Each line names one."""
        try:
            count = len(self.people)
        except ValueError as error:
            raise WrongShape(
                _l("Write on each line a name, a semicolon and a user name: Els Maes; els")
            ) from error
        if count > MOST_PEOPLE:
            raise WrongShape(
                _l("Begin with %(most)s people; add the others later.", most=MOST_PEOPLE)
            )

    def _read(self, line: str) -> Named:
        name, _sign, username = (part.strip() for part in line.partition(";"))
        fits = any(letter.isalpha() for letter in name) and len(name) <= LONGEST_NAME
        if not fits or not USERNAME.fullmatch(username):
            raise ValueError(line)
        return Named(name, username.casefold())


class QuestionsForm(FlaskForm):
    """Only the name, the basis and the body must be answered; the rest can follow later."""

    centre = TextField(_l("Name of the centre"), [Required()])
    fund = TextField(_l("Name of the fund"), max_length=100, default="Cultuurfonds")
    basis = RadioField(
        _l("On what does the fund rest?"),
        [Required()],
        choices=[SelectChoice(code, words) for code, words in BASES.items()],
    )
    body = RadioField(
        _l("Who decides?"),
        [Required()],
        choices=[SelectChoice(code, words) for code, words in BODIES.items()],
    )
    rule = SelectField(_l("Rule to begin with"), blank=_l("Later"))
    source = TextField(_l("Source of the money"), max_length=80)
    amount = MoneyField(_l("Amount for this year"))
    team = TextField(_l("Name of the team"), max_length=80)
    workers = PeopleField(_l("Social workers"))
    approvers = PeopleField(_l("Approver and stand-in"))
    heads = PeopleField(_l("Head of the service"))
    finance = PeopleField(_l("Finance"))
    sender_lines = LongTextField(_l("Address lines"), max_length=500)
    neutral_name = TextField(_l("Neutral name"))
    neutral_lines = LongTextField(_l("Neutral address lines"), max_length=500)

    @property
    def everybody(self) -> list[Named]:
        """All who get an account."""
        fields = (self.workers, self.approvers, self.heads, self.finance)
        return [one for field in fields for one in field.people]

    def validate_team(self, field: Any) -> None:
        """A worker's files belong to a team."""
        if self.workers.data and not field.data:
            raise WrongShape(_l("Name the team of the social workers."))

    def validate_source(self, field: Any) -> None:
        """An amount comes from somewhere."""
        if self.amount.data and not field.data:
            raise WrongShape(_l("Say where the money comes from."))
