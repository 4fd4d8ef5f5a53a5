"""Settings: typed, with a default, and each change in the audit trail."""

import pytest
from flask import Flask
from sqlalchemy import select

from core import settings
from core.db import db, transaction
from core.errors import RuleBroken
from core.settings import Key
from core.trail import AuditEntry

COLOUR = Key("test.colour", default="grey", choices=("grey", "teal"))
DAYS = Key("test.days", default=30)


def test_a_setting_has_its_default_until_it_is_set(inside: Flask) -> None:
    assert (settings.get(COLOUR), settings.get(DAYS)) == ("grey", 30)
    with transaction():
        settings.put(COLOUR, "teal", by=1)
    assert settings.get(COLOUR) == "teal"
    with transaction():
        settings.put(COLOUR, "grey", by=1)
    assert settings.get(COLOUR) == "grey"


def test_a_change_is_in_the_trail(inside: Flask) -> None:
    with transaction():
        settings.put(DAYS, 20, by=1)
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry is not None
    assert (entry.action, entry.object_id) == ("setting.changed", "test.days")


@pytest.mark.parametrize(("key", "value"), [(COLOUR, "pink"), (DAYS, "30"), (DAYS, True)])
def test_a_value_that_is_not_possible_is_refused(
    inside: Flask, key: Key[object], value: object
) -> None:
    with pytest.raises(RuleBroken) as broken:
        settings.put(key, value, by=1)
    assert broken.value.field == key.name


def test_a_name_is_registered_once() -> None:
    assert settings.registered()["test.days"] is DAYS
    with pytest.raises(ValueError, match="twice"):
        Key("test.days", default=1)


def test_another_request_sees_the_change(app: Flask) -> None:
    with app.app_context():
        assert settings.get(DAYS) == 30
        with app.app_context(), transaction():
            settings.put(DAYS, 20, by=None)
    with app.app_context():
        assert settings.get(DAYS) == 20
