"""The words a rule file may use: the lists of `terms`, its own words and its articles. No rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from flask_babel import lazy_gettext as _

from regulation.files.table import Table
from regulation.judge.blocks import AgeBounds, Article, When
from terms.lists import CATEGORIES, EVIDENCE, PAYEES, PAYERS, PROVIDER_TYPES, STATUSES

LISTS: Final = {
    "statuses": frozenset(STATUSES),
    "categories": frozenset(CATEGORIES),
    "provider_types": frozenset(PROVIDER_TYPES),
    "evidence": frozenset(EVIDENCE),
    "payers": frozenset(PAYERS),
    "payees": frozenset(PAYEES),
}


@dataclass(frozen=True)
class Lexicon:
    """What each word of a file means; a municipality's own word may stand for several codes."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    strands: frozenset[str] = frozenset()

    def codes(
        self, table: Table, key: str, of: str, *, may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """The codes of a list of words, in the order written."""
        own = self.own.get(of, {})
        words = table.choices(key, LISTS[of] | own.keys(), may_be_empty=may_be_empty)
        return tuple(dict.fromkeys(code for word in words for code in own.get(word, (word,))))

    def block(self, table: Table) -> dict[str, Any]:
        """What every block may carry."""
        name = table.choice("article", self.articles, default="")
        return {
            "article": self.articles[name] if name else None,
            "words": table.text("words"),
            "open": table.text("open"),
            "assumed": table.text("assumed"),
        }

    def when(self, table: Table) -> When:
        """The selector of a block, or one that always fits."""
        chosen = table.table("when")
        if chosen is None:
            return When()
        ages = chosen.table("age")
        when = When(
            age=age_bounds(ages) if ages else None,
            statuses=frozenset(self.codes(chosen, "statuses", "statuses")),
            categories=frozenset(self.codes(chosen, "categories", "categories")),
            except_categories=frozenset(self.codes(chosen, "except_categories", "categories")),
            strands=frozenset(chosen.choices("strands", self.strands)),
            provider_types=frozenset(self.codes(chosen, "provider_types", "provider_types")),
            payees=frozenset(self.codes(chosen, "payees", "payees")),
        )
        if ages:
            ages.done()
        chosen.done()
        return when


def age_bounds(table: Table) -> AgeBounds:
    """At least one bound, and at least one age between them."""
    bounds = AgeBounds(
        lt=table.whole("lt"), lte=table.whole("lte"), gt=table.whole("gt"), gte=table.whole("gte")
    )
    if bounds == AgeBounds():
        table.fail(_("Write at least one bound: lt, lte, gt or gte."))
    if not any(bounds.hold(years) for years in range(151)):
        table.fail(_("No age lies between these bounds. Change one of them."))
    return bounds


def read_lexicon(top: Table) -> Lexicon:
    """The articles and the own words of a file."""
    articles = {name: _article(name, table) for name, table in top.named("articles").items()}
    terms = top.table("terms")
    if terms is None:
        return Lexicon(articles)
    own = {of: _own_words(terms, of) for of in LISTS}
    strands = terms.take("strands") or []
    if not isinstance(strands, list) or not all(isinstance(one, str) for one in strands):
        terms.fail(_("Write a list of words, each between quotes."), "strands")
    terms.done()
    return Lexicon(articles, own, frozenset(strands))


def _article(name: str, table: Table) -> Article:
    article = Article(
        name=name, ref=table.text("ref", required=True, most=80), text=table.text("text")
    )
    table.done()
    return article


def _own_words(terms: Table, of: str) -> dict[str, tuple[str, ...]]:
    mapped = terms.table(of)
    if mapped is None:
        return {}
    return {
        word: mapped.choices(word, LISTS[of])
        if mapped.is_list(word)
        else (mapped.choice(word, LISTS[of]),)
        for word in mapped.words()
    }
