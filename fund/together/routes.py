"""Pages of deciding together: begin, look at each, decide, what came out. They read input, call and answer."""

from flask import Blueprint, Response, request, url_for

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from fund import wording
from fund.narrowing.filters import read
from fund.together import actions, queries, showing
from fund.together.forms import KeptForm
from fund.together.life import READY
from intake.requests.recusal.queries import closed_among

bp = Blueprint("together", __name__)


@bp.get("/worklist/together")
@needs(Permission.DECIDE)
def mine() -> Response:
    """What one decides together, running or done."""
    found = queries.page_of_batches(me(), request.args.get("key"))
    counts = queries.counts_of(found.items)
    return page("together/list.html", found=found, counts=counts, say=showing)


@bp.post("/worklist/together")
@needs(Permission.DECIDE)
def begin() -> Response:
    """Look through the worklist as it is narrowed now."""
    with transaction():
        batch = actions.gather(read(request.args).address, by=me())
    return go(url_for("together.one", batch_id=batch.id))


@bp.get("/worklist/together/<int:batch_id>")
@needs(Permission.DECIDE)
def one(batch_id: int) -> Response:
    """How far it is, the requests to look at, or what became of them."""
    return _page(batch_id)


@bp.post("/worklist/together/<int:batch_id>/decide")
@needs(Permission.DECIDE)
def decide(batch_id: int) -> Response:
    """Grant those that are ticked."""
    form = KeptForm()
    kept = [number for number in form.kept.data or () if number]

    def act() -> None:
        account = me()
        actions.decide(queries.batch_for(account, batch_id, held=True), kept, by=account)

    queries.batch_for(me(), batch_id)
    if done(form, act):
        return go(url_for("together.one", batch_id=batch_id))
    return _page(batch_id, form, 422)


@bp.post("/worklist/together/<int:batch_id>/again")
@needs(Permission.DECIDE)
def again(batch_id: int) -> Response:
    """Go on after it stopped halfway."""
    with transaction():
        actions.again(queries.batch_for(me(), batch_id, held=True), by=me())
    return go(url_for("together.one", batch_id=batch_id))


def _page(batch_id: int, form: KeptForm | None = None, status: int = 200) -> Response:
    batch = queries.batch_for(me(), batch_id)
    lines = queries.lines_of(batch, reader=me())
    audit.look("batch", batch.id)
    if form is not None and lines:
        form.kept.id = f"kept-{lines[0].id}"  # what is wrong leads to the first one
    return page(
        "together/one.html",
        "together/_state.html",
        status=status,
        batch=batch,
        lines=lines,
        closed=closed_among(me(), [one.request_id for one in lines]),
        money=showing.money_of(lines) if batch.stage == READY else [],
        form=form,
        today=today(),
        say=showing,
        words=wording,
    )
