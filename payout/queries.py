"""Reading proofs in payout, always through the request's own door. Changes nothing."""

from sqlalchemy import select

from core.db import db
from core.errors import NotThere
from core.letters.letters import Letter
from intake.requests.models import Request
from payout.models import Voucher
from payout.proof import SUBJECT


def newest_proof(request: Request) -> Voucher:
    """The proof of a request, revoked or not; NotThere when it never had one."""
    voucher = db.session.scalars(
        select(Voucher)
        .where(Voucher.request_id == request.id)
        .order_by(Voucher.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if voucher is None:
        raise NotThere
    return voucher


def letter_of(voucher: Voucher) -> Letter:
    """The proof as it was frozen."""
    return db.session.scalars(
        select(Letter)
        .where(Letter.subject_kind == SUBJECT, Letter.subject_id == voucher.id)
        .order_by(Letter.id.desc())
        .limit(1)
    ).one()


def held_request(request: Request) -> Request:
    """The request's row, locked until the transaction ends and as it is stored now."""
    return db.session.get_one(Request, request.id, with_for_update=True, populate_existing=True)
