"""Correcting a request of intake while it is open: a new version, judged anew. Commits nothing."""

from flask_babel import gettext as _
from sqlalchemy import delete

from accounts.models import Account
from core import audit, clock, drafts
from core.db import db
from core.errors import RuleBroken
from intake.asking.asked import RequestInput
from intake.asking.showing import Frozen
from intake.filing.actions import columns_of, note_payers
from intake.filing.checking import judged
from intake.requests.actions import add_version, note_facts, propose
from intake.requests.changes import changes_between, words_on
from intake.requests.judging import Judgement, frozen_of
from intake.requests.life import advance, allowed
from intake.requests.lists import DRAFT_KIND
from intake.requests.models import OtherPayerPart, Request
from intake.requests.queries import latest_version


def correct(
    request: Request, asked: RequestInput, *, by: Account, note: str, draft_key: str
) -> None:
    """Ask it otherwise: the former version is kept, the rule judges anew, the term does not move.

    `draft_key` is that of the form: sent twice it is one correction.

    The caller holds the row. RuleBroken where the rule cannot take it, or nothing is different.
    """
    allowed(request, "correct", by=by)
    judgement = judged(asked, request.client, corrects=request)
    before, former = latest_version(request), words_on(request)
    known = frozen_of(before)
    _write(request, asked, judgement)
    now = Frozen(judgement.rules, judgement.facts, asked.told.to_json())
    if not changes_between(former, known, words_on(request), now):
        raise RuleBroken(
            _("Nothing is different yet. Only something to add? Do that on the request’s page.")
        )
    add_version(
        *(request, before.number + 1, by, before.rule_version_id, judgement.facts, asked.told),
        former={**former, "form": draft_key},
    )
    propose(request)
    request.corrected_at = clock.now()
    advance(request, "correct", by=by, why=note)
    drafts.delete(DRAFT_KIND, draft_key, owner_id=by.person_id)
    audit.record("request.correct", kind="request", object_id=request.id)


def _write(request: Request, asked: RequestInput, judgement: Judgement) -> None:
    for name, value in columns_of(asked, judgement).items():
        setattr(request, name, value)
    note_facts(request, judgement.facts)
    db.session.execute(delete(OtherPayerPart).where(OtherPayerPart.request_id == request.id))
    note_payers(request, asked)
