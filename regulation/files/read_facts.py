"""From the words of a case to facts, in the regulation room. It judges nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import Lexicon
from regulation.files.table import Table
from regulation.judge.telling import QUESTION
from regulation.vocabulary.blocks import QuestionKind
from regulation.vocabulary.facts import MOST_PIECES, Facts, Item, OtherPayer, Shares
from regulation.vocabulary.means import (
    MOST_DEPENDANTS,
    Answer,
    Income,
    Member,
    ProRata,
    Since,
    Time,
)
from regulation.vocabulary.rules import Scheme

DATES = ("requested_on", "cost_on", "payment_on", "invoice_on", "activity_on", "decision_on")
# The words of a case that the judge knows by another name.
ASKED_AS: Final[Mapping[str, str]] = {
    "born": "birth_on",
    "cost": "cost_cents",
    "units": "unit_count",
}


def word_of(fact: str) -> str:
    """The word of a file for a fact that the judge asks: that of its table, or of its question."""
    words = {name: word for word, name in ASKED_AS.items()}
    return words.get(fact, fact.removeprefix(QUESTION))


def read_facts(table: Table, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> Facts:
    """The facts of a case, in the words of its file."""
    dates = {name: table.date(name) for name in DATES}
    scheme = table.choice("scheme", schemes, default=next(iter(schemes)))
    by = schemes[scheme].dates_by
    judged_on = dates[by.fact] or dates["cost_on"] or dates["requested_on"]
    dates["requested_on"] = dates["requested_on"] or judged_on
    values = {
        "scheme": scheme,
        **dates,
        **_person(table, judged_on, lexicon),
        **_household(table, judged_on, lexicon),
        **_activity(table, lexicon),
        **_money(table, schemes, lexicon),
    }
    table.done()
    try:
        return Facts(**values)
    except ValueError:
        table.fail(_("The parts of the bill add up to its cost."), "items")


def _person(table: Table, on: dt.date | None, lexicon: Lexicon) -> dict[str, Any]:
    return {
        "client": table.text("person") or "a",
        "household": table.text("household") or "h",
        "birth_on": _birth_on(table, on),
        "role": lexicon.code(table, "role", "roles") or None,
        "statuses": _statuses(table, "statuses", lexicon),
        "household_statuses": _statuses(table, "household_statuses", lexicon),
        "parent_statuses": _statuses(table, "parent_statuses", lexicon),
        "statuses_since": _statuses_since(table, lexicon),
        "tariff_group": lexicon.code(table, "tariff_group", "tariff_groups") or None,
        "resident": table.flag("resident"),
        "resident_since": table.date("resident_since"),
    }


def _household(table: Table, on: dt.date | None, lexicon: Lexicon) -> dict[str, Any]:
    members = table.tables("members") if table.has("members") else None
    judged = lexicon.names("conditions")
    return {
        "members": None if members is None else tuple(_member(m, on, lexicon) for m in members),
        "dependants": table.whole("dependants", most=MOST_DEPENDANTS),
        "incomes": _sums(table, "incomes", "income", lexicon),
        "burdens": _sums(table, "burdens", "other_burden", lexicon),
        "income_changed": table.flag("income_changed"),
        "leefloon_category": lexicon.code(table, "leefloon_category", "leefloon_categories")
        or None,
        "answers": _answers(table, lexicon),
        "judged_yes": frozenset(table.choices("judged_yes", judged, may_be_empty=True)),
        "judged_no": frozenset(table.choices("judged_no", judged, may_be_empty=True)),
    }


def _activity(table: Table, lexicon: Lexicon) -> dict[str, Any]:
    return {
        "category": lexicon.code(table, "category", "categories") or None,
        "lasting": table.flag("lasting"),
        "unit": lexicon.code(table, "unit", "units") or None,
        "unit_count": table.whole("units", most=MOST_PIECES),
        "strand": lexicon.code(table, "strand", "strands") or None,
        "provider_type": lexicon.code(table, "provider_type", "provider_types") or None,
        "provider_local": table.flag("provider_local"),
        "provider_recognised": table.flag("provider_recognised"),
        "offered_in_town": table.flag("offered_in_town"),
    }


def _money(table: Table, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> dict[str, Any]:
    items = tuple(_item(one, lexicon) for one in table.tables("items"))
    cost = table.cents("cost")
    if cost is None and items:
        cost = sum(one.cents * one.count for one in items)
    used = table.choices("other_schemes", schemes, may_be_empty=True)
    return {
        "other_schemes": frozenset(used) if table.was("other_schemes") else None,
        "cost_cents": cost,
        "items": items,
        "count": table.whole("count", least=1, most=MOST_PIECES) or 1,
        "instalment_of": table.text("instalment_of"),
        "other_payers": _other_payers(table, lexicon),
        "other_discount": table.flag("other_discount"),
        "evidence_seen": frozenset(lexicon.codes(table, "evidence", "evidence", may_be_empty=True)),
        "payee": lexicon.code(table, "payee", "payees") or None,
        "shares": _shares(table),
        "pro_rata": _pro_rata(table),
    }


def _birth_on(table: Table, on: dt.date | None) -> dt.date | None:
    """Born on a day, or so many years old on the day that decides."""
    born, years = table.date("born"), table.whole("age")
    if years is None:
        return born
    if born or on is None:
        table.fail(_("Write either “born”, or “age” together with “cost_on”."), "age")
    return on.replace(year=on.year - years, day=min(on.day, 28))


def _statuses(table: Table, key: str, lexicon: Lexicon) -> frozenset[str] | None:
    """An empty list says "none"; no list says "not known"."""
    if not table.has(key):
        return None
    return frozenset(lexicon.codes(table, key, "statuses", may_be_empty=True))


def _statuses_since(table: Table, lexicon: Lexicon) -> tuple[Since, ...]:
    since = table.table("statuses_since")
    if since is None:
        return ()
    words = since.words_among(lexicon.known("statuses"))
    read = tuple(
        Since(status=code, since_on=day)
        for word in words
        if (day := since.date(word))
        for code in lexicon.meant("statuses", [word])
    )
    since.done()
    return read


def _member(table: Table, on: dt.date | None, lexicon: Lexicon) -> Member:
    member = Member(
        person=table.text("person"),
        birth_on=_birth_on(table, on),
        role=lexicon.code(table, "role", "roles"),
        parent=table.flag("parent") or False,
        disabled=table.flag("disabled") or False,
    )
    table.done()
    return member


def _sums(table: Table, key: str, usual: str, lexicon: Lexicon) -> tuple[Income, ...] | None:
    """Amounts by kind, a year unless `per` says a month."""
    if not table.has(key):
        return None
    return tuple(_sum(one, key, usual, lexicon) for one in table.tables(key))


def _sum(table: Table, of: str, usual: str, lexicon: Lexicon) -> Income:
    income = Income(
        kind=lexicon.code(table, "kind", of) or usual,
        cents=table.cents("amount") or 0,
        a_month=table.choice("per", list(Time), default=Time.YEAR) == Time.MONTH,
        year=table.whole("year", least=1990, most=2199),
    )
    table.done()
    return income


def _answers(table: Table, lexicon: Lexicon) -> tuple[Answer, ...]:
    answers = table.table("answers")
    if answers is None:
        return ()
    asked = answers.words_among(lexicon.questions)
    read = tuple(_answer(answers, word, lexicon.questions[word].kind) for word in asked)
    answers.done()
    return read


def _answer(answers: Table, name: str, kind: QuestionKind) -> Answer:
    if kind is QuestionKind.YES_NO:
        return Answer(question=name, yes=answers.flag(name))
    if kind is QuestionKind.DATE:
        return Answer(question=name, on=answers.date(name))
    if kind is QuestionKind.EURO:
        return Answer(question=name, number=answers.cents(name))
    return Answer(question=name, number=answers.whole(name, most=1_000_000))


def _item(table: Table, lexicon: Lexicon) -> Item:
    item = Item(
        cents=table.cents("amount") or 0,
        count=table.whole("count", least=1, most=MOST_PIECES) or 1,
        part=lexicon.code(table, "part", "parts"),
    )
    table.done()
    return item


def _other_payers(table: Table, lexicon: Lexicon) -> tuple[OtherPayer, ...]:
    """A table of payers with their amounts, or a list of tables where one pays for a part."""
    if table.is_list("other_payers"):
        return tuple(_other_payer(one, lexicon) for one in table.tables("other_payers"))
    payers = table.table("other_payers")
    if payers is None:
        return ()
    words = payers.words_among(lexicon.known("payers"))
    read = tuple(
        OtherPayer(payer=code, cents=payers.cents(word) or 0)
        for word in words
        for code in lexicon.meant("payers", [word])[:1]
    )
    payers.done()
    return read


def _other_payer(table: Table, lexicon: Lexicon) -> OtherPayer:
    payer = lexicon.code(table, "payer", "payers")
    cents, part = table.cents("amount") or 0, lexicon.code(table, "part", "parts")
    table.done()
    return OtherPayer(payer=payer or "other_payer", cents=cents, part=part)


def _shares(table: Table) -> Shares | None:
    shares = table.table("shares")
    if shares is None:
        return None
    parts = [shares.whole(key, most=100) or 0 for key in ("client", "provider", "network")]
    shares.done()
    if sum(parts) != 100:
        shares.fail(_("The shares of client, provider and network add up to 100."))
    return Shares(client_percent=parts[0], provider_percent=parts[1], network_percent=parts[2])


def _pro_rata(table: Table) -> ProRata | None:
    budget = table.table("budget")
    if budget is None:
        return None
    available, asked = budget.cents("available"), budget.cents("asked")
    budget.done()
    if available is None or asked is None:
        budget.fail(_("Write what is available, and what all together would get."))
    return ProRata(available_cents=available, asked_cents=asked)
