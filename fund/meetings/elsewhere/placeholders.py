"""What a template of an item may name between braces, with its words. It fills nothing in."""

import re
from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

# {{naam}}, with or without spaces. Nothing between the braces is ever worked out.
PLACEHOLDER: Final = re.compile(r"\{\{\s*(\w{1,40})\s*\}\}")

# In the order of the page; the names are those that people type, so they are Dutch.
PLACEHOLDERS: Final[Mapping[str, LazyString]] = {
    "orgaan": _l("the body that decides"),
    "zitting": _l("number and year of the meeting"),
    "datum": _l("the day of the meeting"),
    "punt": _l("number of the item"),
    "aanvraagnummer": _l("number of the request"),
    "dossiernummer": _l("number of the client's file"),
    "naam": _l("for whom"),
    "geboortedatum": _l("date of birth"),
    "werker": _l("social worker and team"),
    "ingediend": _l("the day on which it was submitted"),
    "beslissen_voor": _l("the last day to decide by law"),
    "dringend": _l("why it cannot wait, of an urgent item"),
    "gevraagd": _l("what is asked"),
    "soort": _l("kind of activity"),
    "aanbieder": _l("provider"),
    "kost": _l("the price"),
    "datum_kost": _l("date of the cost"),
    "uitbetalen_aan": _l("to whom is paid"),
    "antwoorden": _l("what the rule asks, with the answers"),
    "reden": _l("reason and life domain"),
    "doel": _l("the goal within the assistance"),
    "verslag": _l("the social report"),
    "berekening": _l("the assessment, line by line with its articles"),
    "plafonds": _l("what is left under each cap"),
    "regel": _l("the rule and its version"),
    "bewijzen": _l("which evidence was seen"),
    "andere_betalers": _l("what others pay"),
    "begroting": _l("the budget before and after"),
    "voorstel": _l("what is proposed"),
    "bedrag": _l("the amount that is proposed"),
    "motivering": _l("the reasons of the proposal"),
}


def named_in(text: str) -> set[str]:
    """Every name between braces."""
    return {found[1] for found in PLACEHOLDER.finditer(text)}
