"""Pages of referrals for the team that gets them. They read input, call and answer; no rule stands here."""

import uuid
from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import audit
from core.blame import done
from core.clock import add_days
from core.pages.page import go, page
from intake.filing import drafting
from intake.people.actions import LooksLikeAnother
from intake.people.models import Client
from intake.people.routes import note_twins
from intake.people.twins.queries import Twin
from intake.referrals import actions, queries
from intake.referrals.blueprint import bp
from intake.referrals.forms import AsideForm, KnownForm, OpenForm, PaperForm
from intake.referrals.life import WAITING
from intake.referrals.models import Referral
from intake.referrals.wish import typed_of

MANDATE_DAYS = 365
KNOWN = "known-"


@bp.get("/referrals")
@needs(Permission.REFERRALS)
def waiting() -> Response:
    """Whom partners referred to one's team: what waits, or what was done with."""
    is_done = request.args.get("state") == "done"
    found, rows = queries.page_of_referrals(me(), waiting=not is_done, key=request.args.get("key"))
    audit.look("referrals", "done" if is_done else "waiting")
    return page("referrals/list.html", found=found, rows=rows, is_done=is_done)


@bp.route("/referrals/new", methods=["GET", "POST"])
@needs(Permission.REFERRALS)
def type_in() -> Response:
    """The form on paper: printed empty, and typed in."""
    form = PaperForm()
    made: list[Referral] = []

    def act() -> None:
        typed = (form.told(), form.organisation.data or "")
        made.append(actions.type_in(*typed, by=me(), form_key=form.form_key.data or ""))

    if done(form, act):
        return go(url_for(".show", referral_id=made[0].id))
    return page("referrals/paper.html", status=422 if form.errors else 200, form=form)


@bp.get("/referrals/<int:referral_id>")
@needs(Permission.REFERRALS)
def show(referral_id: int) -> Response:
    """What was told, and the three ways on."""
    return _page(queries.referral_for(me(), referral_id))


@bp.post("/referrals/<int:referral_id>/open")
@needs(Permission.REFERRALS)
def open_new(referral_id: int) -> Response:
    """A new file, and on to the request."""
    referral, form = queries.referral_for(me(), referral_id), OpenForm()
    despite = "despite_twins" in request.form
    made: list[str] = []

    def act() -> None:
        told = (form.person(), form.holds_until())
        client = actions.open_new(referral, *told, by=me(), despite_twins=despite)
        made.append(_begin(referral, client))

    try:
        if done(form, act):
            return go(url_for("requests.draft", draft_id=made[0]))
    except LooksLikeAnother as broken:
        form.form_errors.append(str(broken))
        return _page(referral, 422, broken.twins, opening=form)
    return _page(referral, 422, opening=form)


@bp.post("/referrals/<int:referral_id>/link")
@needs(Permission.REFERRALS)
def link_known(referral_id: int) -> Response:
    """A file that exists, and on to the request."""
    referral, form = queries.referral_for(me(), referral_id), KnownForm(prefix=KNOWN)
    made: list[str] = []

    def act() -> None:
        client_id = queries.client_numbered(me(), form.number)
        client = actions.link_known(referral, client_id, form.holds_until(), by=me())
        made.append(_begin(referral, client))

    if done(form, act):
        return go(url_for("requests.draft", draft_id=made[0]))
    return _page(referral, 422, known=form)


@bp.post("/referrals/<int:referral_id>/set-aside")
@needs(Permission.REFERRALS)
def set_aside(referral_id: int) -> Response:
    """It goes no further."""
    referral, form = queries.referral_for(me(), referral_id), AsideForm()
    if done(form, lambda: actions.set_aside(referral, form.reason.data, by=me())):
        flash(_("Set aside."), "success")
        return go(url_for(".waiting"))
    return _page(referral, 422, aside=form)


def _begin(referral: Referral, client: Client) -> str:
    """The draft of the request, with the wish in the partner's words; its key."""
    key = str(uuid.uuid4())
    typed = typed_of(queries.told_in(referral), referral.organisation, client)
    drafting.keep(me(), MultiDict(typed | {"draft_id": key}))
    return key


def _page(
    referral: Referral, status: int = 200, twins: list[Twin] | None = None, **refused: Any
) -> Response:
    """`refused` is the form that was wrong, in place of a fresh one."""
    audit.look("referral", referral.id)
    told = queries.told_in(referral) if referral.sealed_told else None
    forms: dict[str, Any] = {}
    if told and referral.state == WAITING:
        fresh: dict[str, Any] = {"formdata": None}
        fresh["until_on"] = add_days(told.signed_on, MANDATE_DAYS)
        names = {"given_name": told.given_name, "family_name": told.family_name}
        forms = {
            "opening": OpenForm(**fresh, **names),
            "known": KnownForm(**fresh, prefix=KNOWN),
            "aside": AsideForm(formdata=None),
            "found": queries.known_of(me(), told),
        }
    note_twins(twins or [])
    context = {**forms, **refused, "form": next(iter(refused.values()), None)}
    return page(
        "referrals/one.html", status=status, one=referral, told=told, twins=twins or [], **context
    )
