"""How a head works on a draft in these tests: begin one, open a block, change fields, save."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask

from regulation.drafts import queries
from tests.inspector import InspectingClient, Page

SIX = {
    "title": "Fonds Vrije Tijd",
    "statuses": ["leefloon", "increased_reimbursement"],
    "way": "percent",
    "percent": "80",
    "adult": "120",
    "child": "150",
    "period": "calendar",
    "last": "31/1",
    "years_later": "1",
}


def begun(browser: InspectingClient, version_id: int = 1) -> int:
    """A draft of the next version of the rule in force."""
    answer = browser.send(f"/regulation/versions/{version_id}/draft")
    assert answer.status_code == 303, answer.status_code
    return int(answer.location.rsplit("/", 1)[1])


def address(draft_id: int, at: str, kind: str | None = None) -> str:
    """The page of a block."""
    path = f"/regulation/drafts/{draft_id}/block/{at}"
    return f"{path}?kind={kind}" if kind else path


def save(browser: InspectingClient, where: str, changed: dict[str, Any]) -> Any:
    """Open a block, change some of its fields, and send all of the form as a browser does."""
    page = browser.page(where)
    return browser.send(where, form_of(page, where) | changed)


def form_of(page: Page, where: str) -> dict[str, Any]:
    """All fields of the form, boxes that are ticked among them."""
    form = next(
        one
        for one in page.all("form")
        if urlsplit(one.get("action", "")).path == urlsplit(where).path
    )
    fields: dict[str, Any] = page.form(urlsplit(where).path)
    for box in form.iter("input"):
        if box.get("type") == "checkbox" and box.get("checked") is not None:
            name = box.get("name")
            ticked = fields[name] if isinstance(fields[name], list) else []
            fields[name] = [*ticked, box.get("value")]
    return fields


def tables(app: Flask, draft_id: int) -> dict[str, Any]:
    """What the draft says now."""
    with app.app_context():
        return queries.tables_of(queries.draft_of(draft_id))
