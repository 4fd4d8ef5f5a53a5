"""Pages of one paper in intake's evidence: looked at, handed over, replaced, taken back. No rule stands here."""

from collections.abc import Sequence

from flask import Response, flash, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs, only_reads, takes_up_to
from accounts.permissions import Permission
from accounts.queries import may
from core import audit
from core.addresses import takes_file
from core.blame import done
from core.errors import NotThere
from core.pages.page import go, page
from core.sealing import files
from core.sealing.files import StoredFile
from intake.evidence import actions
from intake.evidence.arriving import Arrived
from intake.evidence.blueprint import bp
from intake.evidence.bringing import brought
from intake.evidence.content.kinds import JPEG
from intake.evidence.forms import MOST_SENT_BYTES, TOO_LARGE, GoForm, NewFileForm
from intake.evidence.models import Paper
from intake.evidence.queries import paper_for, sent_name_of, workable_paper
from intake.evidence.showing import called
from intake.evidence.when import may_go
from intake.requests.models import Request
from intake.requests.queries import for_update


@bp.get("/evidence/<int:paper_id>")
@needs(Permission.REQUEST_READ)
def show(paper_id: int) -> Response:
    """One paper, as large as the screen allows."""
    return _page(paper_id)


@bp.get("/evidence/<int:paper_id>/picture")
@needs(Permission.REQUEST_READ)
def picture(paper_id: int) -> Response:
    """Its first page, as we drew it; the page that holds it notes that it was looked at."""
    paper = paper_for(me(), paper_id)
    return _handed(paper, paper.preview, "inline")


@bp.get("/evidence/<int:paper_id>/file")
@needs(Permission.REQUEST_READ)
def file(paper_id: int) -> Response:
    """The file itself."""
    paper = paper_for(me(), paper_id)
    answer = _handed(paper, paper.content, "attachment")
    audit.look("evidence", paper.id, why="file")
    return answer


def too_large(paper_id: int) -> Response:
    """More than may be sent at once: said beside the field."""
    form = NewFileForm(formdata=None)
    form.files.errors = [str(TOO_LARGE)]
    return _page(paper_id, form, status=413)


@bp.post("/evidence/<int:paper_id>/replace")
@needs(Permission.EVIDENCE)
@only_reads
@takes_up_to(MOST_SENT_BYTES, too_large)
@takes_file("files")
def replace(paper_id: int) -> Response:
    """Another file in its stead."""
    workable_paper(me(), paper_id)
    form, now = NewFileForm(), [paper_id]

    def keep(arrived: Sequence[Arrived]) -> None:
        paper = workable_paper(me(), paper_id)
        added = actions.replace(paper, arrived, by=me(), to=_held(paper))
        now[:] = [one.id for one in added] or now

    if not brought(form, keep):
        return _page(paper_id, form, status=422)
    flash(_("The paper was replaced."), "success")
    return go(url_for(".show", paper_id=now[0]))


@bp.post("/evidence/<int:paper_id>/withdraw")
@needs(Permission.EVIDENCE)
def withdraw(paper_id: int) -> Response:
    """Take it back, with a reason."""
    workable_paper(me(), paper_id)
    form = GoForm()

    def act() -> None:
        paper = workable_paper(me(), paper_id)
        actions.withdraw(paper, by=me(), why=form.why.data or "", of=_held(paper))

    if not done(form, act):
        return _page(paper_id, form, status=422)
    flash(_("The paper was taken back. That it was here, and why it went, stays."), "success")
    return go(_back_to(workable_paper(me(), paper_id)))


def _held(paper: Paper) -> Request | None:
    asked = paper.request
    return for_update(asked.id, asked.lock_version) if asked is not None else None


def _handed(paper: Paper, stored: StoredFile | None, way: str) -> Response:
    """The bytes under a name of ours; the gate of headers shuts what is handed over in a sandbox."""
    if stored is None:
        raise NotThere
    answer = Response(files.read(stored), mimetype=stored.content_type)
    ending = "jpg" if stored.content_type == JPEG else "pdf"
    name = f"{paper.kind}-{paper.id}.{ending}"
    answer.headers.set("Content-Disposition", way, filename=name)
    return answer


def _back_to(paper: Paper) -> str:
    if paper.draft_key is not None:
        return url_for("requests.evidence", draft_id=paper.draft_key)
    return url_for(".of_request", request_id=paper.request_id)


def _page(paper_id: int, form: NewFileForm | GoForm | None = None, status: int = 200) -> Response:
    paper = paper_for(me(), paper_id)
    audit.look("evidence", paper.id)
    return page(
        "evidence/paper.html",
        None,
        status,
        paper=paper,
        sent_name=sent_name_of(paper),
        words=called(paper.kind),
        back_url=_back_to(paper),
        may_go=may_go(paper) and may(me(), Permission.EVIDENCE),
        form=form,
        new_file=form if isinstance(form, NewFileForm) else NewFileForm(formdata=None),
        going=form if isinstance(form, GoForm) else GoForm(formdata=None),
    )
