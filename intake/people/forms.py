"""Shapes of the forms about clients and households. They read what is typed; rules are actions'."""

import datetime as dt
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField
from wtforms.validators import ValidationError

from core.clock import today
from core.pages.fields import (
    BirthDate,
    DateField,
    IbanField,
    NationalNumberField,
    Required,
    SelectField,
    TextField,
    missing,
)
from intake.people.persons import NewClient, NewPerson
from intake.people.twins.queries import Typed
from terms.lists import NEIGHBOURHOODS, ROLES_IN_HOUSEHOLD, STATUSES

LONGEST_NAME = 80
MOST_MEMBERS = 12

_statuses = [(term.code, term.label) for term in STATUSES.values()]
_roles = [(term.code, term.label) for term in ROLES_IN_HOUSEHOLD.values()]
_neighbourhoods = [(name, name) for name in NEIGHBOURHOODS]


def _this_year() -> dt.date:
    return dt.date(today().year, 1, 1)


class MemberForm(Form):
    """Somebody of the household; a row without given name and birth date is no row."""

    given_name = TextField(_l("Given name"), max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), max_length=LONGEST_NAME)
    birth_on = DateField(_l("Date of birth"), [BirthDate()], full_only=True)
    role = SelectField(_l("Role"), choices=_roles, blank=_l("By age"))

    @property
    def is_empty(self) -> bool:
        """Nothing of this person was typed."""
        return not self.given_name.data and not self.birth_on._value()

    def validate(self, extra_validators: Any = None) -> bool:
        """What was begun is finished: a name and a birth date, or neither."""
        if not super().validate(extra_validators):
            return False
        if self.is_empty:
            return True
        for field in (self.given_name, self.birth_on):
            if not field.data:
                field.errors = [missing(field)]
        return not self.errors

    def person(self, family_name: str) -> NewPerson:
        """Who was typed; an empty family name is the client's."""
        assert self.birth_on.data is not None
        return NewPerson(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or family_name,
            birth_on=self.birth_on.data,
            role=self.role.data or "",
            prefix=self.given_name.name.removesuffix("given_name"),
        )


class AddressFields:
    """Where a household lives; all of it may stay empty."""

    neighbourhood = SelectField(_l("Neighbourhood"), choices=_neighbourhoods, blank=_l("Not known"))
    street = TextField(_l("Street and number"), max_length=160)
    postal_code = TextField(_l("Postal code"), max_length=10)
    town = TextField(_l("Town"), max_length=80)

    def parts(self) -> dict[str, str]:
        """The columns of an address."""
        names = ("neighbourhood", "street", "postal_code", "town")
        return {name: getattr(self, name).data or "" for name in names}


class NewClientForm(FlaskForm, AddressFields):
    """A new client with the household."""

    given_name = TextField(_l("Given name"), [Required()], max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), [Required()], max_length=LONGEST_NAME)
    birth_on = DateField(_l("Date of birth"), [Required(), BirthDate()], full_only=True)
    members = FieldList(FormField(MemberForm), max_entries=MOST_MEMBERS)
    status = SelectField(_l("Status"), choices=_statuses, blank=_l("No status yet"))
    status_from_on = DateField(_l("Status since"), default=_this_year)
    status_until_on = DateField(_l("Status until"))
    national_number = NationalNumberField(_l("National number"))
    iban = IbanField(_l("Account number"))
    file_number = TextField(_l("File number of your own"), max_length=20)
    case_number = TextField(_l("Case number of the centre"), max_length=30)

    def new_client(self) -> NewClient:
        """What was typed, as the action takes it."""
        family_name = self.family_name.data or ""
        assert self.birth_on.data is not None
        return NewClient(
            person=NewPerson(self.given_name.data or "", family_name, self.birth_on.data),
            members=tuple(
                row.form.person(family_name) for row in self.members if not row.form.is_empty
            ),
            status=self.status.data or "",
            status_from_on=self.status_from_on.data,
            status_until_on=self.status_until_on.data,
            national_number=self.national_number.data or "",
            iban=self.iban.data or "",
            file_number=self.file_number.data or "",
            case_number=self.case_number.data or "",
            **self.parts(),
        )

    def more_members(self, *, one_more: bool) -> None:
        """A row more, as long as there is room; the family name is the client's."""
        if one_more and len(self.members) < MOST_MEMBERS:
            self.members.append_entry({"family_name": self.family_name.data})

    def people_so_far(self) -> list[Typed]:
        """Everybody of whom name and birth date are known, for the warning while typing."""
        rows: list[Any] = [self, *(row.form for row in self.members)]
        return [
            Typed(row.given_name.data, row.family_name.data or last, row.birth_on.data)
            for row in rows
            if row.given_name.data and row.birth_on.data and (last := self.family_name.data)
        ]


class MemberToAddForm(FlaskForm):
    """One more member of a household that exists."""

    given_name = TextField(_l("Given name"), [Required()], max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), [Required()], max_length=LONGEST_NAME)
    birth_on = DateField(_l("Date of birth"), [Required(), BirthDate()], full_only=True)
    role = SelectField(_l("Role"), choices=_roles, blank=_l("By age"))

    def person(self) -> NewPerson:
        """Who was typed."""
        assert self.birth_on.data is not None
        return NewPerson(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            birth_on=self.birth_on.data,
            role=self.role.data or "",
        )


class CorrectionForm(FlaskForm):
    """What may have been typed wrongly."""

    given_name = TextField(_l("Given name"), [Required()], max_length=LONGEST_NAME)
    family_name = TextField(_l("Family name"), [Required()], max_length=LONGEST_NAME)
    birth_on = DateField(_l("Date of birth"), [Required(), BirthDate()], full_only=True)
    file_number = TextField(_l("File number"), [Required()], max_length=20)

    def person(self) -> NewPerson:
        """Who it should be."""
        assert self.birth_on.data is not None
        return NewPerson(
            self.given_name.data or "", self.family_name.data or "", self.birth_on.data
        )


class StatusForm(FlaskForm):
    """A status with its period."""

    status = SelectField(_l("Status"), [Required()], choices=_statuses)
    status_from_on = DateField(_l("Status since"), [Required()], default=_this_year)
    status_until_on = DateField(_l("Status until"))
    proof_seen = BooleanField(_l("I saw the proof today"))


class EndForm(FlaskForm):
    """The last day of something."""

    until_on = DateField(_l("Last day"), [Required()], default=today)


class AddressForm(FlaskForm, AddressFields):
    """A new address and its first day."""

    from_on = DateField(_l("From"), [Required()], default=today)

    def validate_town(self, field: TextField) -> None:
        """An address says something."""
        if not any(one.data for one in (self.neighbourhood, self.street, self.postal_code, field)):
            raise ValidationError(_l("Fill in a neighbourhood or an address."))
