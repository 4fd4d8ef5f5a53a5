"""Shapes of the forms about reaching a client. They read what is typed; rules are actions'."""

import re

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, SelectMultipleField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from core.pages.fields import IbanField, NationalNumberField, SelectField, TextField
from intake.people.reach.actions import Reach
from terms.lists import ANNEXES, LANGUAGES

FEWEST_DIGITS = 8
EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")


class ReachForm(FlaskForm):
    """How to reach somebody without doing harm, and in which language."""

    no_post = BooleanField(_l("No post at home"))
    reach_safely = TextField(_l("How to reach this person safely"), max_length=200)
    phone = TextField(_l("Telephone"), max_length=40)
    email = TextField(_l("E-mail"), max_length=120)
    languages = SelectMultipleField(
        _l("Languages"),
        choices=[SelectChoice(term.code, term.label) for term in LANGUAGES.values()],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    annex_language = SelectField(
        _l("Language of an annex to letters"),
        choices=[(code, LANGUAGES[code].label) for code in ANNEXES],
        blank=_l("none: Dutch is enough"),
    )
    case_number = TextField(_l("Case number of the centre"), max_length=30)

    def validate_languages(self, field: SelectMultipleField) -> None:
        """What was not offered cannot be chosen."""
        if set(field.data or ()) - set(LANGUAGES):
            raise ValidationError(_l("Choose something from the list."))

    def validate_phone(self, field: TextField) -> None:
        """A number that can be called."""
        if field.data and sum(sign.isdecimal() for sign in field.data) < FEWEST_DIGITS:
            raise ValidationError(_l("A telephone number has at least 8 digits."))

    def validate_email(self, field: TextField) -> None:
        """Something before and behind the @."""
        if field.data and not EMAIL.fullmatch(field.data):
            raise ValidationError(_l("Write an address such as naam@voorbeeld.be."))

    def reach(self) -> Reach:
        """What was typed, as the action takes it."""
        return Reach(
            phone=self.phone.data or "",
            email=self.email.data or "",
            no_post=bool(self.no_post.data),
            reach_safely=self.reach_safely.data or "",
            languages=tuple(self.languages.data or ()),
            annex_language=self.annex_language.data or "",
            case_number=self.case_number.data or "",
        )


class NumbersForm(FlaskForm):
    """The numbers that are kept sealed; they are never shown again, so empty means unchanged."""

    national_number = NationalNumberField(_l("National number"))
    drop_number = BooleanField(_l("Remove the national number"))
    iban = IbanField(_l("Account number"))
    drop_iban = BooleanField(_l("Remove the account number"))
