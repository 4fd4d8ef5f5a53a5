"""A request as its own form again, to put right: what was asked, as one would type it. It changes nothing."""

import uuid

from sqlalchemy import select

from accounts.models import Account
from core.clock import show_date
from core.db import db
from core.ids import row_id
from core.money import write_cents
from intake.asking.asked import PAYS
from intake.asking.forms import field_name, typed_in_form
from intake.asking.told import SCHEME
from intake.filing.lines import LINE_FIELD, Typed
from intake.requests.judging import frozen_of, judge_frozen
from intake.requests.models import Request, RequestVersion
from intake.requests.queries import latest_version, other_parts_of, workable_request


def corrected_in(account: Account, typed: Typed) -> Request | None:
    """The request that a form puts right: it stays for the same person, and is one request."""
    request_id = row_id(typed.get("corrects"))
    if request_id is None:
        return None
    found = workable_request(account, request_id)
    for name in [one for one in typed if LINE_FIELD.fullmatch(one)]:
        typed.poplist(name)
    typed["opened_for"] = typed["client_id"] = str(found.client_id)
    return found


def has_become(typed: Typed, key: str) -> bool:
    """Is this very form a correction already? Then it is sent twice, or kept too late."""
    request_id = row_id(typed.get("corrects"))
    if request_id is None:
        return False
    former = select(RequestVersion.former).where(
        RequestVersion.request_id == request_id, RequestVersion.former.is_not(None)
    )
    newest = db.session.scalar(former.order_by(RequestVersion.number.desc()).limit(1))
    return newest is not None and newest.get("form") == key


def typed_of(request: Request) -> Typed:
    """The fields of the form as the request stands now."""
    version = latest_version(request)
    typed = Typed(
        {
            "draft_id": str(uuid.uuid4()),
            "corrects": str(request.id),
            "seen_version": str(request.lock_version),
            "what": request.what,
            "activity_id": str(request.activity_id or ""),
            "cost": write_cents(request.cost_cents),
            "cost_on": show_date(request.cost_on),
            "reason": request.reason,
            "category": request.category,
            "provider_name": request.provider_name,
            "kind": request.kind,
            "payee": request.payee,
        }
    )
    typed.setlist("evidence_seen", version.evidence_seen)
    for part in other_parts_of(request):
        typed[f"part_{part.payer}"] = write_cents(part.amount_cents) if part.amount_cents else ""
        typed[f"answer_{part.payer}"] = part.answer if part.answer != PAYS else ""
    _tell(typed, request, version)
    return typed


def _tell(typed: Typed, request: Request, version: RequestVersion) -> None:
    """What was told of what the rule asks."""
    frozen = frozen_of(version)
    for name, values in typed_in_form(frozen.form(judge_frozen(request, frozen))):
        typed.setlist(name, values)
    if frozen.told.scheme:
        typed[field_name(SCHEME)] = frozen.told.scheme
