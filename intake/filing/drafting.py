"""Keeping an unfinished form of intake's requests, as it is typed. It judges nothing and files nothing."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from accounts.late import browser_session
from accounts.models import Account
from core import audit, drafts
from core.db import db
from core.errors import NotThere
from core.ids import row_id
from intake.evidence import actions as evidence
from intake.filing.corrected import has_become
from intake.filing.desk import Desk, subject_of
from intake.filing.forms import draft_key
from intake.filing.line import Line
from intake.filing.lines import typed_in, without
from intake.people.queries import client_in_care
from intake.requests.lists import DRAFT_KIND
from intake.requests.models import Filing
from intake.requests.queries import filing_by_key


def keep(
    account: Account, sent: MultiDict[str, str], draft_id: uuid.UUID | str | None = None
) -> dt.datetime | None:
    """Store what is typed, right or wrong; None when this form has been filed meanwhile, or became a correction.

    Raises NotThere for a client who is not ours, DraftTaken when it was saved from elsewhere.
    """
    key = draft_key(str(draft_id or sent.get("draft_id")))
    if key is None:
        raise NotThere
    client = client_in_care(account, row_id(sent.get("opened_for")) or 0)
    if filed_as(account, key) is not None or has_become(sent, key):
        return None
    if db.session.scalar(select(drafts.Draft.id).where(drafts.Draft.id == key)) is None:
        audit.record("draft.begin", kind="draft", object_id=key)
    return drafts.save(
        DRAFT_KIND,
        key,
        typed_in(sent),
        owner_id=account.person_id,
        session_id=browser_session(),
        subject=subject_of(client),
        version=row_id(sent.get("draft_version")),
    )


def keep_late(
    account: Account, sent: MultiDict[str, str], draft_id: uuid.UUID | None = None
) -> None:
    """The same for the gate, when the session ran out while the form was being filled in."""
    keep(account, sent, draft_id)


def kept_at(account: Account, draft_id: str) -> dt.datetime | None:
    """When this form was last kept, if it was."""
    try:
        return drafts.load(DRAFT_KIND, draft_id, owner_id=account.person_id).saved_at
    except NotThere:
        return None


def throw_away(account: Account, draft_id: uuid.UUID) -> None:
    """Delete one's own draft; another's is not there, and nothing is said to be deleted."""
    drafts.load(DRAFT_KIND, str(draft_id), owner_id=account.person_id)
    drafts.delete(DRAFT_KIND, str(draft_id), owner_id=account.person_id)
    evidence.forget(str(draft_id), by=account)
    audit.record("draft.delete", kind="draft", object_id=str(draft_id))


def filed_as(account: Account, draft_id: str) -> int | None:
    """The filing that this form has become already; somebody else's is not there."""
    filing = filing_by_key(draft_id)
    if filing is None:
        return None
    if filing.filed_by_id != account.person_id:
        raise NotThere
    return filing.id


def spare_papers(desk: Desk, filed: Sequence[Line]) -> None:
    """What was sent is of the first line: when that one is not filed yet, it stays with the rest."""
    if desk.lines[0] not in filed:
        evidence.move(desk.key, rest_key(desk.key), by=desk.account)


def keep_rest(desk: Desk, filing: Filing, filed: Sequence[Line]) -> None:
    """What of a form was not filed yet stays, as it was typed, under a key of its own: once."""
    key, owner_id = rest_key(filing.idempotency_key), desk.account.person_id
    dropped = [line for line in desk.lines if line in filed or line.is_blank]
    left = [line for line in desk.lines if line not in dropped]
    if not left or rest_of(desk.account, filing) or filed_as(desk.account, key) is not None:
        return
    people = {line.client.id for line in left}
    typed = without(desk.typed, {line.key for line in dropped}, people)
    typed = left[0].typed if len(left) == 1 else typed
    audit.record("draft.begin", kind="draft", object_id=key)
    drafts.save(
        DRAFT_KIND,
        key,
        typed_in(typed) | {"draft_id": [key]},
        owner_id=owner_id,
        session_id=browser_session(),
        subject=subject_of(desk.client),
    )


def rest_of(account: Account, filing: Filing) -> str | None:
    """The draft with what was not filed together with the rest of its form."""
    key = rest_key(filing.idempotency_key)
    return key if kept_at(account, key) is not None else None


def rest_key(idempotency_key: str) -> str:
    """Made from the key of the form: the same form sent twice leaves one rest."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{idempotency_key}/rest"))
