"""Pages of trials: one's own, a new one, how far it is and what came out. They read input, call and answer."""

from typing import Any

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.db import transaction
from core.pages.page import go, page
from fund.replays import actions, texts, wording
from fund.replays.forms import TryForm
from fund.replays.models import RuleReplay
from fund.replays.queries import page_of_replays, replay_for, requests_named
from fund.replays.showing import Findings, findings_of
from intake.requests.queries import reads_every_team
from regulation.versions.queries import history

bp = Blueprint("replays", __name__)


@bp.get("/regulation/replays")
@needs(Permission.REGULATION_TRY)
def mine() -> Response:
    """One's own trials, running or done."""
    found = page_of_replays(me(), request.args.get("key"))
    return page("replays/list.html", found=found, say=wording)


@bp.get("/regulation/replays/new")
@needs(Permission.REGULATION_TRY)
def new() -> Response:
    """Which version or draft, which period; the page of one says which."""
    form = TryForm()
    draft = request.args.get("draft")
    form.version.data = f"{texts.DRAFT}{draft}" if draft else request.args.get("version")
    return _form_page(form)


@bp.post("/regulation/replays/new")
@needs(Permission.REGULATION_TRY)
def start() -> Response:
    """Have it tried; the page of the trial shows how far it is."""
    form = TryForm()
    form.offer(texts.choices(me(), history().items))
    asked: list[RuleReplay] = []

    def act() -> None:
        title, text = texts.chosen(form.version.data or "")
        asked.append(actions.start(title, text, form.period, by=me()))

    if done(form, act):
        return go(url_for("replays.one", replay_id=asked[0].id))
    return _form_page(form, status=422)


@bp.get("/regulation/replays/<int:replay_id>")
@needs(Permission.REGULATION_TRY)
def one(replay_id: int) -> Response:
    """How far it is, or what came out; asked again and again while it runs."""
    account = me()
    replay = replay_for(account, replay_id)
    # What was worked out for who read every file is no longer for who lost that.
    is_lost = replay.with_examples and not reads_every_team(account)
    findings = findings_of(replay.result) if replay.result is not None and not is_lost else None
    if isinstance(findings, Findings) and replay.with_examples:
        audit.look("rule_replay", replay.id)
        findings.name_examples(requests_named(account, findings.request_ids))
    context: dict[str, Any] = {"replay": replay, "findings": findings, "say": wording}
    context["is_lost"] = is_lost
    return page("replays/one.html", "replays/_state.html", **context)


@bp.post("/regulation/replays/<int:replay_id>/again")
@needs(Permission.REGULATION_TRY)
def again(replay_id: int) -> Response:
    """Once more after it went wrong."""
    with transaction():
        actions.again(replay_for(me(), replay_id), by=me())
    flash(_("The trial begins again."), "info")
    return go(url_for("replays.one", replay_id=replay_id))


def _form_page(form: TryForm, status: int = 200) -> Response:
    """The newest versions and the drafts; the one that is tried next stands there already."""
    newest = history().items
    offered = texts.choices(me(), newest)
    form.offer(offered)
    if form.version.data is None and not form.is_submitted():
        form.version.data = wording.likely(newest)
    totals = not reads_every_team(me())
    return page(
        "replays/new.html", status=status, form=form, has_texts=bool(offered), totals=totals
    )
