"""Shapes of the forms about referrals. They read what is typed; rules are actions'."""

import datetime as dt
import uuid
from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, IntegerField
from wtforms.validators import ValidationError

from accounts.links.actions import NewLink
from accounts.models import Team
from core.clock import add_days, today
from core.pages.fields import (
    BirthDate,
    DateField,
    LongTextField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
    WholeNumber,
)
from core.pages.hidden import HiddenField
from intake.people.persons import NewPerson
from intake.referrals.actions import KIND
from intake.referrals.told import Told
from terms.lists import ASIDE_REASONS

LONGEST_NAME = 80
LONGEST_PHONE = 40
MOST_USES = 100
LINK_DAYS = 30


class ReferralForm(FlaskForm):
    """What a partner tells: no more than it takes to call somebody back."""

    form_key = HiddenField(default=lambda: str(uuid.uuid4()))
    given_name = TextField(_l("Given name"), [Required()], max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), [Required()], max_length=LONGEST_NAME)
    contact = TextField(_l("Telephone or e-mail"), [Required()], max_length=120)
    wish = LongTextField(
        _l("What would this person like to do?"),
        [Required(_l("Write what this person would like to do."))],
        max_length=1000,
    )
    signed_by = TextField(_l("Who signed?"), [Required(_l("Write who signed."))], max_length=120)
    signed_on = DateField(_l("Signed on"), [Required(), NotAfterToday()])
    scope = TextField(
        _l("For what?"), [Required(_l("Write for what the mandate is."))], max_length=300
    )
    guide_name = TextField(_l("Name of who refers"), max_length=120)

    def validate_contact(self, field: Field) -> None:
        """What is no address for mail is a telephone number, and is kept as one."""
        if "@" not in (field.data or "") and len(field.data or "") > LONGEST_PHONE:
            raise ValidationError(_l("Write one telephone number or one e-mail address."))

    def validate_form_key(self, field: Field) -> None:
        """The key that makes one referral of the same form sent twice."""
        try:
            field.data = str(uuid.UUID(field.data or ""))
        except ValueError as error:
            raise ValidationError(_l("This form is not complete. Open it again.")) from error

    def told(self) -> Told:
        """What was typed, as the action takes it."""
        texts = ("given_name", "family_name", "contact", "wish", "signed_by", "scope", "guide_name")
        typed = {name: self[name].data or "" for name in texts}
        return Told(**typed, signed_on=self.signed_on.data or today())


class PaperForm(ReferralForm):
    """The same, typed in by a worker from paper."""

    organisation = TextField(_l("Organisation"), [Required()], max_length=120)


class LinkForm(FlaskForm):
    """A new link: for whom, until when, how many times."""

    organisation = TextField(_l("Organisation"), [Required()], max_length=120)
    team = SelectField(_l("Team"), [Required()], coerce=int)
    until_on = DateField(
        _l("Works until"), [Required()], default=lambda: add_days(today(), LINK_DAYS)
    )
    most_uses = IntegerField(_l("How many times?"), [WholeNumber(1, MOST_USES)], default=1)

    def offer_teams(self, teams: Iterable[Team]) -> None:
        """Set which teams may get what comes in; a single one is chosen."""
        self.teams = {one.id: one for one in teams}
        self.team.offer((one.id, one.name) for one in self.teams.values())
        if len(self.teams) == 1 and self.team.data is None:
            self.team.data = next(iter(self.teams))

    def new_link(self) -> NewLink:
        """What was typed, as the action takes it."""
        until_on, uses = self.until_on.data or today(), self.most_uses.data or 1
        team = self.teams[self.team.data]
        return NewLink(KIND, self.organisation.data or "", team, until_on, uses)


class TakeUpForm(FlaskForm):
    """Until when the mandate holds, whichever way it is taken up."""

    until_on = DateField(_l("Mandate holds until"), [Required()])

    def holds_until(self) -> dt.date:
        """The last day."""
        return self.until_on.data or today()


class OpenForm(TakeUpForm):
    """A new file for who was referred."""

    given_name = TextField(_l("Given name"), [Required()], max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), [Required()], max_length=LONGEST_NAME)
    birth_on = DateField(_l("Date of birth"), [Required(), BirthDate()], full_only=True)

    def person(self) -> NewPerson:
        """Who was typed."""
        assert self.birth_on.data is not None
        return NewPerson(
            self.given_name.data or "", self.family_name.data or "", self.birth_on.data
        )


class KnownForm(TakeUpForm):
    """A file that exists: picked from those with the same name, or by its number."""

    pick = HiddenField()
    file_number = TextField(_l("File number"), max_length=20)

    def validate_file_number(self, field: Field) -> None:
        """One of the two tells which file."""
        if not (field.data or self.pick.data):
            raise ValidationError(_l("Fill in a file number."))

    @property
    def number(self) -> str:
        """The number of the file that is meant."""
        return str(self.pick.data or self.file_number.data or "")


class AsideForm(FlaskForm):
    """Why it goes no further."""

    reason = SelectField(
        _l("Reason"),
        [Required()],
        choices=[(one.code, one.label) for one in ASIDE_REASONS.values()],
    )
