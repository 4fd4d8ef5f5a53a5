"""Pages of the regulation: the rule in force, its versions, a new one brought in. They read, call and answer."""

from flask import Blueprint, Response, flash, make_response, request, url_for
from flask_babel import gettext as _
from werkzeug.utils import secure_filename

from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.queries import names_of
from core import clock
from core.addresses import takes_file
from core.blame import done
from core.errors import RuleBroken
from core.pages.page import go, page
from regulation.versions import actions, queries, reading
from regulation.versions.examples import tried
from regulation.versions.forms import BringInForm
from regulation.versions.library import shipped, shipped_rule
from regulation.versions.models import RuleVersion

bp = Blueprint("regulation", __name__)


@bp.get("/regulation")
@needs(Permission.REGULATION_READ)
def read() -> Response:
    """The rule in force today, article by article."""
    version = queries.rule_in_force(clock.today())
    if version is None:
        return page("regulation/read.html", rules=None)
    rules = queries.rule_set(version)
    return page("regulation/read.html", **reading.shown(rules, reading.lead_of(version)))


@bp.get("/regulation/published")
@needs(Permission.REGULATION_READ)
def published() -> Response:
    """The rules of other municipalities that ship with the product, and our example."""
    return page("regulation/published.html", rules=shipped().values())


@bp.get("/regulation/published/<rule_id>")
@needs(Permission.REGULATION_READ)
def published_rule(rule_id: str) -> Response:
    """One of them, as its source prints it."""
    rules = shipped_rule(rule_id)
    crumb = (_("Published rules"), url_for("regulation.published"))
    return page("regulation/read.html", **reading.shown(rules, rules.source.name, crumb=crumb))


@bp.get("/regulation/versions")
@needs(Permission.REGULATION_READ)
def versions() -> Response:
    """All versions that were ever brought in, the newest first."""
    found = queries.history(key=request.args.get("key"))
    return page(
        "regulation/versions.html", found=found, names=_names(found.items), on=clock.today()
    )


@bp.get("/regulation/versions/<int:version_id>")
@needs(Permission.REGULATION_READ)
def version(version_id: int) -> Response:
    """One version: where it stands, and whether its own examples come out."""
    shown = queries.version_of(version_id)
    rules = queries.rule_set(shown)
    return page(
        "regulation/version.html",
        version=shown,
        rules=rules,
        examples=tried(rules),
        following=queries.following(shown),
        names=_names([shown]),
        on=clock.today(),
    )


@bp.get("/regulation/versions/<int:version_id>/text")
@needs(Permission.REGULATION_READ)
def text(version_id: int) -> Response:
    """What a version says, as a page to read."""
    shown = queries.version_of(version_id)
    rules, lead = queries.rule_set(shown), reading.lead_of(shown)
    crumb = (_("Versions"), url_for("regulation.versions"))
    return page("regulation/read.html", **reading.shown(rules, lead, crumb=crumb))


@bp.get("/regulation/versions/<int:version_id>/file")
@needs(Permission.REGULATION_READ)
def file(version_id: int) -> Response:
    """The text of a version, to the byte as it was brought in."""
    shown = queries.version_of(version_id)
    answer = make_response(shown.source_toml.encode())
    name = secure_filename(shown.rule_id) or "reglement"
    answer.headers["Content-Type"] = "application/toml; charset=utf-8"
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}-{shown.version}.toml")
    return answer


@bp.route("/regulation/versions/new", methods=["GET", "POST"])
@needs(Permission.REGULATION_CHANGE)
@takes_file("file")
def bring_in() -> Response:
    """A version more, from a file or a text; it judges nothing yet."""
    form = BringInForm()
    made: list[RuleVersion] = []

    def act() -> None:
        try:
            made.append(actions.bring_in(form.toml_text, by=me()))
        except RuleBroken as broken:
            raise RuleBroken(broken.message, form.used) from broken

    if done(form, act):
        flash(_("Version %(version)s is here.", version=made[0].version), "success")
        return go(url_for(".version", version_id=made[0].id))
    return page("regulation/bring_in.html", status=422 if form.is_submitted() else 200, form=form)


def _names(shown: list[RuleVersion]) -> dict[int, str]:
    """Who brought these in and put them into force, by number."""
    numbers = {number for one in shown for number in (one.brought_in_by_id, one.in_force_by_id)}
    return names_of({number for number in numbers if number is not None})
