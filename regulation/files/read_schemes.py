"""From a file's schemes to blocks, in the regulation room. It judges nothing."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import Lexicon
from regulation.files.table import Table
from regulation.judge.blocks import Condition
from regulation.judge.facts import DateKind
from regulation.judge.rules import (
    BODIES,
    Amount,
    Cap,
    CapPer,
    Cover,
    Deadline,
    Decide,
    Deduct,
    Evidence,
    Pay,
    Percent,
    Period,
    Round,
    Rounding,
    Scheme,
    SchemeKind,
    Split,
)

B = TypeVar("B")
Reader = Callable[[Table, Lexicon, dict[str, Any]], B]


def read_schemes(
    tables: dict[str, Table], conditions: Mapping[str, Condition], lexicon: Lexicon
) -> dict[str, Scheme]:
    """Every scheme of the file by its code."""
    return {code: _scheme(code, tables, conditions, lexicon) for code in tables}


def _scheme(
    code: str, tables: dict[str, Table], conditions: Mapping[str, Condition], lexicon: Lexicon
) -> Scheme:
    table = tables[code]

    def one(key: str, reader: Reader[B]) -> B | None:
        inner = table.table(key)
        return _block(inner, lexicon, reader) if inner else None

    def several(key: str, reader: Reader[B]) -> tuple[B, ...]:
        return tuple(_block(inner, lexicon, reader) for inner in table.tables(key))

    eligible = table.choice("eligible", conditions, default="")
    scheme = Scheme(
        code=code,
        kind=SchemeKind(table.choice("kind", list(SchemeKind))),
        title=table.text("title", required=True, most=120),
        dates_by=DateKind(table.choice("dates_by", list(DateKind), default="cost")),
        eligible=conditions[eligible] if eligible else None,
        deadline=one("deadline", _deadline),
        cover=one("cover", _cover),
        deduct=one("deduct", _deduct),
        amounts=several("amounts", _amount),
        rounding=one("round", _round) or Round(),
        caps=_caps(table, set(tables), lexicon),
        evidence=several("evidence", _evidence),
        decide=one("decide", _decide),
        pay=one("pay", _pay),
        **lexicon.block(table),
    )
    table.done()
    return scheme


def _block(table: Table, lexicon: Lexicon, reader: Reader[B]) -> B:
    block = reader(table, lexicon, lexicon.block(table))
    table.done()
    return block


def _deadline(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Deadline:
    month, day = table.whole("month", least=1, most=12), table.whole("day", least=1, most=31)
    later = table.whole("years_later", most=5) or 0
    if common["open"] and month is None and day is None:
        return Deadline(**common)
    if month is None or day is None:
        table.fail(_("Write month and day of the last day to ask, or “open” and why."))
    try:
        # Not a leap year: the day must be there every year.
        dt.date(2023, month, day)
    except ValueError:
        table.fail(_("This day does not come every year. Choose another last day."), "day")
    return Deadline(month=month, day=day, years_later=later, **common)


def _cover(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Cover:
    return Cover(
        categories=frozenset(lexicon.codes(table, "categories", "categories")),
        excluded=frozenset(lexicon.codes(table, "except", "categories")),
        **common,
    )


def _deduct(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Deduct:
    return Deduct(payers=frozenset(lexicon.codes(table, "payers", "payers")), **common)


def _amount(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Amount:
    kind = table.choice("kind", AMOUNTS)
    return AMOUNTS[kind](table, {"when": lexicon.when(table), **common})


def _percent(table: Table, common: dict[str, Any]) -> Amount:
    percent = table.percent("percent")
    if percent is None and not common["open"]:
        table.fail(_("Write the percentage, or “open” where the text gives none."), "percent")
    if percent is not None and common["open"]:
        table.fail(_("A figure is given, so nothing is open. Write “assumed” or leave one out."))
    return Percent(percent=percent, **common)


def _split(table: Table, common: dict[str, Any]) -> Amount:
    return Split(**common)


# The word of the file for each way to an amount; a new one is one more line here.
AMOUNTS: dict[str, Callable[[Table, dict[str, Any]], Amount]] = {
    "percent": _percent,
    "split": _split,
}


def _round(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Round:
    return Round(to=Rounding(table.choice("to", list(Rounding))), **common)


def _caps(table: Table, schemes: set[str], lexicon: Lexicon) -> tuple[Cap, ...]:
    read = []
    for name, inner in table.named("caps").items():
        read.append(_cap(name, inner, schemes, lexicon))
        inner.done()
    return tuple(read)


def _cap(name: str, table: Table, schemes: set[str], lexicon: Lexicon) -> Cap:
    common = lexicon.block(table)
    limit_cents = table.cents("limit")
    if (limit_cents is None) is not bool(common["open"]):
        table.fail(_("Write either a limit, or “open” where the text prints none."), "limit")
    return Cap(
        name=name,
        title=table.text("title", required=True, most=120),
        limit_cents=limit_cents,
        per=CapPer(table.choice("per", list(CapPer))),
        period=Period(table.choice("period", list(Period))),
        dates_by=DateKind(table.choice("dates_by", list(DateKind), default="cost")),
        counts=frozenset(table.choices("counts", schemes)),
        when=lexicon.when(table),
        **common,
    )


def _evidence(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Evidence:
    any_of = lexicon.codes(table, "any_of", "evidence")
    if not any_of:
        table.fail(_("Name the proofs of which one is enough."), "any_of")
    return Evidence(any_of=any_of, when=lexicon.when(table), **common)


def _decide(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Decide:
    return Decide(body=table.choice("body", BODIES), **common)


def _pay(table: Table, lexicon: Lexicon, common: dict[str, Any]) -> Pay:
    payees = lexicon.codes(table, "to", "payees")
    if not payees:
        table.fail(_("Name to whom the fund may pay."), "to")
    return Pay(payees=payees, **common)
