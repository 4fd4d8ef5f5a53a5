"""Reading suggestions. Changes nothing."""

from sqlalchemy import select

from accounts.models import Account
from core.db import db
from core.errors import Conflict, NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from offer.suggestions.models import OPEN, ProviderSuggestion


def page_of_suggestions(
    *, is_open: bool, by: Account | None = None, key: str | None = None
) -> Page[ProviderSuggestion]:
    """Those that wait, the oldest first, or those that were answered, the newest first; of one person."""
    waits = ProviderSuggestion.state == OPEN
    statement = select(ProviderSuggestion).where(waits if is_open else ~waits)
    if by is not None:
        statement = statement.where(ProviderSuggestion.made_by_id == by.person_id)
    return page_of(statement, [By(ProviderSuggestion.id, descending=not is_open)], key=key)


def suggestion(suggestion_id: int) -> ProviderSuggestion:
    """One suggestion; NotThere when it does not exist."""
    is_id = is_row_id(suggestion_id)
    found = db.session.get(ProviderSuggestion, suggestion_id) if is_id else None
    if found is None:
        raise NotThere
    return found


def for_answer(suggestion_id: int) -> ProviderSuggestion:
    """One that still waits, locked until the transaction ends; Conflict when it was answered meanwhile."""
    found = suggestion(suggestion_id)
    db.session.refresh(found, with_for_update={"of": ProviderSuggestion})
    if found.state != OPEN:
        raise Conflict
    return found
