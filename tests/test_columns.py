"""Every column is classified; what is called secret is; what is called figure or operational names nobody."""

import re

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, String, select

from core.db import Base, db
from tests.columns import COLUMNS, read
from tests.fund.desk import discount, filed, grant
from tests.world import World

HASH = re.compile(r"[0-9a-f]{64}|\$argon2id\$.+")


def columns():
    return [column for table in Base.metadata.tables.values() for column in table.columns]


def test_every_column_is_classified_and_no_entry_is_stale(app: Flask):
    there = {(column.table.name, column.name) for column in columns()}
    assert there - set(COLUMNS) == set(), "unclassified"
    assert set(COLUMNS) - there == set(), "stale"


def test_what_is_secret_is_bytes_or_a_hash(app: Flask):
    for column in columns():
        if COLUMNS[column.table.name, column.name].kind == "secret":
            is_bytes = isinstance(column.type, LargeBinary)
            named = re.search(r"(^|_)(hash|key|fingerprint)$", column.name)
            assert is_bytes or (named and isinstance(column.type, String)), column


def test_all_bytes_are_secret(app: Flask):
    for column in columns():
        if isinstance(column.type, LargeBinary):
            assert COLUMNS[column.table.name, column.name].kind == "secret", column


def test_a_figure_is_a_number_a_period_or_a_word_of_a_list(app: Flask):
    for column in columns():
        if COLUMNS[column.table.name, column.name].kind == "figure":
            length = getattr(column.type, "length", None) or 0
            assert length <= 120, column


def test_stored_hashes_are_hashes(app: Flask, world: World, sign_in):
    filed(app, world)
    grant(sign_in("bert"), discount(app, world))
    sign_in("an").send("/search", {"q": "lena"})
    sign_in("an").send("/sign-in", {"username": "an", "passphrase": "niet goed"})
    with app.app_context():
        for column in columns():
            if COLUMNS[column.table.name, column.name].kind != "secret":
                continue
            for value in db.session.scalars(select(column).where(column.is_not(None))):
                if isinstance(value, str):
                    assert HASH.fullmatch(value.split(":")[-1]), column
                else:
                    assert len(value) >= 29, column  # version, nonce and tag at least


@pytest.mark.parametrize(
    "text",
    ["t\n    a personal", "t\n    a why file", "t\n    a staff who x", "t\n    a a staff who file"],
)
def test_the_register_is_read_strictly(text):
    with pytest.raises(ValueError, match="t"):
        read(text)
