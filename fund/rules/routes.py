"""The page that puts a rule version into force. It reads input, calls and answers; no rule stands here."""

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, who
from accounts.permissions import Permission
from core import clock
from core.blame import done
from core.pages.page import go, page
from fund.rules import actions, queries
from fund.rules.forms import EnactForm
from regulation.versions.actions import CouncilDecision
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, version_of
from regulation.versions.readiness import reasons_against

bp = Blueprint("rules", __name__)


@bp.get("/regulation/versions/<int:version_id>/enact")
@needs(Permission.REGULATION_ENACT)
def enact(version_id: int) -> Response:
    """What stands in the way, or the form."""
    version = version_of(version_id)
    first_day = queries.first_possible_day(version, on=clock.today())
    return _enact_page(version, EnactForm(from_on=first_day))


@bp.post("/regulation/versions/<int:version_id>/enact")
@needs(Permission.REGULATION_ENACT)
def put_into_force(version_id: int) -> Response:
    """From that day on it judges."""
    version = version_of(version_id)
    form = EnactForm()

    def act() -> None:
        assert form.from_on.data
        assert form.council_on.data
        decision = CouncilDecision(form.council_on.data, form.council_number.data)
        actions.enact(version, by=me(), from_on=form.from_on.data, council=decision)

    if not done(form, act):
        return _enact_page(version_of(version_id), form, 422)
    flash(_("Version %(version)s enters into force.", version=version.version), "success")
    return go(url_for("regulation.version", version_id=version_id))


def _enact_page(version: RuleVersion, form: EnactForm, status: int = 200) -> Response:
    today = clock.today()
    from_on = version.valid_from if form.from_on.errors else form.from_on.data
    return page(
        "rules/enact.html",
        status=status,
        version=version,
        form=form,
        against=list(reasons_against(version, who().person_id)),
        lost=queries.disappearing(version, from_on, on=today) if from_on else None,
        current=rule_in_force(today),
    )
