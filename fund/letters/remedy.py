"""Where somebody goes who does not agree, and within how long: by the rule and its basis. Reads settings only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core import clock, settings
from fund.bodies.deciding import Terms, terms_of
from fund.bodies.queries import centre
from fund.letters import settings as keys
from fund.letters.terms import APPEAL_MONTHS, Span
from regulation.sentences.lists import days as in_days
from regulation.sentences.lists import months as in_months
from regulation.versions.queries import rule_in_force, rule_set
from terms.deciding import LABOUR_COURT

COUNCIL_OF_STATE: Final = "council_of_state"
# Codes of terms.rule_lists.REMEDIES beside the labour court, as a letter names them.
PLACES: Final[Mapping[str, LazyString]] = {
    COUNCIL_OF_STATE: _l("the Council of State"),
    "governor": _l("the governor of the province"),
    "town": _l("the town"),
}
# What the law gives where the rule names no number of months.
BY_LAW: Final[Mapping[str, Span]] = {
    LABOUR_COURT: Span(months=APPEAL_MONTHS),
    COUNCIL_OF_STATE: Span(days=60),
}
# The slot of fund.letters.slots that tells how it is done.
SLOTS: Final[Mapping[str, str]] = {LABOUR_COURT: "appeal", COUNCIL_OF_STATE: "appeal_state"}
ELSEWHERE: Final = "appeal_elsewhere"


@dataclass(frozen=True)
class Remedy:
    """A code of REMEDIES, empty where the rule names none, and how long one has; an empty span: not said."""

    code: str
    span: Span

    @property
    def is_court(self) -> bool:
        """The labour court, which the centre sets by itself."""
        return self.code == LABOUR_COURT


def remedy_of(terms: Terms) -> Remedy:
    """The labour court for individual aid; under a rule of the council what that rule names."""
    if terms.appeal_months is not None:
        return Remedy(terms.appeal_to, Span(months=terms.appeal_months))
    return Remedy(terms.appeal_to, BY_LAW.get(terms.appeal_to, Span()))


def remedies_now() -> frozenset[Remedy]:
    """What the rule in force names, of each of its schemes; without a rule what the basis says."""
    own, rule = centre(), rule_in_force(clock.today())
    schemes = rule_set(rule).schemes.values() if rule is not None else ()
    return frozenset(remedy_of(terms_of(one, own)) for one in schemes)


def named_in(remedy: Remedy, words: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a letter that tell where, how and within how long. `words`: the common sentences."""
    own = {"remedy": remedy.code, "appeal_span": [remedy.span.months, remedy.span.days]}
    how = [words[slot] for slot in appeal_slots(own)]
    return {
        **of_the_place(remedy),
        **own,
        "appeal_term": span_words(remedy.span),
        "appeal": "\n".join(how),
    }


def appeal_slots(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Which sentences tell it, of a letter with these fields."""
    slot = SLOTS.get(fields["remedy"], ELSEWHERE)
    says_term = slot != ELSEWHERE or not any(fields["appeal_span"])
    return (slot,) if says_term else (slot, "appeal_within")


def of_the_place(remedy: Remedy) -> dict[str, Any]:
    """The name and the address, as the centre has set them."""
    if remedy.is_court:
        name, lines = settings.get(keys.COURT_NAME), settings.get(keys.COURT_LINES)
    else:
        name = settings.get(keys.REMEDY_NAME) or str(PLACES.get(remedy.code, ""))
        lines = settings.get(keys.REMEDY_LINES)
    return {"court_name": name, "court_address": lines}


def span_words(span: Span) -> str:
    """ "3 months", "60 days"."""
    if span.months:
        return in_months(span.months)
    return in_days(span.days) if span.days else ""
