"""What a field of a rule's form offers to choose from, in words. It reads the draft and judges nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from flask_babel import lazy_gettext as _l

from core.errors import Words
from regulation.editing.labels.choices import CHOICES
from regulation.editing.labels.names import NAMES
from regulation.editing.leaves import About, Leaf, told_of
from regulation.editing.telling import told
from regulation.editing.values import NO, NOTHING, YES
from regulation.files.lexicon import LISTS, OWN_LISTS
from regulation.files.read_facts import word_of
from regulation.files.table import RuleFileError
from regulation.findings.incomes import EACH
from regulation.judge.caps import INDEX
from regulation.shape.case_shape import Facts
from regulation.shape.parts import lexicon_of
from regulation.shape.shape import Address
from regulation.vocabulary.means import MOST_DEPENDANTS
from regulation.vocabulary.spec import Form, specs_of
from regulation.words import FACTS

Choice = tuple[str, Words]
LONGEST = 90
FEW_DEPENDANTS = 8
UNKNOWN: Final = _l("not known")


@dataclass(frozen=True)
class Offers:
    """All that the fields of one draft may name."""

    tables: Mapping[str, Any]

    def choices(self, leaf: Leaf) -> list[Choice]:
        """What stands in the list of a field."""
        form, of = leaf.spec.form, leaf.spec.of
        if form is Form.FLAG:
            return [(YES, _l("yes")), (NO, _l("no"))]
        if form is Form.CHOICE:
            return self._closed(of)
        if form is Form.ARTICLE:
            return self._named("articles", "ref")
        found = self._names(of) if form in (Form.NAME, Form.NAMES) else self.codes(of)
        nothing = (NOTHING, _l("nothing, and that is known"))
        return [*found, nothing] if leaf.is_maybe else found

    def _closed(self, of: type) -> list[Choice]:
        kinds: Mapping[str, type] = vars(of).get("kinds", {})
        if kinds:
            return [(word, NAMES[kind]) for word, kind in kinds.items()]
        return list(CHOICES[of].items())

    def codes(self, of: str) -> list[Choice]:
        """The product's list, and the municipality's own words in front of it."""
        if of == "facts":
            facts = [*(one.key for one in specs_of(Facts).values()), "answers"]
            return [(fact, told_of(Facts, fact).label) for fact in facts]
        if of == "asked":
            return [*self._facts_asked(), *self._named("questions", "words")]
        own = self.tables.get("terms", {}).get(of, ())
        words = [(word, word.replace("_", " ")) for word in own]
        return [*words, *((code, term.label) for code, term in LISTS.get(of, {}).items())]

    def _facts_asked(self) -> Iterator[Choice]:
        """Facts by their word in a file; by that of the judge where this file has it so."""
        cases = self.tables.get("cases", ())
        used = {word for case in cases for word in case.get("expect", {}).get("missing", ())}
        for fact, label in FACTS.items():
            yield from ((one, label) for one in {word_of(fact)} | ({fact} & used))

    def _names(self, of: str) -> list[Choice]:
        if of == "conditions":
            return list(self.conditions)
        if of == "caps":
            return list(self._caps())
        return self._named(of, "words" if of == "questions" else "title")

    def _caps(self) -> Iterator[Choice]:
        """The caps of all schemes; one in a scheme may only name its own, which the reader checks."""
        for scheme in self.tables.get("schemes", {}).values():
            for name, cap in scheme.get("caps", {}).items():
                yield name, str(cap.get("title") or name)

    def _named(self, key: str, label: str) -> list[Choice]:
        named = self.tables.get(key, {}).items()
        return [(name, str(table.get(label) or name)) for name, table in named]

    @cached_property
    def conditions(self) -> tuple[Choice, ...]:
        """The conditions of the draft, each in its sentence."""
        return tuple(self._in_sentences())

    def _in_sentences(self) -> Iterator[Choice]:
        for name in self.tables.get("conditions", {}):
            yield name, shortened(self._sentence(name))

    def _sentence(self, name: str) -> str:
        conditions = lexicon_of(self.tables).conditions
        try:
            return told(conditions.named(name), {}) if conditions else name
        except RuleFileError:
            return name

    def about(self, address: Address) -> About:
        """What the form of a block must know besides its table."""
        questions = {
            name: str(table.get("kind")) for name, table in self.tables.get("questions", {}).items()
        }
        of = address[1] if address[:1] == ("terms",) and len(address) > 1 else ""
        series = address[1] if address[:1] == ("series",) and len(address) > 2 else ""
        return About(questions, tuple(self._columns(series)) if series else (), of)

    def _columns(self, series: str) -> Iterator[tuple[str, str]]:
        rows = self.tables.get("series", {}).get(series, {}).get("figures", ())
        used = {key for row in rows for key in row}
        yield INDEX, str(_l("Index, or one figure for all"))
        for code, term in LISTS["leefloon_categories"].items():
            yield code, str(term.label)
        for count in range(MOST_DEPENDANTS + 1):
            if count <= FEW_DEPENDANTS or str(count) in used:
                yield str(count), str(_l("%(count)s dependants", count=count))
        yield EACH, str(_l("Each dependant more"))


def shortened(text: str) -> str:
    """A sentence as it fits in a list."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def own_lists() -> list[Choice]:
    """The lists to which a municipality may add words."""
    return [(of, LIST_NAMES[of]) for of in (*LISTS, *OWN_LISTS)]


LIST_NAMES: Final[dict[str, Words]] = {
    "statuses": _l("Status"),
    "categories": _l("Kind of activity"),
    "provider_types": _l("Kind of provider"),
    "roles": _l("Role in the household"),
    "evidence": _l("Proof"),
    "proof_fields": _l("What stands on a proof"),
    "payers": _l("Other payer"),
    "payees": _l("Who is paid"),
    "payment_modes": _l("Way of paying"),
    "applicants": _l("Who asks"),
    "bodies": _l("Who decides"),
    "remedies": _l("Where to appeal"),
    "units": _l("Unit of time"),
    "parts": _l("Part of the bill"),
    "incomes": _l("Kind of income"),
    "burdens": _l("Kind of burden"),
    "leefloon_categories": _l("Category of the integration income"),
    "strands": _l("Part of the rule"),
    "tariff_groups": _l("Tariff group"),
}
