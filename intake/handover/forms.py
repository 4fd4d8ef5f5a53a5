"""Shapes of the forms about files that change hands. They read what is typed; rules are actions'."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields import SelectChoice

from accounts.models import Person
from core.clock import today
from core.pages.fields import DateField, LongTextField, Required, SelectField
from intake.handover.actions import DECISIONS, FILES, OTHER_REASON

REASONS = (
    ("urgent", _l("It is urgent and the colleague cannot be reached")),
    ("at_desk", _l("The client sits here and needs help now")),
    ("same_person", _l("To see whether it is the same person")),
    (OTHER_REASON, _l("Another reason")),
)


DUTIES: Final[Mapping[str, LazyString]] = {
    FILES: _l("See to the files"),
    DECISIONS: _l("Decide on requests"),
}


class WorkerForm(FlaskForm):
    """Who takes the file over: anybody, by team."""

    worker = SelectField(_l("New worker"), [Required()], coerce=int)

    def offer(self, people: Iterable[Person], first_team_id: int) -> None:
        """One's own team first, the others under their names."""
        by_team = groupby(people, lambda person: person.team)
        teams = [(team, [(one.id, one.name) for one in found]) for team, found in by_team]
        for team, choices in sorted(teams, key=lambda pair: pair[0].id != first_team_id):
            self.worker.offer_last(team.name, choices)


class AbsenceForm(FlaskForm):
    """From when until when, and who stands in."""

    person = SelectField(_l("Who is away"), coerce=int)
    stand_in = SelectField(_l("Who stands in"), [Required()], coerce=int)
    from_on = DateField(_l("From"), [Required()], default=today)
    until_on = DateField(_l("Last day"), [Required()])

    duty = RadioField(
        _l("What does the stand-in do?"),
        choices=[SelectChoice(code, words) for code, words in DUTIES.items()],
        default=FILES,
    )

    def offer(self, people: Iterable[Person]) -> None:
        """The colleagues, each with their team."""
        choices = [
            (one.id, f"{one.name}, {one.team.name}" if one.team else one.name) for one in people
        ]
        self.person.offer(choices)
        self.stand_in.offer(choices)


class OpeningForm(FlaskForm):
    """Which file, and why."""

    file = RadioField(_l("Which file?"), coerce=int, validate_choice=False)
    reason = SelectField(_l("Why do you open this file?"), [Required()], choices=REASONS)
    words = LongTextField(_l("In your own words"), max_length=500)

    def offer(self, found: Iterable[tuple[int, str]]) -> None:
        """The files that were found by a full match."""
        self.file.choices = [SelectChoice(number, words) for number, words in found]
