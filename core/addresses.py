"""What may stand in an address and come in with a form, in the core room. It knows no route and no table."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.routing import IntegerConverter, ValidationError

from core.db import SAFE_METHODS

LARGEST_ROW = 2**63 - 1
View = TypeVar("View", bound=Callable[..., Any])
FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


class RowNumber(IntegerConverter):
    """The number of a row, in plain figures: `１２` is 12 to Python, and 2**63 is no number to a database."""

    regex = "[0-9]{1,19}"

    def to_python(self, value: str) -> int:
        """A number that no row can have makes an address that is not there."""
        number = int(super().to_python(value))
        if number > LARGEST_ROW:
            raise ValidationError
        return number


def init_addresses(app: Flask) -> None:
    """Call this after the gate, which says first who may ask, and before the rooms bring their routes."""
    app.url_map.converters["int"] = RowNumber
    app.before_request(require_letters)
    app.before_request(require_words)


def require_letters() -> None:
    """NUL is in no name and no key, and PostgreSQL fails on a question with one: nothing is there."""
    if "\x00" in request.path or b"%00" in request.query_string:
        raise NotFound


def takes_file(field: str, *, most_bytes: int | None = None) -> Callable[[View], View]:
    """Mark a view whose form has one field for a file; everywhere else a file is refused.

    `most_bytes` lets this form be larger than forms are elsewhere, once the gate knows who sends it.
    Such a view is marked with `only_reads` too: nobody holds the writing lock while a file comes in."""

    def mark(view: View) -> View:
        view.__dict__["takes_file"] = field
        view.__dict__["most_bytes"] = most_bytes
        return view

    return mark


def require_words() -> None:
    """A form holds words: JSON brings other things under the same names, and a file only where one is asked."""
    if request.method in SAFE_METHODS:
        return
    is_form = not request.mimetype or request.mimetype in FORMS
    view = current_app.view_functions.get(request.endpoint or "")
    asked = getattr(view, "takes_file", None)
    if not is_form or any(name != asked for name in request.files):
        raise BadRequest
