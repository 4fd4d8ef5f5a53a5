"""How the core room answers: a whole page, its part for htmx, or a way onward. It knows no template by name."""

from typing import Any, cast

from flask import Response, make_response, redirect, render_template, request
from htmx_flask import make_response as make_htmx_response
from htmx_flask.requests import HtmxAwareRequest


def wants_part() -> bool:
    """Whether htmx asks for a piece of a page that it already shows (not for one from history)."""
    htmx = cast(HtmxAwareRequest, request).htmx
    return bool(htmx) and not htmx.history_restore_request


def page(whole: str, part: str | None = None, status: int = 200, **context: Any) -> Response:
    """The page `whole`, or for htmx the `part` that the page includes: the same markup both times."""
    name = part if part is not None and wants_part() else whole
    return _varying(make_response(render_template(name, **context), status))


def go(url: str) -> Response:
    """Onward after a success: 303 for a browser, 204 with HX-Redirect for htmx."""
    if wants_part():
        return _varying(make_htmx_response("", 204, redirect=url))
    return _varying(cast(Response, redirect(url, 303)))


def _varying(response: Response) -> Response:
    response.vary.add("HX-Request")
    return response
