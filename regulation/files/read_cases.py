"""From a file's worked examples to facts and history, in the regulation room. It runs none."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import LISTS, Lexicon
from regulation.files.table import Table
from regulation.judge.assessment import Kind, Outcome
from regulation.judge.cases import Example, Expected
from regulation.judge.facts import Claim, Facts, OtherPayer, Shares
from regulation.judge.rules import Scheme

ORIGINS = ("source", "derived", "own")


def read_cases(top: Table, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> tuple[Example, ...]:
    """The examples of the file, each completed with what `case_facts` says of all."""
    usual = top.take("case_facts") or {}
    return tuple(_example(table, usual, schemes, lexicon) for table in top.tables("cases"))


def _example(table: Table, usual: Any, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> Example:
    own = table.take("facts") or {}
    if not isinstance(usual, Mapping) or not isinstance(own, Mapping):
        table.fail(_("Write a table here, with a name and a value per line."), "facts")
    # Who says an age has no birth date, and the other way round.
    dropped = {"born", "age"} if {"born", "age"} & own.keys() else set()
    dropped |= set(_names(table, "without"))
    merged = {key: value for key, value in usual.items() if key not in dropped} | dict(own)
    facts = _facts(Table(merged, table.at("facts")), schemes, lexicon)
    example = Example(
        name=table.text("name", required=True, most=200),
        origin=table.choice("origin", ORIGINS, default="own"),
        facts=facts,
        history=tuple(_claim(one, facts, schemes, lexicon) for one in table.tables("history")),
        expected=_expected(table, lexicon),
    )
    table.done()
    return example


def _facts(table: Table, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> Facts:
    cost_on = table.date("cost_on")
    facts = Facts(
        requested_on=table.date("requested_on") or cost_on,
        cost_on=cost_on,
        payment_on=table.date("payment_on"),
        invoice_on=table.date("invoice_on"),
        activity_on=table.date("activity_on"),
        decision_on=table.date("decision_on"),
        scheme=table.choice("scheme", schemes, default=next(iter(schemes))),
        client=table.text("person") or "a",
        household=table.text("household") or "h",
        birth_on=_birth_on(table, cost_on),
        statuses=_statuses(table, "statuses", lexicon),
        household_statuses=_statuses(table, "household_statuses", lexicon),
        resident=table.flag("resident"),
        category=_code(table, "category", "categories", lexicon),
        provider_type=_code(table, "provider_type", "provider_types", lexicon),
        strand=table.choice("strand", lexicon.strands, default="") or None,
        cost_cents=table.cents("cost"),
        other_payers=_other_payers(table),
        evidence_seen=frozenset(lexicon.codes(table, "evidence", "evidence")),
        payee=table.choice("payee", LISTS["payees"], default="") or None,
        shares=_shares(table),
        judged_yes=frozenset(_names(table, "judged_yes")),
        judged_no=frozenset(_names(table, "judged_no")),
    )
    table.done()
    return facts


def _birth_on(table: Table, cost_on: dt.date | None) -> dt.date | None:
    """Born on a day, or so many years old on the day of the cost."""
    born, years = table.date("born"), table.whole("age")
    if years is None:
        return born
    if born or cost_on is None:
        table.fail(_("Write either “born”, or “age” together with “cost_on”."), "age")
    return cost_on.replace(year=cost_on.year - years, day=min(cost_on.day, 28))


def _statuses(table: Table, key: str, lexicon: Lexicon) -> frozenset[str] | None:
    """An empty list says "none"; no list says "not known"."""
    if not table.has(key):
        return None
    return frozenset(lexicon.codes(table, key, "statuses", may_be_empty=True))


def _code(table: Table, key: str, of: str, lexicon: Lexicon) -> str | None:
    own = lexicon.own.get(of, {})
    word = table.choice(key, LISTS[of] | own.keys(), default="")
    return own.get(word, (word,))[0] or None


def _names(table: Table, key: str) -> list[str]:
    names = table.take(key) or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        table.fail(_("Write a list of words, each between quotes."), key)
    return names


def _other_payers(table: Table) -> tuple[OtherPayer, ...]:
    payers = table.table("other_payers")
    if payers is None:
        return ()
    read = tuple(
        OtherPayer(payer=payer, cents=payers.cents(payer) or 0)
        for payer in payers.words()
        if payer in LISTS["payers"]
    )
    payers.done()
    return read


def _shares(table: Table) -> Shares | None:
    shares = table.table("shares")
    if shares is None:
        return None
    parts = [shares.whole(key, most=100) or 0 for key in ("client", "provider", "network")]
    shares.done()
    if sum(parts) != 100:
        shares.fail(_("The shares of client, provider and network add up to 100."))
    return Shares(client_percent=parts[0], provider_percent=parts[1], network_percent=parts[2])


def _claim(table: Table, facts: Facts, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> Claim:
    granted_cents, open_cents = table.cents("granted"), table.cents("open")
    if (granted_cents is None) is (open_cents is None):
        table.fail(_("Write either what was granted, or what is still open."))
    cost_on = table.date("cost_on")
    if cost_on is None:
        table.fail(_("Write a date without quotes, such as 2026-01-31."), "cost_on")
    claim = Claim(
        scheme=table.choice("scheme", schemes, default=facts.scheme),
        client=table.text("person") or facts.client,
        household=table.text("household") or facts.household,
        counted_cents=granted_cents or open_cents or 0,
        is_open=granted_cents is None,
        cost_on=cost_on,
        category=_code(table, "category", "categories", lexicon),
        provider_type=_code(table, "provider_type", "provider_types", lexicon),
        strand=table.choice("strand", lexicon.strands, default="") or None,
    )
    table.done()
    return claim


def _expected(table: Table, lexicon: Lexicon) -> Expected:
    expect = table.table("expect")
    if expect is None:
        table.fail(_("Write what must come out."), "expect")
    missing = _names(expect, "missing") if expect.has("missing") else None
    proof = "evidence_needed"
    proof_named = expect.has(proof)
    needed = lexicon.codes(expect, proof, "evidence", may_be_empty=True)
    expected = Expected(
        outcome=expect.choice("outcome", list(Outcome), default="") or None,
        amount_cents=expect.cents("amount"),
        reason=expect.choice("reason", list(Kind), default="") or None,
        missing=None if missing is None else tuple(sorted(missing)),
        needed=needed if proof_named else None,
        latest_on=expect.date("latest_on"),
        left_cents=expect.cents("left"),
        client_cents=expect.cents("client"),
        provider_cents=expect.cents("provider"),
    )
    expect.done()
    if expected == Expected():
        expect.fail(_("Write what must come out."))
    return expected
