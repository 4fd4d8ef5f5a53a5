"""Shapes of the forms about goals. They read what is typed; rules are actions'."""

from typing import Final

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms.validators import Optional

from core.pages.fields import DateField, Required, SelectField, TextField
from intake.goals.models import GOING_ON, OPEN, REACHED, STOPPED
from terms.lists import LIFE_DOMAINS

STATE_WORDS: Final = {
    OPEN: _l("not begun"),
    GOING_ON: _l("going on"),
    REACHED: _l("reached"),
    STOPPED: _l("stopped"),
}
STATE_TONES: Final = {OPEN: "neutral", GOING_ON: "blue", REACHED: "green", STOPPED: "neutral"}
WHO_WORDS: Final = {
    "client": _l("the client"),
    "household": _l("somebody of the household"),
    "worker": _l("the worker"),
    "other": _l("somebody else"),
}


class GoalForm(FlaskForm):
    """A new goal."""

    life_domain = SelectField(
        _l("Life domain"),
        [Required()],
        choices=[(term.code, term.label) for term in LIFE_DOMAINS.values()],
    )
    words = TextField(_l("Goal"), [Required()], max_length=200)
    aimed_on = DateField(_l("To be reached by"), [Optional()])


class GoalStateForm(FlaskForm):
    """Where a goal stands."""

    state = SelectField(
        _l("Where does it stand?"),
        [Required(_l("Choose where it stands."))],
        choices=list(STATE_WORDS.items()),
    )
    aimed_on = DateField(_l("To be reached by"), [Optional()])


class StepForm(FlaskForm):
    """What is done about a goal."""

    words = TextField(_l("What is done?"), [Required(_l("Say what is done."))], max_length=200)
    who = SelectField(
        _l("By whom?"), [Required(_l("Choose by whom."))], choices=list(WHO_WORDS.items())
    )
    due_on = DateField(_l("By when?"), [Optional()])
