"""What the tests of takeovers ask: files as centres make them, uploaded, named and stored as a person does."""

from __future__ import annotations

import io
from typing import Any

from flask import Flask
from openpyxl import Workbook
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from core.db import db
from core.work import outbox
from fund.takeover.models import Takeover
from tests.inspector import InspectingClient, Page

PEOPLE = """Dossiernummer;Voornaam;Naam;Geboortedatum;Gezin;Statuut;Statuut vanaf;Postcode;Maatschappelijk werker
D-1;Fatma;Özdemir;3/5/1984;G1;VT;1/1/2026;3600;An Aerts
D-2;Emre;Özdemir;12/11/2015;G1;;;3600;An Aerts
;Jos;Wouters;1957-02-01;;leefloon; ;;Arne Adams
"""


def workbook(*lines: list[Any]) -> bytes:
    """An .xlsx file with these lines."""
    book = Workbook()
    for line in lines:
        book.active.append(line)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def send(client: InspectingClient, kind: str, content: str | bytes) -> Any:
    """Upload a file, as it stands in the form."""
    data = content.encode() if isinstance(content, str) else content
    place = "/offer/takeover/new" if kind == "offer" else "/takeover/new"
    form = client.page(f"{place}?kind={kind}").form(place)
    boundary, body = encode_multipart({**form, "file": FileStorage(io.BytesIO(data), "lijst.csv")})
    kind_of_body = f"multipart/form-data; boundary={boundary}"
    return client.post(place, data=body, content_type=kind_of_body)


def uploaded(client: InspectingClient, kind: str, content: str | bytes) -> str:
    """The address of an upload that can be read as a table."""
    answer = send(client, kind, content)
    assert answer.status_code == 303, Page(answer).text()
    return str(answer.location)


def refused(client: InspectingClient, kind: str, content: str | bytes) -> str:
    """What is said of a file that is no table."""
    answer = send(client, kind, content)
    assert answer.status_code == 422
    return Page(answer).text(Page(answer).by_id("error-summary"))


def name(client: InspectingClient, address: str, **columns: str) -> Any:
    """Say which column stands where."""
    action = f"{address}/columns"
    form = client.page(address).form(action)
    typed = {one if one == "worker" else f"column-{one}": at for one, at in columns.items()}
    return client.post(action, data={**form, **typed})


def store(app: Flask, client: InspectingClient, address: str) -> Page:
    """Press the button, let the worker work, and look."""
    form = client.page(address).form(f"{address}/store")
    assert client.post(f"{address}/store", data=form).status_code == 303
    with app.app_context():
        outbox.deliver_due()
    return client.page(address)


def taken_over(app: Flask, client: InspectingClient, kind: str, content: str | bytes) -> Page:
    """From the file to what came of it."""
    return store(app, client, uploaded(client, kind, content))


def problems(client: InspectingClient, kind: str, content: str | bytes) -> list[tuple[str, ...]]:
    """What is wrong with a file: (row, column, what to do)."""
    page = client.page(uploaded(client, kind, content))
    held = page.by_id("problems")
    rows = held.findall("./tbody/tr") if held is not None else []
    return [tuple(page.text(cell) for cell in row) for row in rows]


def newest(app: Flask) -> Takeover:
    """The last upload as stored; inside an application context."""
    return db.session.query(Takeover).order_by(Takeover.id.desc()).first()
