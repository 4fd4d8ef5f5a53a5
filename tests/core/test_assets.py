"""Files as they travel."""

import gzip
from typing import Any

from flask import Flask, url_for


def test_an_address_changes_with_the_content_of_its_file(app: Flask) -> None:
    with app.test_request_context():
        assert "?v=" in url_for("static", filename="site.css")


def test_a_stylesheet_is_packed_for_a_browser_that_asks(client: Any) -> None:
    plain = client.get("/static/site.css").get_data()
    answer = client.get("/static/site.css", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.get_data()) == plain
    assert len(answer.get_data()) < len(plain) / 2


def test_a_page_with_a_token_is_never_packed(client: Any) -> None:
    answer = client.get("/sign-in", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
