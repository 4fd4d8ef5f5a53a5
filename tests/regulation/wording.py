"""Rule texts for the tests of versions: the example of the small world, with what differs."""

from __future__ import annotations

from flask import Flask

from accounts.queries import account_by_username
from core.config import ROOT
from core.db import transaction
from regulation.versions.actions import bring_in, put_into_force
from regulation.versions.models import RuleVersion
from tests.world import COUNCIL

FOLDER = ROOT / "regulation"
TEXT = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
PUBLISHED = (FOLDER / "published" / "diepenbeek.toml").read_text(encoding="utf-8")


def text_of(
    number: int, begins: str = "2027-01-01", ends: str = "", *, words: dict[str, str] | None = None
) -> str:
    """The example under another number and other days; `words` are replaced in it."""
    validity = f"from = {begins}" + (f"\nuntil = {ends}" if ends else "")
    text = TEXT.replace("version = 1", f"version = {number}", 1)
    text = text.replace("from = 2020-01-01", validity, 1)
    for old, new in (words or {}).items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def failing(number: int) -> str:
    """A text whose own examples do not come out."""
    return text_of(number, words={"percent = 90": "percent = 80"})


def brought_in(app: Flask, text: str, *, by: str = "hilde") -> int:
    """The number of a version that somebody brought in."""
    with app.app_context(), transaction():
        return bring_in(text, by=account_by_username(by)).id


def in_force(number: int, begins: str, ends: str = "") -> RuleVersion:
    """A version that Hilde brought in and Bea put into force; inside an application context."""
    with transaction():
        version = bring_in(text_of(number, begins, ends), by=account_by_username("hilde"))
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    return version
