"""What the example centre has set for its letters: made up, and named as such where it could be taken for true."""

from typing import Any, Final

from core import settings
from core.letters.letters import NEUTRAL_LINES, NEUTRAL_NAME, SENDER_LINES, SENDER_NAME
from core.settings import Key
from fund.letters import settings as letters

SET: Final[tuple[tuple[Key[Any], Any], ...]] = (
    (SENDER_NAME, "OCMW Genk (voorbeeld)"),
    (SENDER_LINES, ["Voorbeeldplein 1", "3600 Genk"]),
    (NEUTRAL_NAME, "Vrijetijdsnetwerk (voorbeeld)"),
    (NEUTRAL_LINES, ["Postbus 1", "3600 Genk"]),
    (
        letters.CONTACT,
        ["089 00 00 00", "vragen@voorbeeld.example", "elke werkdag van 9 tot 12 uur"],
    ),
    (letters.DELEGATION, ["Bij delegatie (voorbeeld)"]),
    (letters.SIGNATORIES, ["Hilde Hox, hoofd van de sociale dienst"]),
    # A court is the law's word, not ours: the example has none that exists.
    (letters.COURT_NAME, "de arbeidsrechtbank (voorbeeld, te bevestigen)"),
    (letters.COURT_LINES, ["Voorbeeldlaan 2", "3500 Hasselt"]),
    (letters.INVOICE_LINES, ["Vrijetijdsnetwerk (voorbeeld)", "Postbus 1, 3600 Genk"]),
)


def set_letterhead(by: int) -> None:
    """As an administrator would, on the page of settings."""
    for key, value in SET:
        settings.put(key, value, by=by)
