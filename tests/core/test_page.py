"""How an answer is given: whole or in part, and onward after a success."""

import pytest
from flask import Flask

from core.pages.page import go, wants_part

HTMX = {"HX-Request": "true"}
RESTORED = {**HTMX, "HX-History-Restore-Request": "true"}


@pytest.mark.parametrize(("headers", "part"), [({}, False), (HTMX, True), (RESTORED, False)])
def test_a_part_is_for_htmx_and_not_for_its_history(
    app: Flask, headers: dict[str, str], part: bool
) -> None:
    with app.test_request_context("/", headers=headers):
        assert wants_part() is part


def test_a_browser_is_sent_onward_with_303(app: Flask) -> None:
    with app.test_request_context("/", method="POST"):
        response = go("/worklist")
    assert (response.status_code, response.location) == (303, "/worklist")
    assert "HX-Request" in response.vary


def test_htmx_is_sent_onward_with_204(app: Flask) -> None:
    with app.test_request_context("/", method="POST", headers=HTMX):
        response = go("/worklist")
    assert (response.status_code, response.headers["HX-Redirect"]) == (204, "/worklist")
    assert response.get_data() == b""
    assert "HX-Request" in response.vary
