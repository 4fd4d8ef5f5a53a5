"""The terms room in templates: `code|term("category")` gives the word on screen. Adds no word."""

from typing import Final

from flask import Flask

from terms.lists import (
    AGE_BANDS,
    ASIDE_REASONS,
    BARRIERS,
    CATEGORIES,
    EVIDENCE,
    HELPED,
    HINDRANCES,
    HOUSEHOLD_TYPES,
    LANGUAGES,
    LIFE_DOMAINS,
    PAYEES,
    PAYER_ANSWERS,
    PAYERS,
    PROVIDER_TYPES,
    REASONS,
    ROLES_IN_HOUSEHOLD,
    SECTORS,
    STATUSES,
    WENT,
    Term,
    label_of,
)
from terms.offer_lists import FACILITIES, THEMES, WEEKDAYS
from terms.rule_lists import (
    APPLICANTS,
    BODIES,
    BURDENS,
    INCOMES,
    LEEFLOON_CATEGORIES,
    PARTS,
    PAYMENT_MODES,
    PROOF_FIELDS,
    REMEDIES,
    UNITS,
)

LISTS: Final[dict[str, dict[str, Term]]] = {
    "age_band": AGE_BANDS,
    "applicant": APPLICANTS,
    "aside_reason": ASIDE_REASONS,
    "barrier": BARRIERS,
    "body": BODIES,
    "burden": BURDENS,
    "category": CATEGORIES,
    "evidence": EVIDENCE,
    "facility": FACILITIES,
    "helped": HELPED,
    "hindrance": HINDRANCES,
    "household_type": HOUSEHOLD_TYPES,
    "income": INCOMES,
    "language": LANGUAGES,
    "leefloon_category": LEEFLOON_CATEGORIES,
    "life_domain": LIFE_DOMAINS,
    "part": PARTS,
    "payee": PAYEES,
    "payer": PAYERS,
    "payer_answer": PAYER_ANSWERS,
    "payment_mode": PAYMENT_MODES,
    "proof_field": PROOF_FIELDS,
    "provider_type": PROVIDER_TYPES,
    "reason": REASONS,
    "remedy": REMEDIES,
    "role": ROLES_IN_HOUSEHOLD,
    "sector": SECTORS,
    "status": STATUSES,
    "theme": THEMES,
    "unit": UNITS,
    "weekday": WEEKDAYS,
    "went": WENT,
}


def term(code: str | None, name: str) -> str:
    """The word on screen for a code of the list with this name; nothing for no code."""
    return label_of(LISTS[name], code)


def init_terms(app: Flask) -> None:
    """Give templates the filter."""
    app.jinja_env.filters["term"] = term
