"""The kinds of notices, registered by the rooms that own them: their words and what they lead to. It tells nobody."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from core.errors import Words


@dataclass(frozen=True)
class Kind:
    """One kind. `words` may hold %(about)s; the page at `endpoint` takes the subject as `argument`.

    `at_once=False`: it waits for the daily round, whatever somebody chose.
    """

    code: str
    words: Words
    endpoint: str
    argument: str = ""
    tone: str = "neutral"
    at_once: bool = True


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known; called at import."""
    if _kinds.setdefault(kind.code, kind) is not kind:
        raise ValueError(f"two kinds of notice are called {kind.code}")
    return kind


def known(code: str) -> Kind | None:
    """The kind with this code; one that a room no longer registers is None."""
    return _kinds.get(code)


def sentence(code: str, about: str) -> str:
    """What a notice says."""
    kind = known(code)
    return str(kind.words) % {"about": about} if kind is not None else about


def path_of(code: str, subject_id: int) -> str | None:
    """Where it leads to."""
    kind = known(code)
    if kind is None:
        return None
    values: dict[str, Any] = {kind.argument: subject_id} if kind.argument else {}
    return url_for(kind.endpoint, **values)
