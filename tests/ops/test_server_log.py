"""What the server writes down of a request: a path, a status, a time; nothing of a person."""

import datetime as dt
import io
import json
import logging
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from ops.gunicorn_conf import CalmLogger, shown_path


@pytest.fixture
def log() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def logger(log: io.StringIO) -> CalmLogger:
    config = Config()
    config.set("accesslog", "-")
    logger = CalmLogger(config)
    for handler in (*logger.access_log.handlers, *logger.error_log.handlers):
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(log)
    return logger


def answer(logger: CalmLogger, path: str, status: str = "200 OK") -> None:
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "q=Peeters",
        "REMOTE_ADDR": "192.0.2.7",
        "HTTP_USER_AGENT": "Browser of Peeters",
        "HTTP_REFERER": "/clients?name=Peeters",
    }
    took = dt.timedelta(milliseconds=12.34)
    logger.access(SimpleNamespace(status=status), SimpleNamespace(), environ, took)


def test_an_answer_is_one_line_of_json(logger: CalmLogger, log: io.StringIO) -> None:
    answer(logger, "/requests/17")
    line = json.loads(log.getvalue())
    assert (line["method"], line["path"], line["status"]) == ("GET", "/requests/17", 200)
    assert line["ms"] == 12.3


def test_no_query_address_or_browser_is_written(logger: CalmLogger, log: io.StringIO) -> None:
    answer(logger, "/search")
    assert "Peeters" not in log.getvalue()
    assert "192.0.2.7" not in log.getvalue()


def test_a_healthy_probe_is_silent_and_a_failing_one_is_not(
    logger: CalmLogger, log: io.StringIO
) -> None:
    answer(logger, "/readyz")
    assert log.getvalue() == ""
    answer(logger, "/readyz", "503 SERVICE UNAVAILABLE")
    assert json.loads(log.getvalue())["status"] == 503


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/first-run/kU3-x9_aBcDeFgHiJkLmNo", "/first-run/*"),
        ("/filings/drafts/6f1c2a34-9d3e-4c55-8a77-0123456789ab", "/filings/drafts/*"),
        ("/filings/17/receipt.pdf", "/filings/17/receipt.pdf"),
        ("/static/vendor/htmx.min.js", "/static/vendor/htmx.min.js"),
        ("/" + "x" * 500, "/" + "x" * 119),
    ],
)
def test_secrets_in_a_path_are_not_shown(path: str, shown: str) -> None:
    assert shown_path(path) == shown


def test_gunicorns_own_errors_quote_no_request(logger: CalmLogger, log: io.StringIO) -> None:
    logger.error("Error handling request %s", "/clients?name=Peeters")
    logger.error("Worker (pid:%s) exited with code %s", 71, 3)
    assert "Peeters" not in log.getvalue()
    assert "Worker (pid:71) exited with code 3" in log.getvalue()
