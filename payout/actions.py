"""Verbs of payout: issue a proof, revoke it, hand it over. They commit nothing and decide no request."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import select

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import audit, clock, settings
from core.clock import add_days
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from fund.models import Decision
from intake.requests.actions import mark_left
from intake.requests.models import Request
from payout import proof
from payout.codes import new_code
from payout.models import Voucher
from regulation.findings.assessment import Parts

# How long after the day of the activity, or of the decision when that is later.
VALID_DAYS = settings.Key("proof_valid_days", default=60)
DRAWS = 5


def issue(request: Request, decision: Decision, parts: Parts) -> Voucher:
    """The proof of a granted discount, with its code; one for each grant."""
    voucher = Voucher(
        request_id=request.id,
        cause=f"grant:{decision.id}",
        kind="proof",
        code=_free_code(),
        amount_cents=parts.network_cents,
        client_cents=request.cost_cents - parts.provider_cents - parts.network_cents,
        provider_cents=parts.provider_cents,
        issued_at=decision.decided_at,
        valid_until_on=_valid_until(request.cost_on),
    )
    db.session.add(voucher)
    db.session.flush()
    proof.issue(voucher, request)
    audit.record("proof.issue", kind="voucher", object_id=voucher.id)
    return voucher


def revoke(request: Request) -> None:
    """Every proof of this request loses its worth."""
    standing = select(Voucher).where(Voucher.request_id == request.id, Voucher.revoked_at.is_(None))
    for voucher in db.session.scalars(standing):
        voucher.revoked_at = clock.now()
        audit.record("proof.revoke", kind="voucher", object_id=voucher.id)


def hand_over(request: Request, voucher: Voucher, *, by: Account) -> None:
    """The proof is in the client's hands: something has left the house, so no undo any more."""
    if not may(by, Permission.PROOF):
        raise NotThere
    if voucher.request_id != request.id:
        raise NotThere
    if voucher.revoked_at is not None:
        raise Conflict(_("This proof was revoked. Do not hand it over."))
    if voucher.valid_until_on < clock.today():
        raise RuleBroken(_("This proof is no longer valid."))
    if voucher.handed_over_at is not None:
        return
    voucher.handed_over_at = clock.now()
    mark_left(request, voucher.handed_over_at)
    audit.record("proof.hand_over", kind="voucher", object_id=voucher.id)


def _valid_until(cost_on: dt.date) -> dt.date:
    return add_days(max(cost_on, clock.today()), settings.get(VALID_DAYS))


def _free_code() -> str:
    """A code that no proof ever had; the unique column has the last word."""
    for _draw in range(DRAWS):
        code = new_code()
        if db.session.scalar(select(Voucher.id).where(Voucher.code == code)) is None:
            return code
    raise LookupError("no free code was drawn")
