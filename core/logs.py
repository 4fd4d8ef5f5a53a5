"""Logs of the core room: one JSON object a line, without personal data. Where they go is the server's."""

import json
import logging
import secrets
import sys
import traceback
from typing import Any

from flask import Flask, g, has_app_context, has_request_context, request

from core import clock

OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def error_id() -> str:
    """What one error is called, on the page and in the log; the same for the whole request."""
    if "error_id" not in g:
        g.error_id = secrets.token_hex(4)
    return str(g.error_id)


class JsonFormatter(logging.Formatter):
    """Names, numbers and places in the code. Never an address, a value, or the text of an error:

    those quote what people typed, and a database error quotes the row.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line: dict[str, Any] = {
            "at": clock.machine_now().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in OWN_FIELDS}
        if has_request_context():
            line |= {"method": request.method, "endpoint": request.endpoint}
        if has_app_context() and "error_id" in g:
            line["error_id"] = g.error_id
        if record.exc_info and record.exc_info[0] is not None:
            line |= _described(record.exc_info[1])
        return json.dumps(line, default=str)


def init_logs(app: Flask) -> None:
    """Let every logger of this process write such lines to standard error, and nothing beside them."""
    app.logger.handlers.clear()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for talkative in ("huey", "alembic", "werkzeug"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    if not any(isinstance(handler.formatter, JsonFormatter) for handler in root.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonFormatter())
        root.addHandler(handler)


def _described(error: BaseException | None) -> dict[str, Any]:
    """The classes of the error and of its causes, and where in the code it came up."""
    classes, seen = [], error
    while seen is not None:
        classes.append(type(seen).__name__)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    return {"error": classes, "where": [f"{f.filename}:{f.lineno} {f.name}" for f in frames[-8:]]}
