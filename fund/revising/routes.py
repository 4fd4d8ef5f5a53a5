"""The page on which a decision is revised. It reads input, calls and answers; no rule stands here."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.pages.page import go, page
from fund import wording
from fund.bodies.guard import be_let_in
from fund.bodies.models import FirstRuling
from fund.case import Case, case_of
from fund.models import Decision
from fund.revising.actions import may_revise, revise
from fund.revising.forms import ReviseForm
from intake.requests.queries import for_update
from intake.requests.showing import verdict_on

bp = Blueprint("revising", __name__)


@bp.get("/worklist/<int:request_id>/revise")
@needs(Permission.DECIDE)
def show(request_id: int) -> Response:
    """What was decided, what the rule gives now, and the form for another decision."""
    return _page(request_id, ReviseForm(formdata=None))


@bp.post("/worklist/<int:request_id>/revise")
@needs(Permission.DECIDE)
def do(request_id: int) -> Response:
    """Decide anew."""
    form, made = ReviseForm(), list[Decision | FirstRuling]()
    found = _to_revise(request_id).request

    def act() -> None:
        held = for_update(found.id, form.seen_version)
        made.append(revise(held, form.wanted, by=me()))

    if not done(form, act):
        return _page(request_id, form, status=422)
    if isinstance(made[0], FirstRuling):
        said = _("%(number)s: a second person confirms your revision.", number=found.number)
    else:
        said = wording.replaced_words(found, made[0])
    flash(said, "success")
    return go(url_for("fund.case", request_id=request_id))


def _to_revise(request_id: int) -> Case:
    """NotThere, RuleBroken or Conflict for who does not revise it, or not now."""
    found = case_of(me(), request_id)
    be_let_in(found.request, me())
    may_revise(found.request, by=me())
    return found


def _page(request_id: int, form: ReviseForm, status: int = 200) -> Response:
    found = _to_revise(request_id)
    audit.look("request", found.request.id)
    form.offer_proofs(found.judged.assessment)
    return page(
        "revising/revise.html",
        status=status,
        case=found,
        form=form,
        verdict=verdict_on(found.judged.assessment),
        say=wording,
    )
