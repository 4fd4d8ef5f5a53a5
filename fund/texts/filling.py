"""Placeholders in the words of a refusal: which there are, and a text with them filled in. Pure."""

import re
from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.errors import RuleBroken

# In Dutch, as the texts are: who edits them reads these words.
PLACEHOLDERS: Final[Mapping[str, LazyString]] = {
    "voornaam": _l("the client's given name"),
    "activiteit": _l("what is asked"),
    "aanbieder": _l("the provider"),
    "prijs": _l("the price"),
    "bedrag": _l("what the rule gives"),
    "plafond": _l("the most that the cap allows"),
    "over": _l("what is left under the cap"),
    "artikel": _l("the article of the rule"),
    "datum": _l("the date of the cost"),
    "ingediend": _l("the day on which it was asked"),
    "jaar": _l("the year of the cost"),
}
LONGEST: Final = 3_000
_PLACE: Final = re.compile(r"\{([^{}\n]*)\}")
_EMPTY: Final = re.compile(r" ?\(\s*\)")
# What stands where a value is not known; a text that still holds it does not leave.
_UNFILLED: Final = re.compile(r"\[\?[^\]\n]*\]")


def checked(words: str) -> str:
    """The text, when it can be filled in; RuleBroken names what cannot."""
    if not words.strip():
        raise RuleBroken(
            _("Write the text. Or go back to the one that was shipped."), field="words"
        )
    unknown = [name for name in _PLACE.findall(words) if name not in PLACEHOLDERS]
    if unknown:
        raise RuleBroken(
            _("There is no placeholder {%(name)s}. Choose one of the list.", name=unknown[0]),
            field="words",
        )
    if "{" in _PLACE.sub("", words) or "}" in _PLACE.sub("", words):
        raise RuleBroken(
            _("A brace stands alone. A placeholder is written {voornaam}."), field="words"
        )
    return words


def filled(words: str, values: Mapping[str, str]) -> str:
    """With the client's situation; what is not known stays to be filled in by hand."""
    said = _PLACE.sub(lambda found: _value(found[1], values), words)
    return _EMPTY.sub("", said)


def unfilled(words: str) -> str:
    """The first thing that somebody still has to fill in; empty when the text is whole."""
    found = _UNFILLED.search(words)
    return found[0] if found else ""


def _value(name: str, values: Mapping[str, str]) -> str:
    if name == "artikel":  # a reason that is not the rule's has none
        return values.get(name, "")
    return values.get(name) or f"[? {name}]"
