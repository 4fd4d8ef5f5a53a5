"""The examples of a version, each with whether it comes out, in words for a page. It judges nothing itself."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from flask_babel import lazy_gettext as _l

from core.clock import show_date
from core.errors import Words
from core.money import show_cents
from regulation.judge.assess import assess
from regulation.judge.telling import QUESTION
from regulation.judge.trial import Difference, Value, differences
from regulation.reasons import REASONS
from regulation.vocabulary.cases import Example
from regulation.vocabulary.rules import RuleSet
from regulation.words import FACTS
from terms.lists import EVIDENCE
from terms.rule_lists import BODIES

# What an example expects, as a person says it; a question of the rule goes by its name.
COMPARED: Final[dict[str, Words]] = {
    "outcome": _l("Outcome"),
    "eligible": _l("Right to ask"),
    "amount": _l("Amount"),
    "maximum": _l("At most"),
    "reason": _l("Reason"),
    "missing": _l("Facts still asked"),
    "evidence_needed": _l("Proofs still asked"),
    "latest_on": _l("Last day to ask"),
    "left": _l("Left afterwards"),
    "client": _l("Part of the client"),
    "provider": _l("Part of the provider"),
    "ceiling": _l("Income ceiling"),
    "first": _l("Others pay first"),
    "body": _l("Who decides"),
    "priority": _l("Priority"),
    "closes_on": _l("The money of the year closes on"),
}
IN_CENTS: Final = frozenset({"amount", "maximum", "left", "client", "provider", "ceiling", "first"})
# The file's words for what was judged; by what is compared.
SAID: Final[dict[str, dict[str, Words]]] = {
    "outcome": {
        "granted": _l("granted"),
        "partly": _l("partly granted"),
        "not": _l("nothing"),
        "judgement": _l("a person judges"),
        "needs": _l("facts are missing"),
    },
    "eligible": {
        "yes": _l("yes"),
        "no": _l("no"),
        "judge": _l("a person judges"),
        "ask": _l("facts are missing"),
    },
    "body": {code: term.label for code, term in BODIES.items()},
    "reason": REASONS,
    "missing": FACTS,
    "evidence_needed": {code: term.label for code, term in EVIDENCE.items()},
}


@dataclass(frozen=True)
class Deviation:
    """One thing that comes out otherwise than the file expects, in words."""

    what: str
    expected: str
    got: str


@dataclass(frozen=True)
class Tried:
    """One example of the file; it comes out when nothing deviates."""

    name: str
    deviations: tuple[Deviation, ...]
    # what the rule still asks of an example that does not come out, in words
    missing: tuple[str, ...] = ()


def tried(rules: RuleSet) -> list[Tried]:
    """Every example of the file, one by one: two may carry the same name."""
    return [_tried(rules, case) for case in rules.cases]


def _tried(rules: RuleSet, case: Example) -> Tried:
    deviations = tuple(map(_deviation, differences(replace(rules, cases=(case,)))))
    return Tried(case.name, deviations, _missing(rules, case) if deviations else ())


def _missing(rules: RuleSet, case: Example) -> tuple[str, ...]:
    """Nothing may have come out only because the example does not tell a fact."""
    found = assess(rules, case.facts, case.history)
    asked = {QUESTION + one.name: one.words for one in found.questions}
    return tuple(str(FACTS.get(one) or asked.get(one, one)) for one in found.missing)


def _deviation(one: Difference) -> Deviation:
    return Deviation(
        what=str(COMPARED.get(one.what, one.what)),
        expected=_shown(one.what, one.expected),
        got=_shown(one.what, one.got),
    )


def _shown(what: str, value: Value) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, dt.date):
        return show_date(value)
    if what in IN_CENTS and isinstance(value, int):
        return show_cents(value)
    words = SAID.get(what, {})
    listed = value if isinstance(value, tuple) else (str(value),)
    return ", ".join(str(words.get(one, one)) for one in listed)
