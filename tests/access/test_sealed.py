"""What is sealed stands nowhere in clear: not in the database, its journal, the files or the log."""

import logging
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, String, cast, select

from core import instance
from core.db import Base, db
from core.logs import JsonFormatter
from tests.access.canaries import confide, found_in
from tests.access.stored import in_clear
from tests.columns import COLUMNS

PERSON = {
    "given_name": "Radegonde",
    "family_name": "Sijsjesveld",
    "birth_on": "12/09/1971",
    "national_number": "71.09.12-001 29",
    "iban": "be02 0963 2718 2940",
}
NUMBER_SPELLINGS = ("71091200129", "71.09.12-001.29", "71.09.12-001 29", "710912-001-29", "001 29")
IBAN_SPELLINGS = (
    "BE02096327182940",
    "BE02 0963 2718 2940",
    "be02 0963",
    "096327182940",
    "0963 2718",
)
# Names that no file holds: they stand only in a draft and in a search.
TYPED = ("Ottoline Fitis", "Ottoline", "Fitis", "de huisbaas dreigt met uitzetting")


def clear_places(scene, words) -> set[tuple[str, str]]:
    with scene.app.app_context():
        folder = Path(instance.folder())
    found = set()
    for place, content in in_clear(scene.app, folder):
        for word in words:
            for spelled in (word, word.upper(), word.lower()):
                if any(
                    spelled.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be")
                ):
                    found.add((place, word))
    return found


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(JsonFormatter())
    return lambda: "\n".join(caplog.handler.format(record) for record in caplog.records)


def test_national_number_and_account_number_stand_nowhere_in_clear(scene, lines):
    an = scene.browsers["an"]
    made = an.send("POST", "/clients/new", PERSON)
    assert made.status_code == 303
    client_id = made.location.rsplit("=", 1)[1]
    page = an.get(f"/clients/{client_id}").get_data(as_text=True)
    assert "•••• 29" in page
    assert "•••• 40" in page
    an.send("POST", "/clients/new", PERSON)  # a twin, and a number that is taken
    an.send("POST", "/search", {"q": PERSON["national_number"]})
    assert clear_places(scene, [*NUMBER_SPELLINGS, *IBAN_SPELLINGS]) == set()
    assert clear_places(scene, ["Radegonde"]), "the control: a name does stand there"
    assert not any(word in lines() for word in (*NUMBER_SPELLINGS, *IBAN_SPELLINGS))


def test_drafts_and_kept_searches_stand_nowhere_in_clear(scene, lines):
    an = scene.browsers["an"]
    key = scene.ids["draft"]["own"]
    typed = {"opened_for": scene.ids["client"]["own"], "what": TYPED[0], "report": TYPED[3]}
    assert an.send("POST", f"/filings/drafts/{key}", typed).status_code == 303
    kept = an.send("POST", "/search", {"q": TYPED[0]}).location
    assert TYPED[0] in an.get(kept).get_data(as_text=True)
    assert TYPED[3] in an.get(f"/filings/drafts/{key}").get_data(as_text=True)
    assert clear_places(scene, TYPED) == set()
    assert not any(word in lines() for word in TYPED)


def test_personal_values_stand_only_where_the_register_says(scene):
    told, stray = confide(scene), {}
    with scene.app.app_context():
        for table in Base.metadata.tables.values():
            for column in table.columns:
                if COLUMNS[table.name, column.name].kind in {"personal", "special"}:
                    continue
                if isinstance(column.type, LargeBinary):
                    continue  # sealed: the tests above look into these
                if column.name in {"number", "receipt_number", "code"}:
                    continue  # the numbers by which the house calls its own papers
                values = db.session.scalars(select(cast(column, String)))
                text = "\n".join(str(value) for value in values if value is not None)
                if found := found_in(text, told.all()):
                    stray[table.name, column.name] = found
    assert stray == {}
