"""Suggesting a provider, and answering a suggestion. Commits nothing."""

from dataclasses import asdict, dataclass

from flask_babel import gettext as _

from accounts.models import Account
from core import audit
from core.clock import now
from core.db import db
from core.errors import RuleBroken
from offer.models import Provider
from offer.queries import provider_named
from offer.suggestions.models import ADOPTED, SET_ASIDE, ProviderSuggestion


@dataclass(frozen=True)
class Suggested:
    """The facts of a provider that is not in the offer yet, and why it should be."""

    name: str
    what: str
    place: str
    contact: str
    why: str


def suggest(suggested: Suggested, *, by: Account) -> ProviderSuggestion:
    """Put a provider before who keeps the offer."""
    if provider_named(suggested.name) is not None:
        raise RuleBroken(_("There is already a provider with this name."), "name")
    row = ProviderSuggestion(**asdict(suggested), made_by_id=by.person_id, made_at=now())
    db.session.add(row)
    db.session.flush()
    audit.record("suggestion.make", kind="suggestion", object_id=row.id)
    return row


def adopt(suggestion: ProviderSuggestion, provider: Provider, *, by: Account) -> None:
    """It has become this provider."""
    suggestion.provider_id = provider.id
    _answer(suggestion, ADOPTED, by)
    audit.record("suggestion.adopt", kind="suggestion", object_id=suggestion.id)


def set_aside(suggestion: ProviderSuggestion, words: str, *, by: Account) -> None:
    """It stays out of the offer; who suggested it reads why."""
    suggestion.answer = words
    _answer(suggestion, SET_ASIDE, by)
    audit.record("suggestion.set_aside", kind="suggestion", object_id=suggestion.id)


def _answer(suggestion: ProviderSuggestion, state: str, by: Account) -> None:
    suggestion.state, suggestion.answered_at = state, now()
    suggestion.answered_by_id = by.person_id
