"""The page behind a partner's link, for a guide without an account. It tells nothing of anybody.

A link that never was, is over, used or withdrawn gets one and the same answer; who tries many of
them is asked to wait, whatever the next one would open."""

from flask import Response, current_app, request, url_for

from accounts import slowdown
from accounts.gate import public, takes_small_form
from accounts.links.queries import open_link
from core.db import transaction
from core.pages.page import go, page
from intake.referrals import actions
from intake.referrals.blueprint import bp
from intake.referrals.forms import ReferralForm

# Eight short fields and a thousand signs, each of at most a dozen bytes once it is encoded.
LARGEST_BYTES = 24 * 1024
FORM = "referrals/form.html"


@bp.get("/refer/<token>")
@public
def form(token: str) -> Response:
    """The form, as long as the link works."""
    if slowdown.is_slow_for_links(_address()):
        return page("referrals/slow.html", status=429)
    link = open_link(token, actions.KIND)
    return _dead() if link is None else page(FORM, form=ReferralForm(), link=link, token=token)


@bp.post("/refer/<token>")
@public
@takes_small_form(LARGEST_BYTES)
def send(token: str) -> Response:
    """Keep what was told. Of two forms on the last use of a link one is kept."""
    if slowdown.is_slow_for_links(_address()):
        return page("referrals/slow.html", status=429)
    form, link = ReferralForm(), open_link(token, actions.KIND)
    if form.validate():
        with transaction():
            kept = actions.receive(token, form.told(), form_key=form.form_key.data or "")
        return go(url_for(".received")) if kept else _dead()
    return _dead() if link is None else page(FORM, status=422, form=form, link=link, token=token)


@bp.get("/received")
@public
def received() -> Response:
    """That it came in, and nothing else: the same page for everybody, whoever was told of."""
    return page("referrals/received.html")


def _address() -> str:
    return request.remote_addr or ""


def _dead() -> Response:
    """The one answer; that it was given is counted once it has gone, so that a GET writes nothing."""
    answer = page("referrals/dead.html", status=404)
    app, address = current_app.app_context().app, _address()

    def count() -> None:
        try:
            with app.app_context(), transaction():
                slowdown.count_dead_link(address)
        except Exception:
            app.logger.exception("a link that opens nothing was not counted")

    answer.call_on_close(count)
    return answer
