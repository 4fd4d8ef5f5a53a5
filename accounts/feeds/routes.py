"""The calendar behind its private address, and making that address. They read input, call and answer."""

from flask import Response, flash, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.blueprint import bp
from accounts.feeds import actions
from accounts.feeds.queries import accounts_behind
from accounts.feeds.sources import entries_of
from accounts.gate import me, needs, public
from accounts.permissions import Permission
from core import clock
from core.db import transaction
from core.ics import calendar
from core.pages.page import go, page


@bp.get("/calendar/<feed_token>.ics")
@public
def feed(feed_token: str) -> Response:
    """For a program that shows calendars: it cannot sign in, so the address is the key."""
    accounts = accounts_behind(feed_token)
    with force_locale(accounts[0].language):
        entries = {one.uid: one for account in accounts for one in entries_of(account)}
        text = calendar(_("Culture Fund"), entries.values(), made_at=clock.now())
    answer = Response(text, content_type="text/calendar; charset=utf-8")
    answer.headers.set("Content-Disposition", "attachment", filename="cultuurfonds.ics")
    return answer


@bp.post("/account/calendar")
@needs(Permission.OWN_ACCOUNT)
def make_feed() -> Response:
    """A new address; it stands on the answer, and nowhere else afterwards."""
    with transaction():
        token = actions.make_feed(me())
    address = url_for(".feed", feed_token=token, _external=True)
    return page("accounts/feed_made.html", address=address)


@bp.post("/account/calendar/withdraw")
@needs(Permission.OWN_ACCOUNT)
def withdraw_feed() -> Response:
    """From now on it opens nothing."""
    with transaction():
        actions.withdraw_feed(me())
    flash(_("The address of your calendar no longer works."), "success")
    return go(url_for(".own"))
