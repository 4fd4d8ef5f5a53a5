"""Who a visitor is, said by the proxy that ends https, and believed only when there is one."""

from pathlib import Path

import pytest
from flask import request

from app import create_app
from core.config import Config


@pytest.mark.parametrize(
    ("https", "visitor"), [(True, ("198.51.100.7", True)), (False, ("127.0.0.1", False))]
)
def test_the_proxys_word_counts_only_where_there_is_one(
    tmp_path: Path, https: bool, visitor: tuple[str, bool]
) -> None:
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    app = create_app(Config(tmp_path, url, url, "demo", https, None))
    seen = []
    app.before_request_funcs[None].insert(
        0, lambda: seen.append((request.remote_addr, request.is_secure))
    )
    # A visitor may send such a header too: the proxy adds its own behind it, and that one counts.
    said = {"X-Forwarded-For": "192.0.2.1, 198.51.100.7", "X-Forwarded-Proto": "https"}
    app.test_client().get("/healthz", headers=said)
    assert seen == [visitor]
