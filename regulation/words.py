"""A judgement in words, for pages and letters of every room. It judges and renders nothing."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import show_date
from core.money import show_cents
from regulation.findings.assessment import (
    Assessment,
    EvidenceAsked,
    Kind,
    Line,
    Outcome,
    Parts,
    Remark,
)
from regulation.judge.telling import QUESTION
from regulation.vocabulary.rules import RuleSet
from terms.lists import CATEGORIES, EVIDENCE, PAYEES, PAYERS, PROVIDER_TYPES, label_of
from terms.rule_lists import BODIES, PARTS, UNITS

FACTS: Final = {
    "requested_on": _l("the date of the request"),
    "cost_on": _l("the date of the cost"),
    "payment_on": _l("the date of the payment"),
    "invoice_on": _l("the date of the bill"),
    "activity_on": _l("the date of the activity"),
    "decision_on": _l("the date of the decision"),
    "birth_on": _l("the date of birth"),
    "statuses": _l("the client’s statuses"),
    "household_statuses": _l("the statuses in the household"),
    "role": _l("the place in the household"),
    "parent_statuses": _l("the statuses of the parents"),
    "statuses_since": _l("since when the status holds"),
    "tariff_group": _l("the group with a tariff of its own"),
    "resident": _l("whether the client lives in the municipality"),
    "resident_since": _l("since when the client lives in the municipality"),
    "members": _l("who belongs to the household, with birth dates"),
    "dependants": _l("the number of dependants"),
    "incomes": _l("the income"),
    "burdens": _l("the costs that go off the income"),
    "income_changed": _l("whether the income has changed"),
    "leefloon_category": _l("the category of the integration income"),
    "lasting": _l("whether it is one activity or lasts"),
    "unit": _l("what it is counted in"),
    "unit_count": _l("how many units"),
    "provider_local": _l("whether the provider is in the municipality"),
    "provider_recognised": _l("whether the provider is recognised"),
    "offered_in_town": _l("whether the activity is offered in the municipality"),
    "other_schemes": _l("what other schemes give for the same cost"),
    "other_discount": _l("whether another discount is used"),
    "category": _l("the kind of activity"),
    "provider_type": _l("the kind of provider"),
    "strand": _l("the part of the rule"),
    "cost_cents": _l("the cost"),
    "payee": _l("whom to pay"),
    "shares": _l("the discount agreement"),
}


# What each line, reason or note says, in a few words; a cap goes by its own title.
SENTENCES: Final = {
    Kind.COST: _l("Cost of the activity"),
    Kind.EXCLUDED_PART: _l("Does not count: %(part)s"),
    Kind.OTHER_PAYER: _l("%(payer)s pays first"),
    Kind.PERCENT: _l("%(percent)s %% of what is left to pay"),
    Kind.OWN_SHARE: _l("One pays %(own)s oneself, %(count)s times"),
    Kind.PER_UNIT: _l("%(amount)s for each unit: %(count)s × %(unit)s"),
    Kind.LUMP: _l("A fixed sum of %(amount)s"),
    Kind.NETWORK_SHARE: _l("The network pays %(percent)s %%"),
    Kind.NETWORK_WAIVED: _l("The network also pays the client’s %(percent)s %%"),
    Kind.MOST: _l("At most %(most)s"),
    Kind.OWN_LEAST: _l("One pays at least %(own)s oneself"),
    Kind.ROUNDED: _l("Rounded down to %(step)s"),
    Kind.LEFT_TO_PAY: _l("Never more than what is left to pay"),
    Kind.PRO_RATA: _l("Shared in proportion: %(available)s for %(asked)s"),
    Kind.PIECES: _l("%(title)s: %(left)s of %(count)s pieces left"),
    Kind.NO_COST: _l("There is no cost"),
    Kind.NO_AMOUNT: _l("The rule names no amount for this"),
    Kind.MINIMUM: _l("At least %(least)s must be spent"),
    Kind.TOO_LITTLE: _l("Less than %(least)s is not paid"),
    Kind.COUNT: _l("%(title)s: used %(count)s times, no more is possible"),
    Kind.TOO_LATE: _l("Asked too late: the last day was %(latest_on)s"),
    Kind.OUT_OF_WINDOW: _l("%(on)s lies outside the time that the rule is for"),
    Kind.EXCLUSIVE: _l("Does not go together with what is already given"),
    Kind.NO_STATUS: _l("No status that gives a right"),
    Kind.WRONG_AGE: _l("The rule is not for someone of %(age)s years"),
    Kind.WRONG_ROLE: _l("The rule is not for this member of the household"),
    Kind.NO_MEMBER: _l("Too few members of that age in the household"),
    Kind.NOT_RESIDENT: _l("Does not live in the municipality"),
    Kind.RESIDENT_TOO_SHORT: _l("Does not yet live here for %(months)s months"),
    Kind.INCOME_TOO_HIGH: _l("The income lies above the ceiling"),
    Kind.ANSWER_NOT: _l("A condition of the rule is not met"),
    Kind.NUMBER_NOT: _l("A number or amount lies outside what the rule allows"),
    Kind.NOT_WAITED: _l("Too early: possible from %(from_on)s"),
    Kind.NOT_FIRST: _l("This was given before, and is given only once"),
    Kind.JUDGED_NO: _l("A condition is not met, a person judged"),
    Kind.NO_GROUP: _l("The conditions of the rule are not met"),
    Kind.NOT_COVERED: _l("The rule does not pay for: %(category)s"),
    Kind.WRONG_PROVIDER: _l("The rule is not for this provider"),
    Kind.OUTSIDE_TOWN: _l("The provider is not in the municipality"),
    Kind.PAYEE_NOT_ALLOWED: _l("The rule does not pay to: %(payee)s"),
    Kind.TO_JUDGE: _l("A person judges this"),
    Kind.JUDGED_AMOUNT: _l("A person sets the amount"),
    Kind.MAY_BE_LESS: _l("This is the most that may be given; it may be less"),
    Kind.USUAL: _l("This is what is usually given"),
    Kind.MAY_BE_REDUCED: _l("At the end of the year this may become less for everybody"),
    Kind.OPEN: _l("The rule’s text leaves this open"),
    Kind.ASSUMED: _l("How the rule’s text was read"),
}

IN_CENTS: Final = ("own", "amount", "most", "step", "least", "available", "asked")

# How a value of a line is said.
SHOWN: Final[dict[str, Callable[[str], str]]] = {
    "payer": partial(label_of, PAYERS),
    "category": partial(label_of, CATEGORIES),
    "payee": partial(label_of, PAYEES),
    "part": partial(label_of, PARTS),
    "unit": partial(label_of, UNITS),
    "provider_type": partial(label_of, PROVIDER_TYPES),
    **dict.fromkeys(IN_CENTS, lambda cents: show_cents(int(cents))),
    "from_on": lambda iso: show_date(dt.date.fromisoformat(iso)),
    "on": lambda iso: show_date(dt.date.fromisoformat(iso)),
    "percent": lambda figure: figure.replace(".", ","),
    "latest_on": lambda iso: show_date(dt.date.fromisoformat(iso)),
}


def remark_text(remark: Remark) -> str:
    """What a line, a reason or a note says, in a few words of our own."""
    if remark.kind is Kind.CAP:
        return str(remark.params["title"])
    said = {name: SHOWN.get(name, str)(str(value)) for name, value in remark.params.items()}
    return str(SENTENCES[remark.kind]) % said


def line_reason(line: Line) -> str:
    """Where it stands in the rule, and for a cap how much was left: "art. 4 §2: ..."."""
    if line.kind is not Kind.CAP:
        return line.article
    left = str(
        _(
            "%(left)s left of %(limit)s",
            left=show_cents(int(line.params["left"])),
            limit=show_cents(int(line.params["limit"])),
        )
    )
    return f"{line.article}: {left}" if line.article else left


# What a line shows is its result; all other lines show what they take away.
RESULTS: Final = frozenset(
    {
        Kind.COST,
        Kind.PERCENT,
        Kind.OWN_SHARE,
        Kind.PER_UNIT,
        Kind.LUMP,
        Kind.NETWORK_SHARE,
        Kind.NETWORK_WAIVED,
        Kind.PRO_RATA,
    }
)


def shown_lines(lines: Iterable[Line]) -> list[tuple[str, str, int, str]]:
    """(label, reason, cents, "less" or "") of every line, as the component `assessment` takes them.

    A cap that took nothing away is left out: what is left under it is shown beside.
    """
    return [
        (
            remark_text(line),
            line_reason(line),
            line.to_cents if line.kind in RESULTS else -line.effect_cents,
            "" if line.kind in RESULTS or not line.effect_cents else "less",
        )
        for line in lines
        if line.effect_cents or line.kind is not Kind.CAP
    ]


def evidence_text(asked: EvidenceAsked) -> str:
    """The alternatives: "Unpaid bill or Confirmation of enrolment" in one line."""
    labels = [label_of(EVIDENCE, code) for code in asked.any_of]
    first, *rest = labels
    alternatives = [first, *(label[:1].lower() + label[1:] for label in rest)]
    return str(_(" or ")).join(alternatives)


def missing_text(assessment: Assessment) -> str:
    """What must still be filled in, in one sentence."""
    known = [str(FACTS[fact]) for fact in assessment.missing if fact in FACTS]
    facts = ", ".join((*known, *(one.words.rstrip(" ?.") for one in assessment.questions)))
    return str(_("Still needed: %(facts)s.", facts=facts))


def facts_text(rules: RuleSet, missing: Iterable[str]) -> str:
    """Facts in a row, in our words; a question of the rule in its own."""
    asked = {QUESTION + name: one.words or name for name, one in rules.questions.items()}
    return ", ".join(str(FACTS.get(fact) or asked.get(fact, fact)) for fact in missing)


def body_text(assessment: Assessment) -> str:
    """Who decides, by the rule."""
    return label_of(BODIES, assessment.body)


def split_text(parts: Parts) -> str:
    """Who pays what of a shared cost."""
    return str(
        _(
            "Client %(client)s, provider %(provider)s, network %(network)s.",
            client=show_cents(parts.client_cents),
            provider=show_cents(parts.provider_cents),
            network=show_cents(parts.network_cents),
        )
    )


def outcome_text(assessment: Assessment) -> str:
    """The judgement in one short sentence, also for the live region."""
    amount = show_cents(assessment.amount_cents)
    if assessment.outcome is Outcome.NEEDS:
        return missing_text(assessment)
    if assessment.outcome is Outcome.NOT:
        return str(_("The rule gives nothing."))
    if assessment.outcome is Outcome.GRANTED and assessment.split:
        return split_text(assessment.split)
    if assessment.outcome is Outcome.PARTLY:
        return str(_("The rule gives %(amount)s. The cap allows no more.", amount=amount))
    if assessment.outcome is Outcome.GRANTED:
        return str(_("The rule gives %(amount)s.", amount=amount))
    if assessment.amount_cents:
        return str(_("A person judges. If it is a yes, the rule gives %(amount)s.", amount=amount))
    if assessment.maximum_cents:
        most = show_cents(assessment.maximum_cents)
        return str(_("A person judges, up to %(most)s.", most=most))
    return str(_("A person judges. The rule names no amount."))
