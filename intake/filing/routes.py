"""The form of intake's requests: open, assess, keep, file, receipt. No rule stands here."""

import uuid
from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import keeps_late_text, me, needs, only_reads
from accounts.permissions import Permission
from core import audit, clock
from core.db import db, transaction
from core.drafts import DraftTaken
from core.errors import NotThere, RuleBroken
from core.ids import row_id
from core.letters import letters
from core.money import write_cents
from core.pages.page import go, page, wants_part
from intake.filing import actions, drafting, sending
from intake.filing.again import again_desk, again_of, last_year
from intake.filing.desk import Desk
from intake.filing.laying import draft_desk, new_desk, sent_desk
from intake.filing.lines import key_in
from intake.filing.verdict import several_of, verdict_of
from intake.people.identity import identity_of
from intake.people.queries import client_in_care, household_of
from intake.requests.blueprint import bp
from intake.requests.models import Filing
from intake.requests.queries import filing_for
from offer import queries as offer

PAGE = "requests/form.html"
# The parts of the page with the lines, and with what the rule asks; they are fetched anew when others
# must stand there.
PARTS = ("lines", "told")


@bp.get("/filings/new")
@needs(Permission.REQUEST_FILE)
def new() -> Response:
    """The form for a client, with an activity that was looked up; without a client the way to find one."""
    client_id = request.args.get("client", type=int)
    activity_id = row_id(request.args.get("activity"))
    if client_id is None:
        activity = offer.activity(activity_id) if activity_id is not None else None
        return page("requests/for_whom.html", activity=activity)
    wanted = request.args.getlist("again", type=int)
    if wanted:
        return show(again_desk(me(), client_id, wanted))
    return show(new_desk(me(), client_id, activity_id))


@bp.get("/clients/<int:client_id>/again")
@needs(Permission.REQUEST_FILE)
def again(client_id: int) -> Response:
    """What the household asked last year, as it would be now."""
    client = client_in_care(me(), client_id)
    audit.look("client", client.id)
    household = household_of(client, clock.today())
    return page(
        "requests/again.html",
        client=client,
        identity=identity_of(client, clock.today(), household),
        rows=again_of(me(), household),
        year=last_year(),
    )


@bp.get("/filings/drafts/<uuid:draft_id>")
@needs(Permission.REQUEST_FILE)
def draft(draft_id: uuid.UUID) -> Response:
    """Go on with a draft; one that has been filed shows its receipt."""
    filing_id = drafting.filed_as(me(), str(draft_id))
    if filing_id is not None:
        return go(url_for(".receipt", filing_id=filing_id))
    return show(draft_desk(me(), str(draft_id)))


@bp.post("/filings/drafts/<uuid:draft_id>")
@needs(Permission.REQUEST_FILE)
@keeps_late_text(drafting.keep_late)
def save_draft(draft_id: uuid.UUID) -> Response:
    """Keep what is typed: by itself while typing, or by the button and then back to the list."""
    try:
        with transaction():
            saved_at = drafting.keep(me(), request.form, draft_id)
    except DraftTaken as taken:
        return _taken(taken, draft_id)
    if request.form.get("then") == "evidence":
        return go(url_for(".evidence", draft_id=draft_id))
    if not wants_part():
        flash(_("The draft was kept."), "success")
        return go(url_for(".mine", state="drafts"))
    answer = page(PAGE, "requests/_draft_state.html", saved_at=saved_at, taken=None)
    # From now on the address of the page is the draft's: reload and sign-in come back to it.
    answer.headers["HX-Replace-Url"] = url_for(".draft", draft_id=draft_id)
    return answer


def _taken(taken: DraftTaken, draft_id: uuid.UUID) -> Response:
    newest = url_for(".draft", draft_id=draft_id)
    if wants_part():
        context = {"saved_at": taken.saved_at, "taken": newest}
        return page(PAGE, "requests/_draft_state.html", 409, **context)
    return show(sent_desk(me()), 409, taken=newest, taken_at=taken.saved_at)


