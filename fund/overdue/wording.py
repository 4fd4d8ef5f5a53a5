"""What the law says of a term that has lapsed, by the basis of the fund. It decides nothing."""

from collections.abc import Iterable, Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from terms.deciding import BASES, COUNCIL_RULE, INDIVIDUAL_AID

SHORT: Final[Mapping[str, LazyString]] = {
    INDIVIDUAL_AID: _l("individual aid"),
    COUNCIL_RULE: _l("a rule of the council"),
}


def said_of(bases: Iterable[str]) -> list[tuple[str, str, str]]:
    """Of each basis that is there: its word, its name and what follows; the stricter one first."""
    there = set(bases)
    return [
        (basis, str(BASES[basis]), " ".join(_consequences(basis)))
        for basis in (INDIVIDUAL_AID, COUNCIL_RULE)
        if basis in there
    ]


def _consequences(basis: str) -> list[str]:
    """In plain sentences."""
    if basis == COUNCIL_RULE:
        return [
            _(
                "This fund stands on a rule of the council. What follows when a term lapses, that rule says."
            ),
            _("Decide all the same, and tell the client why it took longer."),
        ]
    return [
        _("The law gives 30 days to decide. A question to the worker does not stop that term."),
        _(
            "Nothing decided in time? Then the client may go to the labour court, "
            "within 3 months after the term has lapsed."
        ),
        _("Decide all the same. A late decision is better than none."),
    ]
