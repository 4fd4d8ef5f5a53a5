"""The fields that narrow the worklist. They change nothing, so they stand in the address."""

from collections.abc import Iterable
from typing import Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms.validators import Optional

from core.pages.fields import SelectField
from intake.requests.forms import EVERYTHING, KINDS
from terms.lists import CATEGORIES

FLAGS: Final = {
    "late": _l("Term has passed"),
    "urgent": _l("Term ends within 3 days"),
    "nothing": _l("No amount proposed"),
    "unusual": _l("Above usual"),
    "cap": _l("Cap reached"),
    "payer": _l("Another payer is awaited"),
    "answered": _l("Answered"),
    "first": _l("First request"),
    "again": _l("Asked before this year"),
    "free": _l("Nobody reads it"),
}
SORTS: Final = {
    "term": _l("First term first"),
    "most": _l("Highest proposal first"),
    "least": _l("Lowest proposal first"),
    "oldest": _l("Longest waiting first"),
    "newest": _l("Newest first"),
}


class NarrowForm(FlaskForm):
    """What the requests of the list must be, and in which order they stand."""

    class Meta:
        csrf = False

    flag = SelectField(_l("Mind this"), [Optional()], choices=list(FLAGS.items()), blank=EVERYTHING)
    category = SelectField(
        _l("Kind of activity"),
        [Optional()],
        choices=[(term.code, term.label) for term in CATEGORIES.values()],
        blank=EVERYTHING,
    )
    kind = SelectField(_l("Ask as"), [Optional()], choices=KINDS, blank=EVERYTHING)
    team = SelectField(_l("Team"), [Optional()], blank=EVERYTHING, validate_choice=False)
    sort = SelectField(_l("Order"), [Optional()], choices=list(SORTS.items()))

    def offer_teams(self, teams: Iterable[tuple[int, str]]) -> None:
        """Whose requests can be in the list."""
        self.team.offer((str(number), name) for number, name in teams)
