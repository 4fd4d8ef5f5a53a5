"""Settings of the core room: typed keys that rooms register. What a setting switches, the rooms decide."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, Generic, TypeVar, cast

from flask import g
from flask_babel import lazy_gettext as _l
from sqlalchemy import JSON, BigInteger, String, select
from sqlalchemy.orm import Mapped, mapped_column

from core import audit, clock
from core.db import Base, UTCDateTime, db
from core.errors import RuleBroken
from core.upsert import insert_into

T = TypeVar("T", str, int, bool, list[str])

_registered: dict[str, "Key[Any]"] = {}


class Setting(Base):
    """A setting that differs from its default, or once did."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    changed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    changed_by_id: Mapped[int | None] = mapped_column(BigInteger)


# Nearly every page asks it: on the table, which costs half of what the same on the class does.
_table: Any = Base.metadata.tables[Setting.__tablename__]
ALL: Final = select(_table.c.key, _table.c.value)


class Key(Generic[T]):
    """A setting's name, default and choices; made once at import, by the room that reads it."""

    default: T
    choices: tuple[T, ...]

    def __init__(self, name: str, *, default: T, choices: tuple[T, ...] = ()) -> None:
        if name in _registered:
            raise ValueError(f"the setting {name} is registered twice")
        self.name = name
        self.default = default
        self.choices = choices
        _registered[name] = self


def registered() -> Mapping[str, Key[Any]]:
    """All keys, for the page where they are set."""
    return _registered


def get(key: Key[T]) -> T:
    """The value now; all settings are read once per request."""
    return cast(T, _stored().get(key.name, key.default))


def put(key: Key[T], value: T, *, by: int | None) -> None:
    """Set it, for everybody, from the end of this transaction on; `by` is a person."""
    if type(value) is not type(key.default) or (key.choices and value not in key.choices):
        raise RuleBroken(_l("This value is not possible."), field=key.name)
    session = db.session()
    new = {"value": value, "changed_at": clock.now(), "changed_by_id": by}
    insert = insert_into(session, Setting).values(key=key.name, **new)
    session.execute(insert.on_conflict_do_update(index_elements=["key"], set_=new))
    g.pop("core_settings", None)
    audit.record("setting.changed", kind="setting", object_id=key.name)


def _stored() -> dict[str, Any]:
    if "core_settings" not in g:
        g.core_settings = {row.key: row.value for row in db.session.execute(ALL)}
    return cast(dict[str, Any], g.core_settings)
