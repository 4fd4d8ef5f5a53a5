"""Logs: one JSON object a line, with the place of an error and nothing that people typed."""

import json
import logging
import sys

from flask import Flask

from core.logs import JsonFormatter, error_id


def line(record: logging.LogRecord) -> dict[str, object]:
    return json.loads(JsonFormatter().format(record))  # type: ignore[no-any-return]


def record(message: str, exc_info: object = None) -> logging.LogRecord:
    return logging.LogRecord("core", logging.ERROR, __file__, 1, message, (), exc_info)  # type: ignore[arg-type]


def test_a_line_says_what_happened_and_where() -> None:
    said = line(record("a message was not delivered"))
    assert said["level"] == "error"
    assert said["message"] == "a message was not delivered"


def test_the_text_of_an_error_is_left_out() -> None:
    try:
        try:
            raise KeyError("Zoë Peeters")
        except KeyError as inner:
            raise ValueError("85.07.30-033.28") from inner
    except ValueError:
        said = JsonFormatter().format(record("it failed", sys.exc_info()))
    assert "Peeters" not in said
    assert "85.07" not in said
    assert json.loads(said)["error"] == ["ValueError", "KeyError"]
    assert "test_logs.py" in json.loads(said)["where"][0]


def test_a_request_is_named_by_its_endpoint_not_its_address(app: Flask) -> None:
    with app.test_request_context("/search/Peeters?name=Zoe"):
        called = error_id()
        said = line(record("it failed"))
    assert said["error_id"] == called
    assert said["method"] == "GET"
    assert "Peeters" not in json.dumps(said)
