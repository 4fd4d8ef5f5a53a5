"""Which sentences of letters are translated for an annex, and as they are shipped in each language. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from core.errors import NotThere
from fund.letters.filling import PLACEHOLDERS
from fund.letters.kinds import KINDS
from fund.letters.slot import COMMON, TO_PROVIDERS, Slot
from fund.letters.slots import SETS
from terms.lists import ANNEXES

FOLDER: Final = Path(__file__).with_name("translated")
RIGHT_TO_LEFT: Final = frozenset({"ar"})

# Beside those of the Dutch letters: what only an annex names.
KNOWN: Final[Mapping[str, tuple[str, LazyString]]] = {
    **PLACEHOLDERS,
    "briefdatum": ("letter_on", _l("the day of the letter")),
    "contact": ("contact", _l("how the client reaches the service")),
    "aantal": ("count", _l("how many")),
}

_HEADINGS: Final = (
    ("heading_why", _l("Why we decide this")),
    ("heading_pay", _l("How and when we pay")),
    ("heading_questions", _l("Do you have questions?")),
    ("heading_appeal", _l("Do you not agree?")),
    ("heading_ask", _l("What we ask")),
    ("heading_answer", _l("Your answer")),
    ("heading_means", _l("What does this mean for you?")),
    ("heading_found", _l("What we found")),
    ("heading_prescription", _l("Until when may we ask this?")),
    ("heading_difficult", _l("Is it difficult to pay this?")),
    ("heading_until", _l("Until when?")),
    ("heading_where", _l("Where and how?")),
)
_OWN: Final = (
    Slot("word", _l("The word above it"), _l("Translation")),
    Slot(
        "counts",
        _l("Which letter counts"),
        _l("This is a translation of our letter of {briefdatum}. Only the letter in Dutch counts."),
        ("{briefdatum}",),
    ),
    Slot(
        "own_words",
        _l("In the place of reasons"),
        _l(
            "What we wrote for you personally is not translated. It stands in the Dutch letter. "
            "Your social worker explains it to you."
        ),
    ),
    Slot(
        "own_question",
        _l("In the place of a question"),
        _l(
            "Our question is not translated. It stands in the Dutch letter. "
            "Your social worker explains it to you."
        ),
    ),
    Slot("we_grant", _l("Before the amount granted"), _l("We grant")),
    Slot("we_ask_back", _l("Before the amount asked back"), _l("We ask back")),
    *(Slot(code, _l("Heading"), said) for code, said in _HEADINGS),
    Slot("reach", _l("How to reach us"), _l("You reach us: {contact}."), ("{contact}",)),
    Slot("one_month", _l("A term of one month"), _l("1 month")),
    Slot("months", _l("A term of months"), _l("{aantal} months"), ("{aantal}",)),
    Slot("days", _l("A term of days"), _l("{aantal} days"), ("{aantal}",)),
    Slot(
        "committee", _l("A body that decides"), _l("the special committee for the social service")
    ),
    Slot(
        "subcommittee", _l("A body that decides"), _l("a subcommittee of the special committee")
    ),
)  # fmt: skip

# All sets but those for providers: they read Dutch.
CODES: Final = (COMMON, *(code for code in SETS if code not in {COMMON, *TO_PROVIDERS}))


@cache
def slots_of(code: str) -> tuple[Slot, ...]:
    """The sentences of one set: those of the Dutch letter, with its title or what only annexes say."""
    own = _OWN if code == COMMON else (Slot("title", _l("Title"), _title(code)),)
    return (*own, *SETS[code].slots)


def _title(code: str) -> LazyString:
    return LazyString(lambda: str(KINDS[code].title))


@cache
def shipped(language: str) -> Mapping[str, Mapping[str, str]]:
    """The translation that comes with the product, by set and slot."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def be_known(language: str, code: str) -> None:
    """NotThere for a language or a set that is not translated."""
    if language not in ANNEXES or code not in CODES:
        raise NotThere
