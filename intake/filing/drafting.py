"""Keeping an unfinished form of intake's requests, as it is typed. It judges nothing and files nothing."""

import datetime as dt
import uuid

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from accounts.late import browser_session
from accounts.models import Account
from core import audit, drafts
from core.db import db
from core.errors import NotThere
from core.ids import row_id
from intake.evidence import actions as evidence
from intake.filing.desk import subject_of
from intake.filing.forms import draft_key, typed_in
from intake.people.queries import client_for
from intake.requests.lists import DRAFT_KIND
from intake.requests.queries import filing_by_key


def keep(
    account: Account, sent: MultiDict[str, str], draft_id: uuid.UUID | str | None = None
) -> dt.datetime | None:
    """Store what is typed, right or wrong; None when this form has been filed meanwhile.

    Raises NotThere for a client who is not ours, DraftTaken when it was saved from elsewhere.
    """
    key = draft_key(str(draft_id or sent.get("draft_id")))
    if key is None:
        raise NotThere
    client = client_for(account, row_id(sent.get("opened_for")) or 0)
    if filed_as(account, key) is not None:
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
