"""The words of what a rule asks beside the file: labels, choices, answers. It decides nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import show_date
from core.errors import Words
from core.money import show_cents
from core.pages.words import say
from intake.asking.needed import WAYS, Way, excluded_parts, siblings_of, words_in
from intake.asking.told import COUNT, INSTALMENT, JUDGED, PART, PAYS, QUESTION, SCHEME, Opinion
from regulation.vocabulary.blocks import QuestionKind
from regulation.vocabulary.means import Answer, Income
from regulation.vocabulary.rules import RuleSet, Scheme
from terms.lists import PAYERS, Term, label_of
from terms.rule_lists import BURDENS, INCOMES, LEEFLOON_CATEGORIES, PARTS, UNITS

LABELS: Final[Mapping[str, Words]] = {
    SCHEME: _l("Which part of the rule?"),
    "strand": _l("For what?"),
    "lasting": _l("Does it last, such as a membership or a series?"),
    "unit": _l("What is it counted in?"),
    "unit_count": _l("How many of these?"),
    COUNT: _l("How many pieces or tickets?"),
    INSTALMENT: _l("Is it a later part of something asked before?"),
    "activity_on": _l("Date of the activity"),
    "invoice_on": _l("Date of the bill"),
    "payment_on": _l("Date of the payment"),
    "provider_local": _l("Is the provider in the municipality?"),
    "offered_in_town": _l("Is this also offered in the municipality?"),
    "provider_recognised": _l("Is the provider recognised?"),
    "other_discount": _l("Is another discount used for this cost?"),
    "other_schemes": _l("What was given for this same cost already?"),
    "resident": _l("Does the client live in the municipality?"),
    "resident_since": _l("Since when, without a break?"),
    "tariff_group": _l("Which tariff group?"),
    "dependants": _l("How many dependants?"),
    "leefloon_category": _l("Category of the integration income"),
    "incomes": _l("Income of the household"),
    "income_changed": _l("Has the income changed since?"),
    "burdens": _l("Costs that go off the income"),
}
QUESTION_WAYS: Final[Mapping[str, Way]] = {
    QuestionKind.YES_NO: Way.YES_NO,
    QuestionKind.NUMBER: Way.NUMBER,
    QuestionKind.EURO: Way.EURO,
    QuestionKind.DATE: Way.DATE,
}
NONE_OF_THESE: Final = "none"
Choices = list[tuple[str, Words]]


def way_of(rules: RuleSet, name: str) -> Way:
    """How a question is answered. Raises KeyError on one that this rule does not know."""
    before, _sign, own = name.partition(":")
    if f"{before}:" == QUESTION:
        return QUESTION_WAYS[rules.questions[own].kind]
    if f"{before}:" == JUDGED:
        return Way.OPINION if own in rules.conditions else WAYS[name]
    if f"{before}:" == PAYS and own in PAYERS:
        return Way.CHOICE
    return Way.EURO if f"{before}:" == PART and own in PARTS else WAYS[name]


def label_for(rules: RuleSet, name: str) -> str:
    """What is asked: in the rule's own words where it has any."""
    before, _sign, own = name.partition(":")
    if f"{before}:" == QUESTION:
        return rules.questions[own].words or own
    if f"{before}:" == JUDGED:
        return rules.conditions[own].words or own
    if f"{before}:" == PAYS:
        return str(_("Only for a part? %(payer)s pays for:", payer=label_of(PAYERS, own)))
    return label_of(PARTS, own) if f"{before}:" == PART else str(LABELS[name])


def article_for(rules: RuleSet, name: str) -> str:
    """Where the rule asks it, of its own questions."""
    before, _sign, own = name.partition(":")
    named: Mapping[str, Any] = rules.questions if f"{before}:" == QUESTION else {}
    named = rules.conditions if f"{before}:" == JUDGED else named
    return str(named[own].ref) if own in named else ""


def choices_for(rules: RuleSet, scheme: Scheme, name: str) -> Choices:
    """What can be chosen, in the order of the rule or of the list."""
    if name == SCHEME:
        return [(one.code, one.title) for one in siblings_of(rules, scheme)]
    if name.startswith(PAYS):
        return _listed(PARTS, excluded_parts(scheme))
    if name == INSTALMENT:  # rows, which the form is given
        return []
    if name == "other_schemes":
        used = scheme.exclusive.schemes if scheme.exclusive else frozenset()
        titles: Choices = [(c, one.title) for c, one in rules.schemes.items() if c in used]
        return [*titles, (NONE_OF_THESE, _l("None of these"))]
    if name == "leefloon_category":
        return _listed(LEEFLOON_CATEGORIES, LEEFLOON_CATEGORIES)
    if name == "unit":
        return [*_listed(UNITS, words_in(scheme, "units")), (NONE_OF_THESE, _l("None of these"))]
    own: Choices = [(word, word) for word in words_in(scheme, f"{name}s")]
    return [*own, (NONE_OF_THESE, _l("None of these"))]


def _listed(terms: Mapping[str, Term], codes: Iterable[str]) -> Choices:
    wanted = set(codes)
    return [(code, term.label) for code, term in terms.items() if code in wanted]


def said(rules: RuleSet, scheme: Scheme, name: str, value: Any) -> str:
    """An answer in words, for pages that only read."""
    if isinstance(value, Opinion):
        found = _("meets it") if value.yes else _("does not meet it")
        return say("Social worker: %(found)s, because %(why)s", found=found, why=value.why)
    if isinstance(value, Answer):
        return _plain(value.yes if value.yes is not None else value.number or value.on or 0,
                      is_euro=way_of(rules, name) is Way.EURO)  # fmt: skip
    if isinstance(value, frozenset):
        codes = value or {NONE_OF_THESE}
        labels = dict(choices_for(rules, scheme, name))
        return ", ".join(str(labels.get(code, code)) for code in sorted(codes))
    if isinstance(value, tuple):
        return ", ".join(_sum(one, INCOMES | BURDENS) for one in value) or say("none")
    if isinstance(value, str):
        return str(dict(choices_for(rules, scheme, name)).get(value, value))
    return _plain(value, is_euro=name.startswith(PART))


def _plain(value: Any, *, is_euro: bool) -> str:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, dt.date):
        return show_date(value)
    return show_cents(int(value)) if is_euro else str(value)


def _sum(one: Income, terms: dict[str, Term]) -> str:
    per = say("a month") if one.a_month else say("a year")
    when = f" ({one.year})" if one.year else ""
    return f"{label_of(terms, one.kind)} {show_cents(one.cents)} {per}{when}"
