"""The form of one block of a draft: change, add, keep while typing, move, take away. No rule stands here."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import keeps_late_text, me, needs, only_reads
from accounts.permissions import Permission
from core.db import transaction
from core.drafts import DraftTaken
from core.errors import NotThere
from core.pages.page import go, page, wants_part
from regulation.drafts import actions, keeping, queries
from regulation.drafts.blueprint import bp
from regulation.drafts.desk import BlockDesk, desk_of, seen_version, title_of
from regulation.drafts.meanwhile import BlockChanged, changed_since
from regulation.drafts.models import RuleDraft
from regulation.editing.checking import checked, name_of
from regulation.editing.outline import row_of, uses_of
from regulation.editing.paths import address_of, anchor_of
from regulation.shape import changing
from regulation.shape.shape import NoSuchPlace

BLOCK = "/regulation/drafts/<int:rule_draft_id>/block/<path:at>"
PAGE = "drafts/block.html"


@bp.get(BLOCK)
@needs(Permission.REGULATION_CHANGE)
def block(rule_draft_id: int, at: str) -> Response:
    """The form, with what was typed in it earlier and never saved."""
    draft, kind = queries.draft_of(rule_draft_id), request.args.get("kind")
    kept = keeping.kept(me(), rule_draft_id, at)
    sent = keeping.typed_in(kept.body) if kept else None
    return _form(desk_of(draft, address_of(at), kind, sent), at, kept=kept)


@bp.post(BLOCK)
@needs(Permission.REGULATION_CHANGE)
@keeps_late_text(keeping.keep_late)
def save_block(rule_draft_id: int, at: str) -> Response:
    """Save the block in the draft; one that somebody else changed meanwhile is not overwritten."""
    draft = queries.draft_of(rule_draft_id, held=True)
    desk = desk_of(draft, address_of(at), request.args.get("kind"), request.form)
    if "show" in request.form:
        return _form(desk, at)
    if desk.wrong():
        return _form(desk, at, 422)
    try:
        with transaction():
            changed_since(desk, request.form)
            tables, address = desk.new_tables()
            actions.change(draft, tables, by=me())
            keeping.forget(me(), rule_draft_id, at)
    except BlockChanged as changed:
        return _form(
            desk, at, 409, meanwhile=changed, before=(draft.lock_version, desk.opened_text)
        )
    _say(draft, _("Saved: %(name)s.", name=name_of(tables, address)))
    return go(url_for(".show", rule_draft_id=rule_draft_id, _anchor=anchor_of(address)))


def _say(draft: RuleDraft, words: str) -> None:
    """What was done, with the way back."""
    notice: Any = {
        "words": words,
        "undo_url": url_for("drafts.undo", rule_draft_id=draft.id),
        "undo_fields": {"lock_version": draft.lock_version},
    }
    flash(notice, "success")


def _form(desk: BlockDesk, at: str, status: int = 200, **context: Any) -> Response:
    context = {"kept": None, "meanwhile": None, "before": desk.opened_with} | context
    return page(
        PAGE,
        status=status,
        desk=desk,
        form=desk.form,
        at=at,
        kind=request.args.get("kind"),
        shown=request.form.get("show"),
        name=title_of(desk),
        found=checked(desk.tables),
        draft=desk.draft,
        **context,
    )


@bp.post("/regulation/drafts/<int:rule_draft_id>/kept/<path:at>")
@needs(Permission.REGULATION_CHANGE)
@keeps_late_text(keeping.keep_late)
def keep_block(rule_draft_id: int, at: str) -> Response:
    """Keep what is typed: by itself while typing, or by the button and then back to the draft."""
    back = url_for(".show", rule_draft_id=rule_draft_id)
    context: dict[str, Any] = {"saved_at": None, "taken": None}
    try:
        with transaction():
            context["saved_at"] = keeping.keep(me(), request.form, rule_draft_id, at)
    except DraftTaken:
        context["taken"] = url_for(
            ".block", rule_draft_id=rule_draft_id, at=at, kind=request.args.get("kind")
        )
    if wants_part():
        status = 409 if context["taken"] else 200
        return page("drafts/_kept.html", "drafts/_kept.html", status, **context)
    flash(_("What you typed is kept in this form."), "success")
    return go(context["taken"] or back)


@bp.post("/regulation/drafts/<int:rule_draft_id>/forget/<path:at>")
@needs(Permission.REGULATION_CHANGE)
def forget_block(rule_draft_id: int, at: str) -> Response:
    """Leave what was typed: the form shows again what the draft says."""
    queries.draft_of(rule_draft_id)
    with transaction():
        keeping.forget(me(), rule_draft_id, at)
    return go(url_for(".block", rule_draft_id=rule_draft_id, at=at, kind=request.args.get("kind")))


@bp.post("/regulation/drafts/<int:rule_draft_id>/try/<path:at>")
@needs(Permission.REGULATION_CHANGE)
@only_reads
def try_block(rule_draft_id: int, at: str) -> Response:
    """Which examples come out with the block as it is typed."""
    draft = queries.draft_of(rule_draft_id)
    desk = desk_of(draft, address_of(at), request.args.get("kind"), request.form)
    if not wants_part():
        return _form(desk, at)
    tables = desk.new_tables()[0] if desk.form.validate() else desk.tables
    found = checked(tables)
    return page(PAGE, "drafts/_examples.html", found=found, draft=draft, as_typed=True)


@bp.route("/regulation/drafts/<int:rule_draft_id>/remove/<path:at>", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
def remove_block(rule_draft_id: int, at: str) -> Response:
    """Take a block away, after a question."""
    draft = queries.draft_of(rule_draft_id, held=request.method == "POST")
    tables, address = queries.tables_of(draft), address_of(at)
    try:
        row, name = row_of(tables, address), name_of(tables, address)
        without = changing.remove(tables, address)
    except (NoSuchPlace, ValueError) as error:
        raise NotThere from error
    if request.method == "POST":
        with transaction():
            actions.must_be(draft, seen_version(request.form))
            actions.change(draft, without, by=me())
        _say(draft, _("Taken away: %(name)s.", name=name))
        return go(url_for(".show", rule_draft_id=rule_draft_id))
    uses = uses_of(tables, address)
    return page("drafts/remove.html", draft=draft, at=at, row=row, uses=uses)


@bp.post("/regulation/drafts/<int:rule_draft_id>/move/<path:at>")
@needs(Permission.REGULATION_CHANGE)
def move_block(rule_draft_id: int, at: str) -> Response:
    """One place earlier or later in its list."""
    draft = queries.draft_of(rule_draft_id, held=True)
    move = changing.move_down if request.form.get("way") == "down" else changing.move_up
    try:
        tables, address = move(queries.tables_of(draft), address_of(at))
    except (NoSuchPlace, ValueError, IndexError) as error:
        raise NotThere from error
    with transaction():
        actions.must_be(draft, seen_version(request.form))
        actions.change(draft, tables, by=me())
    return go(url_for(".show", rule_draft_id=rule_draft_id, _anchor=anchor_of(address)))
