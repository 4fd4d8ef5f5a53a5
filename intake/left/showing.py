"""What is left as the client's page shows it: rows of figures, and words where no figure can be said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.money import show_cents
from core.pages.words import say as _
from intake.asking.needed import covered_by
from intake.left.queries import Standing
from regulation.cap_words import cap_time
from regulation.findings.assessment import CapState
from regulation.judge.left import ANY_OTHER, Left
from regulation.sentences.amounts import cap_text
from regulation.sentences.lists import in_a_row, labels
from regulation.sentences.page import Sentence
from regulation.vocabulary.limits import Cap, CapPer
from regulation.vocabulary.rules import RuleSet, Scheme
from regulation.words import facts_text
from terms.lists import CATEGORIES, label_of


@dataclass(frozen=True, kw_only=True)
class Row:
    """One cap of one person or of the household. With `words` there are no figures."""

    who: str
    what: str = ""
    cap: str = ""
    most: str = ""
    time: str = ""
    granted: str = ""
    open: str = ""
    left: str = ""
    # Said only where open requests make a difference.
    left_granted: str = ""
    words: str = ""
    is_used: bool = False


@dataclass(frozen=True)
class Table:
    """One scheme of the rule: its rows, what the rule says of each cap among them, and the kinds of
    activities that no cap is for.
    """

    title: str
    rows: list[Row]
    sentences: list[Sentence]
    uncapped: str = ""
    # Somebody has several rooms for one cost.
    has_smallest: bool = False


@dataclass(frozen=True)
class LeftShown:
    """All of it. `is_untouched`: nothing was granted or asked that counts now."""

    tables: list[Table] = field(default_factory=list)
    # The schemes that have no cap at all.
    uncapped: str = ""
    is_untouched: bool = True
    has_rule: bool = True
    has_unset: bool = False


def shown(standing: Standing | None, names: Mapping[int, str]) -> LeftShown:
    """`names`: the members whose file is open to who looks; of others no figure of their own is said."""
    if standing is None:
        return LeftShown(has_rule=False)
    tables = [
        _table(standing, scheme, {who: by_client[who] for who in names if who in by_client}, names)
        for scheme, by_client in standing.by_scheme
        if scheme.caps
    ]
    free = [scheme.title for scheme, _by_client in standing.by_scheme if not scheme.caps]
    is_used = any(row.is_used for table in tables for row in table.rows)
    return LeftShown(
        tables, in_a_row(free, _("and")), is_untouched=not is_used, has_unset=standing.has_unset
    )


def _table(
    standing: Standing,
    scheme: Scheme,
    by_client: Mapping[int, tuple[Left, ...]],
    names: Mapping[int, str],
) -> Table:
    rows: list[Row] = []
    # The household's own room is the same for every member.
    together: dict[tuple[object, ...], Row] = {}
    for client_id, found in by_client.items():
        for one in found:
            if _is_shared(one):
                made = _rows(one, _("The household"), standing.rules)
                together |= {(one.cap.name, row.what, row.most): row for row in made}
            else:
                rows += _rows(one, names[client_id], standing.rules)
        if not found:
            words = _("The rule names no cap for this person.")
            rows.append(Row(who=names[client_id], words=words))
    several = any(len(found) > 1 for found in by_client.values())
    rows += together.values()
    return Table(scheme.title, rows, _sentences(scheme, rows), _uncapped(scheme), several)


def _sentences(scheme: Scheme, rows: list[Row]) -> list[Sentence]:
    """Once for each cap that has a row, however many people have it."""
    named = {row.cap for row in rows}
    return [
        Sentence(f"{cap.title}: {cap_text(cap)}", cap.ref)
        for cap in scheme.caps
        if cap.title in named
    ]


def _is_shared(one: Left) -> bool:
    return one.cap.pooled or one.cap.per is CapPer.HOUSEHOLD


def _uncapped(scheme: Scheme) -> str:
    """The kinds that no cap is for; nothing where every cost falls under one."""
    free = [
        code
        for code in covered_by(scheme, CATEGORIES)
        if not any(_is_for(cap, code) for cap in scheme.caps)
    ]
    return labels(CATEGORIES, free, _("and")) if free else ""


def _is_for(cap: Cap, code: str) -> bool:
    named = not cap.when.categories or code in cap.when.categories
    return named and code not in cap.when.except_categories


def _rows(one: Left, who: str, rules: RuleSet) -> Iterator[Row]:
    """A row in euros, a row in times, or one in words."""
    blank = Row(who=who, what=_what(one), cap=one.cap.title)
    state = one.state
    if state is None:
        told = facts_text(rules, one.missing)
        yield replace(blank, words=_("Depends on %(facts)s.", facts=told))
    elif one.is_judged:
        yield replace(blank, words=_("A person judges whether this cap holds."))
    elif state.is_open:
        yield replace(blank, words=_("The text prints no maximum."))
    else:
        blank = replace(blank, time=cap_time(state))
        if state.limit_cents is not None:
            yield _in_euros(blank, state, state.limit_cents)
        if state.count is not None:
            yield _in_times(blank, state, state.count)


def _what(one: Left) -> str:
    when = one.cap.when
    if one.category == ANY_OTHER:
        return _("Each other kind of activity")
    if one.category:
        return label_of(CATEGORIES, one.category)
    if when.categories:
        return labels(CATEGORIES, when.categories, _("and"))
    if when.except_categories:
        return _("All but %(what)s", what=labels(CATEGORIES, when.except_categories).lower())
    return _("Every activity")


def _in_euros(blank: Row, state: CapState, limit_cents: int) -> Row:
    opened = state.open_before_cents
    return replace(
        blank,
        is_used=bool(opened or state.granted_before_cents),
        most=show_cents(limit_cents),
        granted=show_cents(state.granted_before_cents),
        open=show_cents(opened),
        left=show_cents(state.left_before_cents),
        left_granted=show_cents(state.left_granted_cents) if opened else "",
    )


def _in_times(blank: Row, state: CapState, count: int) -> Row:
    granted, opened = state.counted_before, state.counted_open_before
    return replace(
        blank,
        is_used=bool(granted or opened),
        most=_times(count),
        granted=_times(granted),
        open=_times(opened),
        left=_times(max(0, count - granted - opened)),
        left_granted=_times(max(0, count - granted)) if opened else "",
    )


def _times(count: int) -> str:
    return _("%(count)s times", count=count)
