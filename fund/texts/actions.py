"""Verbs of the words of refusals: a new version, or back to the shipped ones. They commit nothing."""

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, NotThere
from fund.texts.filling import checked
from fund.texts.models import RefusalText
from fund.texts.queries import versions_of
from fund.texts.shipped import SITUATIONS


def edit(code: str, words: str | None, *, seen_number: int, by: Account) -> RefusalText | None:
    """A new version of the words of a reason; None goes back to what was shipped, if it is not so already.

    Decisions keep the words that they were taken with. Conflict when somebody else edited meanwhile.
    """
    if code not in SITUATIONS:
        raise NotThere
    known = versions_of(code)
    number = known[0].number if known else 0
    if words is None and (not known or known[0].words is None):
        return None
    if number != seen_number:
        raise Conflict
    row = RefusalText(
        code=code,
        number=number + 1,
        words=None if words is None else checked(words),
        made_at=clock.now(),
        made_by_id=by.person_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record("refusal_text.edit", kind="refusal_text", object_id=row.id)
    return row
