"""Long lists: twice with the same outcome, and whole also when the worker dies on the way.

DRILL_TAKEOVER says how many rows; `make drill` takes 10,000.
"""

from __future__ import annotations

import hashlib
import os
import time

import pytest
from sqlalchemy import select

from core import audit
from core.db import db, transaction
from core.work import jobs, outbox
from core.work.jobs import Job
from fund.takeover import client_rows
from intake.people.models import Client, ClientStatus, Household, Membership
from intake.requests.models import Request
from tests.fund.desk import committed, set_room
from tests.takeover.desk import store, taken_over, uploaded

ROWS = int(os.environ.get("DRILL_TAKEOVER", "150"))
PLENTY_CENTS = 90_000_000
KINDS = ("Kamp", "Jeugdbeweging", "Zwemmen", "Museum")


def people() -> str:
    lines = ["Dossier;Voornaam;Naam;Geboortedatum;Gezin;Statuut;Postcode;Maatschappelijk werker"]
    for n in range(ROWS):
        born = f"{n % 28 + 1}/{n % 12 + 1}/{1950 + n % 70}"
        status = ("VT", "leefloon", "")[n % 3]
        worker = ("An Aerts", "Arne Adams")[n % 2]
        lines.append(f"R{n};Proef{n};Persoon{n % 97};{born};G{n // 3};{status};3600;{worker}")
    return "\n".join(lines)


def grants() -> str:
    lines = ["Dossier;Datum;Categorie;Bedrag;Betaald op"]
    for n in range(ROWS):
        day = f"{n % 28 + 1}/{n % 10 + 1}/2026"
        lines.append(f"R{n * 7 % ROWS};{day};{KINDS[n % 4]};{n % 60 + 1},50;{day}")
    return "\n".join(lines)


def outcome() -> str:
    """A print of all that a takeover makes, but for when."""
    read = (
        select(Client.file_number, Client.sort_name, Client.birth_on),
        select(Household.household_type),
        select(Membership.household_id, Membership.client_id, Membership.role),
        select(ClientStatus.client_id, ClientStatus.status, ClientStatus.from_on),
        select(Request.number, Request.client_id, Request.granted_cents, Request.cost_on),
    )
    rows = [sorted(map(repr, db.session.execute(one).all())) for one in read]
    return hashlib.sha256(repr((rows, committed())).encode()).hexdigest()


@pytest.mark.slow
def test_a_long_list_twice_gives_the_same(app, sign_in):
    set_room(app, PLENTY_CENTS)
    hilde = sign_in("hilde")
    for kind, text in (("clients", people()), ("grants", grants())):
        began = time.monotonic()
        page = taken_over(app, hilde, kind, text)
        print(f"{ROWS} rows of {kind}: {time.monotonic() - began:.1f} s")  # noqa: T201
        assert f"{ROWS} zijn nieuw" in page.text()
    with app.app_context():
        once = outcome()
    for kind, text in (("clients", people()), ("grants", grants())):
        page = hilde.page(uploaded(hilde, kind, text))
        assert f"{ROWS} zijn al bekend" in page.text()
    with app.app_context():
        assert outcome() == once
        assert audit.verify(db.session()) is None


def test_a_worker_that_dies_on_the_way_leaves_nothing_and_begins_again(app, sign_in, monkeypatch):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "clients", people())
    with app.app_context():
        before = outcome()
    take_in, left = client_rows.take_in, iter(range(20))

    def dies(*given):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return take_in(*given)

    monkeypatch.setattr(client_rows, "take_in", dies)
    with pytest.raises(KeyboardInterrupt):
        store(app, hilde, address)
    monkeypatch.undo()
    with app.app_context():
        assert outcome() == before
        with transaction():  # as it stands when the machine went down
            db.session.query(Job).update({"state": "running"})
            db.session.flush()
        with transaction():
            jobs.resume_interrupted()
        outbox.deliver_due()
    assert f"{ROWS} zijn nieuw" in hilde.page(address).text()


def test_what_went_wrong_goes_back_to_the_rows(app, sign_in, monkeypatch):
    hilde = sign_in("hilde")
    address = uploaded(hilde, "clients", people())

    def fails(*_given):
        raise OSError

    monkeypatch.setattr(client_rows, "take_in", fails)
    form = hilde.page(address).form(f"{address}/store")
    hilde.post(f"{address}/store", data=form)
    with app.app_context():
        assert outbox.deliver_due() == 0  # the worker notes it, and goes on
    monkeypatch.undo()
    page = hilde.page(address)
    assert "niets opgeslagen" in page.text(page.by_id("failed"))
    form = page.form(f"{address}/again")
    assert hilde.post(f"{address}/again", data=form).status_code == 303
    assert f"{ROWS} zijn nieuw" in store(app, hilde, address).text()
