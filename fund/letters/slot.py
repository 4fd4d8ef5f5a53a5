"""What a set of sentences of letters is: slots that are changed together. Pure."""

from dataclasses import dataclass
from typing import Final

from flask_babel import LazyString, force_locale

from core.letters.letters import LANGUAGE

GRANT, PARTIAL, REFUSAL = "grant", "partial_grant", "refusal"
QUESTION, PROVIDER, COMMON = "question", "provider", "common"
PROVIDER_OVER = "provider_over"
RATIFIED, NOT_RATIFIED = "ratified", "not_ratified"
RECOVERY, APPEAL_INFO = "recovery", "appeal_info"
# Neutral half pages: they tell no more than what is paid.
TO_PROVIDERS: Final = frozenset({PROVIDER, PROVIDER_OVER})


@dataclass(frozen=True)
class Slot:
    """One place for a sentence or a few. `must`: what the law has it say, in the words of the text."""

    code: str
    label: LazyString
    shipped: LazyString
    must: tuple[str, ...] = ()

    @property
    def shipped_words(self) -> str:
        """In the language of letters, whatever the reader's screen speaks."""
        with force_locale(LANGUAGE):
            return str(self.shipped)


@dataclass(frozen=True)
class TextSet:
    """The slots that are changed together, on one page."""

    code: str
    title: LazyString
    slots: tuple[Slot, ...]
