"""Shapes of the forms about suggestions. They read what is typed."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm

from core.pages.fields import LongTextField, Required, TextField
from offer.suggestions.actions import Suggested


class SuggestionForm(FlaskForm):
    """A provider that is missed."""

    name = TextField(_l("Name of the provider"), [Required()], max_length=160)
    what = TextField(
        _l("What is there to do?"), [Required(_l("Say what there is to do."))], max_length=200
    )
    place = TextField(_l("Where is it?"), max_length=160)
    contact = TextField(_l("Website, telephone or e-mail"), max_length=200)
    why = LongTextField(
        _l("Why does it belong in the offer?"),
        [Required(_l("Say why it belongs in the offer."))],
        max_length=300,
    )

    def suggested(self) -> Suggested:
        """What was typed."""
        return Suggested(
            name=self.name.data or "",
            what=self.what.data or "",
            place=self.place.data or "",
            contact=self.contact.data or "",
            why=self.why.data or "",
        )


class AsideForm(FlaskForm):
    """Why a suggestion stays out of the offer."""

    answer = TextField(_l("Why not?"), [Required(_l("Say why not."))], max_length=300)
