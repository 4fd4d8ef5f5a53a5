"""The terms room in templates: `code|term("category")` gives the word on screen. Adds no word."""

from typing import Final

from flask import Flask

from terms.lists import (
    AGE_BANDS,
    CATEGORIES,
    EVIDENCE,
    HOUSEHOLD_TYPES,
    LIFE_DOMAINS,
    PAYEES,
    PAYERS,
    PROVIDER_TYPES,
    REASONS,
    ROLES_IN_HOUSEHOLD,
    SECTORS,
    STATUSES,
    Term,
    label_of,
)

LISTS: Final[dict[str, dict[str, Term]]] = {
    "age_band": AGE_BANDS,
    "category": CATEGORIES,
    "evidence": EVIDENCE,
    "household_type": HOUSEHOLD_TYPES,
    "life_domain": LIFE_DOMAINS,
    "payee": PAYEES,
    "payer": PAYERS,
    "provider_type": PROVIDER_TYPES,
    "reason": REASONS,
    "role": ROLES_IN_HOUSEHOLD,
    "sector": SECTORS,
    "status": STATUSES,
}


def term(code: str | None, name: str) -> str:
    """The word on screen for a code of the list with this name; nothing for no code."""
    return label_of(LISTS[name], code)


def init_terms(app: Flask) -> None:
    """Give templates the filter."""
    app.jinja_env.filters["term"] = term
