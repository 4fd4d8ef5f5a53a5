"""Pages of the setup: the eight questions, and what is still missing. No rules."""

from flask import Blueprint, Response, url_for

from accounts import passphrases
from accounts.gate import begin_writing, me, needs, only_reads
from accounts.models import Account
from accounts.permissions import Permission
from core import settings
from core.blame import done
from core.letters.letters import NEUTRAL_LINES, NEUTRAL_NAME, SENDER_LINES, SENDER_NAME
from core.pages.page import go, page
from fund.setup import actions, queries
from fund.setup.choices import BASIS, BODY
from fund.setup.forms import QuestionsForm
from regulation.drafts.queries import shipped

bp = Blueprint("setup", __name__)


@bp.get("/setup")
@needs(Permission.SETUP)
def checklist() -> Response:
    """What is there, what is missing, and where to go."""
    return page("setup/checklist.html", items=queries.checklist())


@bp.get("/setup/questions")
@needs(Permission.SETUP)
def questions() -> Response:
    """The eight questions, with what is known already."""
    return page("setup/questions.html", form=_form())


@bp.post("/setup/questions")
@needs(Permission.SETUP)
@only_reads
def answer() -> Response:
    """Store the answers; the one-time passphrases are shown on this answer, and never again."""
    form = _form()
    made: list[Account] = []
    secrets: dict[str, str] = {}
    if form.validate():
        secrets = {one.username: passphrases.one_time() for one in form.everybody}
    hashes = {username: passphrases.hashed(secret) for username, secret in secrets.items()}
    begin_writing()
    if not done(form, lambda: made.extend(actions.answer(form, hashes, by=me()))):
        return page("setup/questions.html", status=422, form=form)
    if not made:
        return go(url_for(".checklist"))
    return page("setup/handed_over.html", accounts=made, secrets=secrets)


def _form() -> QuestionsForm:
    known = {
        "centre": settings.get(SENDER_NAME),
        "basis": settings.get(BASIS),
        "body": settings.get(BODY),
        "sender_lines": "\n".join(settings.get(SENDER_LINES)),
        "neutral_name": settings.get(NEUTRAL_NAME),
        "neutral_lines": "\n".join(settings.get(NEUTRAL_LINES)),
    }
    form = QuestionsForm(data={name: value for name, value in known.items() if value})
    form.rule.offer((one.name, one.title) for one in shipped())
    return form
