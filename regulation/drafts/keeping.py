"""Keeping what is typed in the form of a block until it is saved. It changes no draft of a rule."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Final

from flask import request
from werkzeug.datastructures import MultiDict

from accounts.late import browser_session
from accounts.models import Account
from core import drafts
from core.errors import NotThere
from regulation.drafts.desk import desk_of
from regulation.drafts.queries import draft_of
from regulation.editing.paths import address_of

KEPT: Final = "rule_block"
# Of the page, and not of the form.
NOT_TYPED: Final = frozenset({"csrf_token", "kept_version", "show"})
LONGEST_NUMBER: Final = 9


def keep(account: Account, sent: MultiDict[str, str], rule_draft_id: int, at: str) -> dt.datetime:
    """Store what is typed, right or wrong; raises DraftTaken when it was saved from elsewhere."""
    _must_be_there(rule_draft_id, at)
    number = sent.get("kept_version", "")
    return drafts.save(
        KEPT,
        _key(account, rule_draft_id, at),
        {name: sent.getlist(name) for name in sent if name not in NOT_TYPED},
        owner_id=account.person_id,
        session_id=browser_session(),
        subject=str(rule_draft_id),
        version=int(number) if number.isdigit() and len(number) <= LONGEST_NUMBER else None,
    )


def keep_late(account: Account, sent: MultiDict[str, str], rule_draft_id: int, at: str) -> None:
    """The same for the gate, when the session ran out while the form was being filled in."""
    keep(account, sent, rule_draft_id, at)


def kept(account: Account, draft_id: int, at: str) -> drafts.OpenDraft | None:
    """What was typed earlier in this form and never saved."""
    try:
        return drafts.load(KEPT, _key(account, draft_id, at), owner_id=account.person_id)
    except NotThere:
        return None


def typed_in(body: Mapping[str, list[str]]) -> MultiDict[str, str]:
    """What was kept, as a form sends it."""
    return MultiDict((name, one) for name, values in body.items() for one in values)


def forget(account: Account, draft_id: int, at: str) -> None:
    """It has been saved, or is no longer wanted."""
    _must_be_there(draft_id, at)
    drafts.delete(KEPT, _key(account, draft_id, at), owner_id=account.person_id)


def _must_be_there(draft_id: int, at: str) -> None:
    """Nothing is kept for a block that is not there."""
    desk_of(draft_of(draft_id), address_of(at), request.args.get("kind"), None)


def _key(account: Account, draft_id: int, at: str) -> str:
    """The same form of the same person is the same draft; a new block by the kind that it is."""
    kind = request.args.get("kind", "")
    told = f"{KEPT}/{account.person_id}/{draft_id}/{at}/{kind}"
    return str(uuid.uuid5(uuid.NAMESPACE_OID, told))
