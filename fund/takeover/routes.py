"""Where the pages of takeovers stand: lists of people for who may see files, the offer for who keeps it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, Response

from accounts.gate import needs
from accounts.permissions import Permission
from fund.takeover import pages

View = Callable[..., Response]

# (method, address, page), the same for both: which kinds of lists are meant follows from who asks.
PAGES: tuple[tuple[str, str, View], ...] = (
    ("GET", "", pages.overview),
    ("GET", "/new", pages.new),
    ("POST", "/new", pages.upload),
    ("GET", "/<int:takeover_id>", pages.one),
    ("POST", "/<int:takeover_id>/columns", pages.columns),
    ("POST", "/<int:takeover_id>/store", pages.store),
    ("POST", "/<int:takeover_id>/again", pages.again),
    ("POST", "/<int:takeover_id>/drop", pages.drop),
)


def _standing_at(name: str, prefix: str, permission: Permission) -> Blueprint:
    blueprint = Blueprint(name, __name__)
    for method, address, view in PAGES:
        marked = needs(permission)(_own(view))
        blueprint.add_url_rule(prefix + address, view.__name__, marked, methods=[method])
    return blueprint


def _own(view: View) -> View:
    """The same view with marks of its own."""

    @wraps(view)
    def page(**values: Any) -> Response:
        return view(**values)

    return page


files_bp = _standing_at("takeover", "/takeover", Permission.TAKEOVER_FILES)
offer_bp = _standing_at("offer_takeover", "/offer/takeover", Permission.TAKEOVER_OFFER)
