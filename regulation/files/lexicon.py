"""The words a rule file may use: the lists of `terms`, its own words, its articles and names. No rules."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from flask_babel import lazy_gettext as _

from regulation.files.table import Table
from regulation.vocabulary.blocks import Article, Condition, Question
from regulation.vocabulary.rules import Series
from terms.lists import (
    CATEGORIES,
    EVIDENCE,
    PAYEES,
    PAYERS,
    PROVIDER_TYPES,
    ROLES_IN_HOUSEHOLD,
    STATUSES,
    Term,
)
from terms.rule_lists import (
    APPLICANTS,
    BODIES,
    BURDENS,
    INCOMES,
    LEEFLOON_CATEGORIES,
    PARTS,
    PAYMENT_MODES,
    PROOF_FIELDS,
    REMEDIES,
    UNITS,
)

# The list behind each word of a block; a file may map words of its own to their codes.
LISTS: Final[Mapping[str, Mapping[str, Term]]] = {
    "statuses": STATUSES,
    "categories": CATEGORIES,
    "provider_types": PROVIDER_TYPES,
    "roles": ROLES_IN_HOUSEHOLD,
    "evidence": EVIDENCE,
    "proof_fields": PROOF_FIELDS,
    "payers": PAYERS,
    "payees": PAYEES,
    "payment_modes": PAYMENT_MODES,
    "applicants": APPLICANTS,
    "bodies": BODIES,
    "remedies": REMEDIES,
    "units": UNITS,
    "parts": PARTS,
    "incomes": INCOMES,
    "burdens": BURDENS,
    "leefloon_categories": LEEFLOON_CATEGORIES,
}

# Lists that only the file itself fills: its strands, and its groups with a tariff of their own.
OWN_LISTS: Final = ("strands", "tariff_groups")


class ConditionsByName(Protocol):
    """The conditions of a file, each read when it is first asked for."""

    def names(self) -> Collection[str]:
        """The names of all."""

    def named(self, name: str) -> Condition:
        """One of them."""


@dataclass
class Lexicon:
    """What each word of a file means; a municipality's own word may stand for several codes."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    schemes: Collection[str] = ()
    conditions: ConditionsByName | None = None

    def known(self, of: str) -> Collection[str]:
        """Every word that may stand where a code of this list is asked."""
        return frozenset(LISTS.get(of, {})) | self.own.get(of, {}).keys()

    def meant(self, of: str, words: Collection[str]) -> tuple[str, ...]:
        """The codes behind some words, in their order."""
        own = self.own.get(of, {})
        return tuple(dict.fromkeys(code for word in words for code in own.get(word, (word,))))

    def codes(
        self, table: Table, key: str, of: str, *, may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """The codes of a list of words, in the order written."""
        words = table.choices(key, self.known(of), may_be_empty=may_be_empty, labels=labels_of(of))
        return self.meant(of, words)

    def code(self, table: Table, key: str, of: str) -> str:
        """The code of one word, or nothing."""
        word = table.choice(key, self.known(of), default="", labels=labels_of(of))
        return self.meant(of, [word])[0] if word else ""

    def names(self, of: str) -> Collection[str]:
        """The names that the file gives to its conditions, schemes, questions or series."""
        if of == "conditions":
            return self.conditions.names() if self.conditions else ()
        named: Mapping[str, Collection[str]] = {
            "schemes": self.schemes,
            "questions": self.questions.keys(),
            "series": self.series.keys(),
        }
        return named[of]


def labels_of(of: str) -> dict[str, object]:
    """The words on screen behind the codes of a list."""
    return {code: term.label for code, term in LISTS.get(of, {}).items()}


def read_own_words(top: Table) -> dict[str, dict[str, tuple[str, ...]]]:
    """The file's own words, by the list that they belong to."""
    terms = top.table("terms")
    if terms is None:
        return {}
    own = {of: _mapped(terms, of) for of in LISTS}
    own |= {of: _listed(terms, of) for of in OWN_LISTS}
    terms.done()
    return own


def _mapped(terms: Table, of: str) -> dict[str, tuple[str, ...]]:
    mapped = terms.table(of)
    if mapped is None:
        return {}
    return {
        word: mapped.choices(word, LISTS[of], labels=labels_of(of))
        if mapped.is_list(word)
        else (mapped.choice(word, LISTS[of], labels=labels_of(of)),)
        for word in mapped.words()
    }


def _listed(terms: Table, of: str) -> dict[str, tuple[str, ...]]:
    words = terms.strings(of)
    if not all(word.strip() for word in words):
        terms.fail(_("Write a list of words, each between quotes."), of)
    return {word: (word,) for word in words}
