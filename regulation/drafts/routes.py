"""Pages of drafts of rules: begin one, read it, see what changes, bring it in. No rule stands here."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.queries import names_of
from core import clock
from core.blame import done
from core.db import transaction
from core.errors import RuleBroken
from core.pages.page import go, page
from regulation.drafts import actions, block_routes, queries
from regulation.drafts.blueprint import bp
from regulation.drafts.desk import seen_version
from regulation.drafts.models import RuleDraft
from regulation.drafts.starting.beginning import begin_copy, begin_next, begin_six, sources
from regulation.drafts.starting.forms import CopyForm, SixForm
from regulation.editing import showing
from regulation.editing.checking import checked
from regulation.editing.outline import outline_of
from regulation.shape.changes import changes
from regulation.versions.models import RuleVersion
from regulation.versions.queries import version_of

__all__ = ["block_routes", "bp"]


@bp.get("/regulation/drafts")
@needs(Permission.REGULATION_CHANGE)
def drafts() -> Response:
    """The drafts that somebody works on, and the ways to a new one."""
    found = queries.open_drafts()
    names = names_of({one.changed_by_id for one in found})
    return page("drafts/list.html", drafts=found, names=names)


@bp.route("/regulation/drafts/new", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
def new() -> Response:
    """A new rule from six answers."""
    form = SixForm()
    made: list[RuleDraft] = []
    if done(form, lambda: made.append(begin_six(form.six(), by=me()))):
        flash(_("Your draft is here. Fill in the numbers of the articles."), "success")
        return go(url_for(".show", rule_draft_id=made[0].id))
    return page("drafts/new.html", status=422 if form.is_submitted() else 200, form=form)


@bp.route("/regulation/drafts/copy", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
def copy() -> Response:
    """A new rule from one that exists."""
    form = CopyForm()
    form.source.offer(sources())
    made: list[RuleDraft] = []
    if done(form, lambda: made.append(begin_copy(form, by=me()))):
        return go(url_for(".show", rule_draft_id=made[0].id))
    return page("drafts/copy.html", status=422 if form.is_submitted() else 200, form=form)


@bp.post("/regulation/versions/<int:version_id>/draft")
@needs(Permission.REGULATION_CHANGE)
def change(version_id: int) -> Response:
    """A draft of the next version of a rule."""
    with transaction():
        rule_draft_id = begin_next(version_id, by=me()).id
    return go(url_for(".show", rule_draft_id=rule_draft_id))


@bp.get("/regulation/drafts/<int:rule_draft_id>")
@needs(Permission.REGULATION_CHANGE)
def show(rule_draft_id: int) -> Response:
    """The draft in sentences, block by block, with its examples beside it."""
    draft = queries.draft_of(rule_draft_id)
    tables = queries.tables_of(draft)
    found = checked(tables)
    return page(
        "drafts/show.html",
        draft=draft,
        sections=outline_of(tables),
        found=found,
        names=names_of({draft.changed_by_id}),
    )


@bp.post("/regulation/drafts/<int:rule_draft_id>/undo")
@needs(Permission.REGULATION_CHANGE)
def undo(rule_draft_id: int) -> Response:
    """The last change, and by pressing once more that change again."""
    draft = queries.draft_of(rule_draft_id, held=True)
    try:
        with transaction():
            actions.must_be(draft, seen_version(request.form))
            actions.undo(draft, by=me())
        flash(_("The last change was undone."), "success")
    except RuleBroken as broken:
        flash(str(broken), "info")
    return go(url_for(".show", rule_draft_id=rule_draft_id))


@bp.get("/regulation/drafts/<int:rule_draft_id>/changes")
@needs(Permission.REGULATION_CHANGE)
def draft_changes(rule_draft_id: int) -> Response:
    """What differs from the rule in force."""
    draft = queries.draft_of(rule_draft_id)
    return _compared(
        queries.tables_of(draft), draft.title, url_for(".show", rule_draft_id=draft.id)
    )


@bp.get("/regulation/versions/<int:version_id>/changes")
@needs(Permission.REGULATION_READ)
def version_changes(version_id: int) -> Response:
    """The same for a version."""
    version: RuleVersion = version_of(version_id)
    title = _("Version %(version)s", version=version.version)
    back = url_for("regulation.version", version_id=version.id)
    return _compared(queries.version_tables(version_id), title, back)


def _compared(tables: dict[str, object], title: str, back: str) -> Response:
    old = queries.in_force_tables()
    found = changes(old, tables) if old is not None else []
    parts = showing.parts_of(found, old or {}, tables)
    return page(
        "drafts/changes.html", parts=parts, old=old, name=title, back=back, on=clock.today()
    )


@bp.route("/regulation/drafts/<int:rule_draft_id>/bring-in", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
def bring_in(rule_draft_id: int) -> Response:
    """The draft becomes a version, which somebody else puts into force."""
    draft = queries.draft_of(rule_draft_id, held=request.method == "POST")
    if request.method == "POST":
        try:
            with transaction():
                actions.must_be(draft, seen_version(request.form))
                version_id = actions.bring_in(draft, by=me()).id
            flash(_("The version is here. Somebody else puts it into force."), "success")
            return go(url_for("regulation.version", version_id=version_id))
        except RuleBroken as broken:
            return _bring_in(queries.draft_of(rule_draft_id), 422, [(str(broken), None)])
    return _bring_in(draft, 200, [])


def _bring_in(draft: RuleDraft, status: int, errors: list[tuple[str, None]]) -> Response:
    found = checked(queries.tables_of(draft))
    return page("drafts/bring_in.html", status=status, draft=draft, found=found, errors=errors)


@bp.route("/regulation/drafts/<int:rule_draft_id>/discard", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
def discard(rule_draft_id: int) -> Response:
    """Throw the draft away, after a question."""
    draft = queries.draft_of(rule_draft_id, held=request.method == "POST")
    if request.method == "POST":
        with transaction():
            actions.must_be(draft, seen_version(request.form))
            actions.discard(draft, by=me())
        flash(_("The draft was thrown away."), "success")
        return go(url_for(".drafts"))
    return page("drafts/discard.html", draft=draft)
