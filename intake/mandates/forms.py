"""Shapes of the forms about mandates and contacts. They read what is typed; rules are actions'."""

from collections.abc import Iterable
from typing import Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.clock import today
from core.pages.fields import (
    DateField,
    LongTextField,
    NotAfterToday,
    Required,
    SelectField,
    TextField,
)
from intake.mandates.actions import THIRD, Given, Held
from intake.mandates.models import Mandate

WITH: Final = (("client", _l("The client")), ("household", _l("Somebody of the household")))
HOW: Final = (
    ("talk", _l("Talk")),
    ("phone", _l("Telephone")),
    ("mail", _l("E-mail")),
    ("letter", _l("Letter")),
    ("visit", _l("Home visit")),
)


class MandateForm(FlaskForm):
    """With whom the service may speak, about what, and until when."""

    party = TextField(_l("With whom may we speak?"), [Required()], max_length=120)
    scope = TextField(_l("About what?"), [Required()], max_length=300)
    signed_by = TextField(_l("Signed by"), [Required()], max_length=120)
    signed_on = DateField(_l("Signed on"), [Required(), NotAfterToday()], default=today)
    until_on = DateField(_l("Holds until"), [Required()])

    def given(self) -> Given:
        """What was typed, as the action takes it."""
        signed_on, until_on = self.signed_on.data or today(), self.until_on.data or today()
        texts = (self.party.data or "", self.scope.data or "", self.signed_by.data or "")
        return Given(*texts, signed_on, until_on)


class ContactForm(FlaskForm):
    """A contact, with whom and what was said."""

    held_on = DateField(_l("Date"), [Required(), NotAfterToday()], default=today)
    with_whom = SelectField(_l("With whom?"), [Required()], choices=WITH)
    how = SelectField(_l("How?"), [Required()], choices=HOW)
    words = LongTextField(_l("What was said?"), [Required()], max_length=2000)

    def offer(self, mandates: Iterable[Mandate]) -> None:
        """A third party only by a mandate."""
        self.mandates = {f"{THIRD}-{one.id}": one for one in mandates}
        if self.mandates:
            choices = [(value, one.party) for value, one in self.mandates.items()]
            self.with_whom.offer_last(_l("By a mandate"), choices)

    def held(self) -> Held:
        """What was typed, as the action takes it."""
        mandate = self.mandates.get(self.with_whom.data or "")
        return Held(
            held_on=self.held_on.data or today(),
            with_whom=THIRD if mandate else self.with_whom.data or "",
            how=self.how.data or "",
            words=self.words.data or "",
            mandate=mandate,
        )
