"""The shape of one tap: which question, and which of its answers."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms.validators import Optional

from core.pages.fields import SelectField
from terms.lists import HELPED, HINDRANCES, WENT, Term


def _offered(terms: dict[str, Term]) -> list[tuple[str, Any]]:
    return [(term.code, term.label) for term in terms.values()]


class LookBackForm(FlaskForm):
    """Each button names its question; one tap answers one."""

    went = SelectField(_l("Did they go?"), [Optional()], choices=_offered(WENT))
    helped = SelectField(_l("Did it help?"), [Optional()], choices=_offered(HELPED))
    hindrance = SelectField(
        _l("What stood in the way?"), [Optional()], choices=_offered(HINDRANCES)
    )

    @property
    def tapped(self) -> tuple[str, str] | None:
        """The question and the answer."""
        found = [(one.short_name, one.data) for one in (self.went, self.helped, self.hindrance)]
        return next(((name, value) for name, value in found if value), None)

    def validate(self, extra_validators: Any = None) -> bool:
        """Without an answer nothing was tapped."""
        if not super().validate(extra_validators):
            return False
        if self.tapped is None:
            self.form_errors.append(_("Choose one of the answers."))
        return self.tapped is not None
