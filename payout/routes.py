"""Pages of payout: the neutral proof, on screen, on paper and as PDF. They read input, call and answer."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.errors import Conflict
from core.letters import letters
from core.pages.page import go, page
from intake.requests.models import Request
from intake.requests.queries import request_for, workable_request
from payout import actions
from payout.models import Voucher
from payout.queries import held_request, letter_of, newest_proof

bp = Blueprint("payout", __name__)


@bp.get("/proofs/<int:request_id>")
@needs(Permission.PROOF)
def proof(request_id: int) -> Response:
    """The proof to print or to copy the code from."""
    return _proof_page(request_for(me(), request_id))


@bp.get("/proofs/<int:request_id>.pdf")
@needs(Permission.PROOF)
def pdf(request_id: int) -> Response:
    """The same on paper; a revoked proof is not printed."""
    voucher = newest_proof(request_for(me(), request_id))
    _look(voucher)
    if voucher.revoked_at is not None:
        raise Conflict(_("This proof was revoked. Do not hand it over."))
    answer = Response(letters.pdf_of(letter_of(voucher)), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{voucher.code}.pdf"'
    return answer


@bp.post("/proofs/<int:request_id>/handed-over")
@needs(Permission.PROOF)
def handed_over(request_id: int) -> Response:
    """The client has it now."""
    found = workable_request(me(), request_id)

    def act() -> None:
        held = held_request(found)
        actions.hand_over(held, newest_proof(held), by=me())

    form = FlaskForm()
    if not done(form, act):
        return _proof_page(found, form)
    flash(_("Noted: the client has the proof."), "success")
    return go(url_for("payout.proof", request_id=request_id))


def _proof_page(found: Request, form: FlaskForm | None = None) -> Response:
    voucher = newest_proof(found)
    _look(voucher)
    return page(
        "payout/proof.html",
        status=422 if form else 200,
        request_id=found.id,
        number=found.number,
        voucher=voucher,
        content=letters.content_of(letter_of(voucher)),
        form=form,
    )


def _look(voucher: Voucher) -> None:
    audit.look("voucher", voucher.id)
