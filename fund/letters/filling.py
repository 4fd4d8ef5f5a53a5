"""Placeholders in the sentences of letters, for the fund: `{bedrag}` becomes the amount. Pure; reads nothing."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.errors import RuleBroken

# What people write between braces, the field that it stands for, and what that is.
PLACEHOLDERS: Final[Mapping[str, tuple[str, LazyString]]] = {
    "voor_wie": ("person", _l("for whom it is asked")),
    "wat": ("what", _l("what is asked")),
    "prijs": ("price", _l("the price")),
    "bedrag": ("amount", _l("the amount granted")),
    "aanbieder": ("provider", _l("the provider")),
    "betaaltermijn": ("payment_days", _l("days within which is paid")),
    "bedrag_terug": ("total", _l("the amount asked back")),
    "bedrag_blijft": ("kept", _l("what stays of urgent help that was not ratified")),
    "bedrag_vervalt": ("freed_amount", _l("what is no longer paid of it")),
    "orgaan": ("body", _l("who ratified, or did not")),
    "zittingsdatum": ("held_on", _l("the day of that meeting")),
    "uiterste_dag": ("appeal_until", _l("the last day to appeal")),
    "aanvraagnummer": ("request_number", _l("the number of the request")),
    "aanvraagdatum": ("asked_on", _l("the day of the request")),
    "dossiernummer": ("file_number", _l("the file number")),
    "beslisdatum": ("decided_on", _l("the day of the decision")),
    "vorige_beslisdatum": ("replaced_on", _l("the day of the decision before")),
    "vorige_briefdatum": ("replaced_letter_on", _l("the day of our letter before")),
    "antwoord_voor": ("answer_by", _l("the last day to answer")),
    "maatschappelijk_werker": ("worker", _l("the social worker")),
    "dienst": ("service", _l("the centre")),
    "rechtbank": ("court_name", _l("the court")),
    "beroepstermijn": ("appeal_term", _l("how long one has to appeal")),
    "adres_rechtbank": ("court_address", _l("the address of the court")),
}
Known = Mapping[str, tuple[str, LazyString]]
FOUND: Final = re.compile(r"\{([^{}]*)\}")


def filled(words: str, fields: Mapping[str, Any], known: Known = PLACEHOLDERS) -> str:
    """The sentence with its values; what stands in a value is never read again."""
    return FOUND.sub(lambda found: _value(fields.get(known[found[1]][0])), words)


def check(words: str, *, must: Iterable[str], field: str, known: Known = PLACEHOLDERS) -> None:
    """RuleBroken for a placeholder that does not exist, a lone brace, or what must be said and is not."""
    if not words:
        raise RuleBroken(_("This sentence cannot be empty."), field)
    for name in FOUND.findall(words):
        if name not in known:
            raise RuleBroken(_("There is no placeholder {%(name)s}.", name=name), field)
    if set("{}") & set(FOUND.sub("", words)):
        raise RuleBroken(_("A brace stands alone. Write a placeholder like {wat}."), field)
    for said in must:
        if said not in words:
            raise RuleBroken(_("The law asks that this says: %(said)s", said=said), field)


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
