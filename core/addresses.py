"""What may stand in an address and come in with a form, in the core room. It knows no route and no table."""

from flask import Flask, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.routing import IntegerConverter, ValidationError

from core.db import SAFE_METHODS

LARGEST_ROW = 2**63 - 1
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


def require_words() -> None:
    """A form holds words: JSON brings other things under the same names, and no page takes a file yet."""
    if request.method in SAFE_METHODS:
        return
    is_form = not request.mimetype or request.mimetype in FORMS
    if not is_form or request.files:
        raise BadRequest
