"""How gunicorn serves: two workers of four threads, on this machine only, logging nothing personal."""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger

from core.logs import JsonFormatter

HEALTH = ("/healthz", "/readyz")
# A part of an address that only its holder may know: a token, a draft, a kept search.
SECRET_PART = re.compile(r"(?<=/)(?=[\w-]*[0-9A-Z])[\w-]{16,}(?=/|$)")


class CalmLogger(Logger):  # type: ignore[misc]
    """JSON lines on standard error: no visitor's address, no query, no text that somebody typed."""

    def setup(self, cfg: Config) -> None:
        """Write both logs as JSON, and strip what gunicorn's own messages quote of a request."""
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(JsonFormatter())
        self.error_log.addFilter(only_numbers)

    def access(self, resp: Any, req: Any, environ: Any, request_time: dt.timedelta) -> None:
        """One line for each answer, but none for each time that a monitor finds all well."""
        if environ["PATH_INFO"] in HEALTH and str(resp.status).startswith("200"):
            return
        fields = {
            "method": environ["REQUEST_METHOD"],
            "path": shown_path(environ["PATH_INFO"]),
            "status": int(str(resp.status).split(maxsplit=1)[0]),
            "ms": round(request_time.total_seconds() * 1000, 1),
        }
        self.access_log.info("answered", extra=fields)


def shown_path(path: str) -> str:
    """The path as a log may show it: without secrets, and cut where somebody sent a whole text."""
    return SECRET_PART.sub("*", path)[:120]


def only_numbers(record: logging.LogRecord) -> bool:
    """Keep of a message's values the numbers (process, code) and nothing that came over the wire."""
    if isinstance(record.args, tuple):
        record.args = tuple(arg if isinstance(arg, int | float) else "*" for arg in record.args)
    return True


bind = f"127.0.0.1:{os.environ.get('PORT') or 8000}"
wsgi_app = "app:create_app()"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 20
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
logger_class = CalmLogger
loglevel = "warning"
accesslog = "-"
errorlog = "-"
