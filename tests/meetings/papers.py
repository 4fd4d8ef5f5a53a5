"""Word files for the tests of agendas elsewhere: read what came, and write what somebody might send."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx

from fund.meetings.elsewhere.filling import text_of


def documents(browser: Any, meeting_id: int) -> dict[str, bytes]:
    """What the ZIP file of a meeting holds."""
    answer = browser.get(f"/meetings/{meeting_id}/documents.zip")
    assert answer.status_code == 200, answer.status_code
    assert answer.headers["Cache-Control"] == "no-store"
    return parts(answer.get_data())


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(content: bytes) -> str:
    """All words of a Word file, with its tables, head and foot."""
    return text_of(docx.Document(io.BytesIO(content)))


def word_file(*paragraphs: str | list[str]) -> bytes:
    """A Word file with these paragraphs; a list is one that Word cut in runs."""
    document = docx.Document()
    for one in paragraphs:
        paragraph = document.add_paragraph()
        for run in [one] if isinstance(one, str) else one:
            paragraph.add_run(run)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with another part in it, or with this one changed."""
    found = parts(content)
    found[name] = change(found.get(name, b""))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, body in found.items():
            archive.writestr(one, body)
    return out.getvalue()


def send_template(browser: Any, content: bytes, name: str = "sjabloon.docx") -> Any:
    """Send it with the form of its page."""
    token = browser.page("/meetings/template").form("/meetings/template")
    file = (io.BytesIO(content), name)
    data = {"csrf_token": token["csrf_token"], "file": file}
    return browser.post("/meetings/template", data=data, content_type="multipart/form-data")
