"""An instance at its start: ready, or one clear sentence why not."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from core import instance
from core.config import Config
from core.db import transaction
from core.instance import Instance, InstanceBroken, Opened, folder
from core.schema import schema_state


def test_a_prepared_instance_is_ready(inside: Flask) -> None:
    assert schema_state() == "current"
    assert instance.prepare("demo") == "demo"
    assert instance.stored_mode() == "demo"
    instance.require_ready()


def test_a_production_instance_stays_one_under_a_plain_start(
    inside: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "survives_power_cut", lambda: True)  # the tests' own does not
    with transaction() as session:
        session.execute(update(Instance).values(mode="production"))
    assert instance.prepare("demo") == "production"


def test_a_real_centre_is_not_served_from_a_database_that_forgets(
    inside: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "survives_power_cut", lambda: False)
    assert instance.prepare("demo") == "demo"
    with transaction() as session:
        session.execute(update(Instance).values(mode="production"))
    with pytest.raises(InstanceBroken, match="may lose what it has stored"):
        instance.prepare("demo")


def test_a_demo_does_not_become_production(inside: Flask) -> None:
    with pytest.raises(InstanceBroken, match="is a demo and stays one"):
        instance.prepare("production")


def test_keys_of_another_instance_are_refused(inside: Flask) -> None:
    kept = inside.extensions["instance"]
    other = replace(kept.keys, audit=b"x" * 32)
    inside.extensions["instance"] = Opened(kept.folder, other)
    try:
        with pytest.raises(InstanceBroken, match="do not fit this database"):
            instance.prepare("demo")
    finally:
        inside.extensions["instance"] = kept


@pytest.mark.parametrize(
    ("revision", "state", "sentence"),
    [("9999_later", "ahead", "newer version"), (None, "empty", "not migrated yet")],
)
def test_another_schema_is_one_clear_sentence(
    inside: Flask, revision: str | None, state: str, sentence: str
) -> None:
    with transaction() as session:
        session.execute(text("DELETE FROM alembic_version"))
        if revision:
            session.execute(text("INSERT INTO alembic_version VALUES (:r)"), {"r": revision})
    assert schema_state() == state
    with pytest.raises(InstanceBroken, match=sentence):
        instance.require_ready()


def test_the_mode_and_the_one_row_are_guarded_by_the_database(inside: Flask) -> None:
    def change(**values: object) -> None:
        with transaction() as session:
            session.execute(update(Instance).values(**values))

    with pytest.raises(IntegrityError, match="mode_known"):
        change(mode="test")
    with pytest.raises(IntegrityError, match="only_one"):
        change(id=2)


@pytest.mark.parametrize("address", ["nonsense", "oracle://x/y", "postgresql://x/y", ""])
def test_an_address_of_no_known_database_is_one_clear_sentence(inside: Flask, address: str) -> None:
    config = Config(folder(), address, address, "demo", secure_cookies=False, clock_instant=None)
    with pytest.raises(InstanceBroken, match=r"^DATABASE_URL is not understood: .*\.$"):
        instance.attach(inside, config)


def test_a_database_that_is_gone_is_one_clear_sentence(
    inside: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    monkeypatch.setattr(instance, "schema_state", gone)
    with pytest.raises(InstanceBroken, match=r"^The database cannot be reached: .*\.$"):
        instance.prepare("demo")
