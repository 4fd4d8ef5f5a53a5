"""What was told of what a rule asks, as pages show and correct it, in intake's asking. It judges nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from intake.asking.forms import Asking, ToldForm, answered_in
from intake.asking.needed import Needed, needed_by
from intake.asking.told import SCHEME, Told
from intake.asking.wording import label_for, said
from regulation.findings.assessment import Assessment
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import RuleSet


@dataclass(frozen=True)
class Frozen:
    """What a request was judged by, with what of it was told."""

    rules: RuleSet
    facts: Facts
    plain: Sequence[Mapping[str, str]]

    @property
    def told(self) -> Told:
        """What the worker told."""
        return Told.of(self.facts, self.plain)

    @property
    def rows(self) -> list[tuple[str, str]]:
        """(question, answer) of everything that was told, in the order of the form."""
        scheme = self.rules.schemes[self.facts.scheme]
        return [
            (label_for(self.rules, name), said(self.rules, scheme, name, value))
            for name, value in self.told.values.items()
        ]

    def form(self, found: Assessment, sent: MultiDict[str, str] | None = None) -> ToldForm:
        """What was told and what is still asked, as fields; the scheme itself is chosen once."""
        scheme = self.rules.schemes[self.facts.scheme]
        answered = answered_in(self.rules, scheme, sent).names if sent else ()
        needed = needed_by(self.rules, scheme, found, (*self.told.values, *answered))
        names = tuple(name for name in needed.names if name != SCHEME)
        needed = Needed(names, needed.extra)
        year = self.facts.cost_on.year if self.facts.cost_on else 0
        return ToldForm(Asking(self.rules, scheme, needed, year, sent, self.told))
