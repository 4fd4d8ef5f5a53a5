"""What can go wrong in the core room's own words: raised by actions and queries, answered by routes and app.py."""

from typing import TypeAlias

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

Words: TypeAlias = str | LazyString


class RuleBroken(Exception):
    """A rule says no: answered with 422, at the field that it concerns, everything typed kept."""

    def __init__(self, message: Words, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)


class Conflict(Exception):
    """Somebody else was first: answered with 409, with what changed in the meantime."""

    def __init__(self, message: Words | None = None) -> None:
        self.message = message or _l("Somebody else changed this in the meantime.")
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)


class NotThere(Exception):
    """It does not exist, or not for you: answered with the same 404."""

    def __init__(self, message: Words | None = None) -> None:
        self.message = message or _l("This page is not there.")
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)
