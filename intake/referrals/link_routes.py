"""Links for partners: made, listed, withdrawn. They read input, call and answer; no rule stands here."""

from flask import Response, request, url_for

from accounts.gate import me, needs
from accounts.links import actions, queries
from accounts.links.models import AccessLink
from accounts.permissions import Permission
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from intake.referrals.blueprint import bp
from intake.referrals.forms import LinkForm
from intake.referrals.teams import teams_of


@bp.get("/referrals/links")
@needs(Permission.REFERRAL_LINKS)
def links() -> Response:
    """The links there are, and the form for a new one."""
    return _links(_form())


@bp.post("/referrals/links")
@needs(Permission.REFERRAL_LINKS)
def make_link() -> Response:
    """Make a link; it stands on the answer, and nowhere else afterwards."""
    form = _form()
    made: list[tuple[AccessLink, str]] = []
    if not done(form, lambda: made.append(actions.make_link(form.new_link(), by=me()))):
        return _links(form, 422)
    link, token = made[0]
    address = url_for(".form", token=token, _external=True)
    return page("referrals/link_made.html", link=link, address=address)


@bp.post("/referrals/links/<int:link_id>/withdraw")
@needs(Permission.REFERRAL_LINKS)
def withdraw_link(link_id: int) -> Response:
    """From now on it opens nothing."""
    link = queries.link_for(me(), link_id)
    with transaction():
        actions.withdraw_link(link, by=me())
    return go(url_for(".links"))


def _form() -> LinkForm:
    form = LinkForm()
    form.offer_teams(teams_of(me()))
    return form


def _links(form: LinkForm, status: int = 200) -> Response:
    found = queries.page_of_links(me(), key=request.args.get("key"))
    return page("referrals/links.html", status=status, form=form, found=found, on=today())