@bp.post("/filings/drafts/<uuid:draft_id>/delete")
@needs(Permission.REQUEST_FILE)
def delete_draft(draft_id: uuid.UUID) -> Response:
    """Throw a draft away."""
    with transaction():
        drafting.throw_away(me(), draft_id)
    flash(_("The draft was deleted."), "success")
    return go(url_for(".mine", state="drafts"))


@bp.post("/filings/assess")
@needs(Permission.REQUEST_FILE)
@only_reads
@keeps_late_text(drafting.keep_late)
def assess() -> Response:
    """What the rule gives for the form as it stands."""
    desk = sent_desk(me())
    part = request.headers.get("HX-Target", "")
    if part in PARTS:
        return show(desk, part=f"requests/_{part}.html")
    desk.fill_in_first()
    answer = show(desk, part="requests/_assessment.html")
    if wants_part() and desk.asks_otherwise:
        answer.headers["HX-Trigger"] = ", ".join(f"{one}-changed" for one in desk.asks_otherwise)
    return answer


@bp.post("/filings/activities")
@needs(Permission.REQUEST_FILE)
@only_reads
@keeps_late_text(drafting.keep_late)
def activities() -> Response:
    """The offer that fits what is typed: suggestions, or without JavaScript choices in the form."""
    desk = sent_desk(me())
    desk.look_up(key_in(request.headers.get("HX-Target", "") or request.form.get("search", "")))
    if wants_part():
        return page(PAGE, "requests/_activities.html", desk=desk, write_cents=write_cents)
    return show(desk)


@bp.post("/filings")
@needs(Permission.REQUEST_FILE)
@keeps_late_text(drafting.keep_late)
def submit() -> Response:
    """File the form, once; the same form sent again shows the same receipt."""
    desk, account = sent_desk(me()), me()
    if desk.corrects is not None:
        raise NotThere  # it has a page of its own
    desk.seat_the_family()
    only_good = bool(request.form.get("others"))
    lines = sending.lines_to_file(desk, only_good=only_good)
    if lines:
        try:
            with transaction():
                asked = sending.filing_of(desk, lines)
                if only_good:
                    drafting.spare_papers(desk, lines)
                filing = actions.submit(asked, by=account, idempotency_key=desk.key)
                if only_good:
                    drafting.keep_rest(desk, filing, lines)
                filing_id = filing.id
            return go(url_for(".receipt", filing_id=filing_id))
        except RuleBroken as broken:
            desk.blame(broken)
    desk.saved_at = drafting.kept_at(account, desk.key)
    return show(desk, 422)


@bp.get("/filings/<int:filing_id>/receipt")
@needs(Permission.REQUEST_READ)
def receipt(filing_id: int) -> Response:
    """The receipt, to print; and what comes next."""
    filing, letter = _receipt_of(filing_id)
    content, rest = letters.content_of(letter), drafting.rest_of(me(), filing)
    return page("requests/receipt.html", filing=filing, content=content, rest=rest)


@bp.get("/filings/<int:filing_id>/receipt.pdf")
@needs(Permission.REQUEST_READ)
def receipt_pdf(filing_id: int) -> Response:
    """The same as a PDF."""
    filing, letter = _receipt_of(filing_id)
    answer = Response(letters.pdf_of(letter), mimetype="application/pdf")
    name = f"{filing.receipt_number}.pdf"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _receipt_of(filing_id: int) -> tuple[Filing, letters.Letter]:
    filing = filing_for(me(), filing_id)
    if filing.letter_id is None:
        raise NotThere  # taken over: nobody filed it here
    audit.look("filing", filing.id)
    return filing, db.session.get_one(letters.Letter, filing.letter_id)


def show(desk: Desk, status: int = 200, part: str | None = None, **context: Any) -> Response:
    """The form with what the rule gives beside it, or that alone."""
    desk.judge()
    if status == 422:
        context["errors"] = sending.slips_of(desk)
        context["good"] = sending.good_beside_wrong(desk)
    several = several_of(desk) if desk.is_several else None
    context |= {"desk": desk, "form": desk.form, "several": several, "verdict": verdict_of(desk)}
    if not (part and wants_part()):
        desk.seat_the_family()
        audit.look("client", desk.client.id)
    return page(PAGE, part, status, **context)
