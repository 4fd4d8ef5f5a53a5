"""What a worker sends and clicks with papers."""

from __future__ import annotations

import io
from typing import Any

from sqlalchemy import select

from core import instance
from core.db import db
from intake.evidence.models import Paper
from tests.evidence.papers import photo
from tests.inspector import InspectingClient, Page
from tests.requests.steps import filled


def part(content: bytes, name: str = "IMG_0001.jpg") -> tuple[io.BytesIO, str]:
    """A file in a form."""
    return io.BytesIO(content), name


def send(
    browser: InspectingClient, address: str, *contents: bytes, kind: str = "invoice", **more: Any
) -> Any:
    """Add these files on the page at this address."""
    sent = [part(one, f"bestand {n}.jpg") for n, one in enumerate(contents, start=1)]
    data = {"kind": kind, "files": sent} | more
    return browser.send(address, data)


def added(browser: InspectingClient, address: str, *contents: bytes, **more: Any) -> Page:
    """The same, and the page that it leads to."""
    answer = send(browser, address, *(contents or (photo(),)), **more)
    assert answer.status_code == 303, Page(answer).text()
    return browser.page(answer.location)


def a_draft(browser: InspectingClient, world: Any, **changes: Any) -> tuple[dict[str, Any], str]:
    """A form half way, kept by the button that leads to the papers: its fields, and that address."""
    fields = filled(browser, world, **changes)
    at = f"/filings/drafts/{fields['draft_id']}"
    answer = browser.post(at, data=fields | {"then": "evidence"})
    assert answer.location == f"{at}/evidence"
    return fields, answer.location


def papers() -> list[Paper]:
    """All rows, the first first."""
    return list(db.session.scalars(select(Paper).order_by(Paper.id)))


def files_on_disk() -> int:
    """How many sealed files lie in the folder."""
    return len(list((instance.folder() / "files").glob("[!.]*")))
