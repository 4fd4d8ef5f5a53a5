"""The stylesheet and scripts as they travel: named after their content, and packed. It holds no page."""

import gzip
import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request, url_for

PACKED_TYPES = frozenset({"text/css", "text/javascript", "image/svg+xml"})


def init_assets(app: Flask) -> None:
    """Give each file's address the print of its content, and pack it for browsers that can unpack.

    Pages are never packed: beside a token, what somebody typed could be measured.
    """
    folder = Path(app.static_folder or "")
    app.jinja_env.globals["asset"] = _asset_maker()

    @app.url_defaults
    def name_by_content(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values:
            path = folder / values["filename"]
            if path.is_file():
                values["v"] = fingerprint(path, path.stat().st_mtime_ns)

    @app.after_request
    def pack(response: Response) -> Response:
        can_unpack = "gzip" in request.headers.get("Accept-Encoding", "")
        if request.endpoint == "static" and response.mimetype in PACKED_TYPES:
            response.vary.add("Accept-Encoding")
            if can_unpack and response.status_code == 200:
                response.direct_passthrough = False
                response.set_data(packed(response.get_data()))
                response.headers["Content-Encoding"] = "gzip"
        return response


def _asset_maker() -> Callable[[str], str]:
    """For templates: the address of a file, made once a process, as templates themselves are."""
    addresses: dict[str, str] = {}

    def asset(filename: str) -> str:
        root = request.script_root
        if filename not in addresses:
            addresses[filename] = url_for("static", filename=filename).removeprefix(root)
        return root + addresses[filename]

    return asset


@lru_cache(maxsize=64)
def fingerprint(path: Path, _changed_ns: int) -> str:
    """Changes with the content, so that a browser may keep the file for good."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=64)
def packed(content: bytes) -> bytes:
    """The same bytes, packed once; the same every time."""
    return gzip.compress(content, mtime=0)
