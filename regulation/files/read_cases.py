"""From a file's worked examples to facts and history, in the regulation room. It runs none."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _

from regulation.files.lexicon import Lexicon
from regulation.files.read_facts import ASKED_AS, read_facts
from regulation.files.read_history import read_claim
from regulation.files.table import Table
from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.vocabulary.cases import Example, Expected, From
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import Scheme


def read_cases(top: Table, schemes: Mapping[str, Scheme], lexicon: Lexicon) -> tuple[Example, ...]:
    """The examples of the file, each completed with what `case_facts` says of all."""
    usual = _taken(top, "case_facts")
    return tuple(_example(table, usual, schemes, lexicon) for table in top.tables("cases"))


def _example(
    table: Table, usual: Mapping[str, Any], schemes: Mapping[str, Scheme], lexicon: Lexicon
) -> Example:
    own = _taken(table, "facts")
    # Who says an age has no birth date, and the other way round.
    dropped = {"born", "age"} if {"born", "age"} & own.keys() else set()
    dropped |= set(table.strings("without"))
    merged = {key: value for key, value in usual.items() if key not in dropped} | dict(own)
    facts = read_facts(table.inner(merged, "facts"), schemes, lexicon)
    example = Example(
        name=table.text("name", required=True, most=200),
        origin=table.choice("origin", list(From), default=From.OWN),
        facts=facts,
        history=tuple(read_claim(one, facts, schemes, lexicon) for one in table.tables("history")),
        expected=_expected(table, lexicon),
    )
    table.done()
    return example


def _asked(words: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The facts as the judge asks them; a question of the file keeps its name."""
    names = (word if word in lexicon.questions else ASKED_AS.get(word, word) for word in words)
    return tuple(sorted(set(names)))


def _taken(table: Table, key: str) -> Mapping[str, Any]:
    """A table as it is written, to be completed before it is read."""
    value = table.take(key)
    written: Mapping[str, Any] = {} if value is None else value
    table.inner(written, key)
    return written


def _expected(table: Table, lexicon: Lexicon) -> Expected:
    expect = table.table("expect")
    if expect is None:
        table.fail(_("Write what must come out."), "expect")
    facts = {*Facts.__dataclass_fields__, *ASKED_AS, *lexicon.questions}
    has_missing = expect.has("missing")
    missing = expect.choices("missing", facts, may_be_empty=True)
    proof = "evidence_needed"
    proof_named = expect.has(proof)
    needed = lexicon.codes(expect, proof, "evidence", may_be_empty=True)
    expected = Expected(
        outcome=expect.choice("outcome", list(Outcome), default="") or None,
        eligible=expect.choice("eligible", list(Answer), default="") or None,
        amount_cents=expect.cents("amount"),
        maximum_cents=expect.cents("maximum"),
        reason=expect.choice("reason", list(Kind), default="") or None,
        missing=_asked(missing, lexicon) if has_missing else None,
        needed=needed if proof_named else None,
        latest_on=expect.date("latest_on"),
        left_cents=expect.cents("left"),
        client_cents=expect.cents("client"),
        provider_cents=expect.cents("provider"),
        ceiling_cents=expect.cents("ceiling"),
        first_cents=expect.cents("first"),
        body=lexicon.code(expect, "body", "bodies") or None,
        priority=expect.whole("priority", least=1, most=100),
        closes_on=expect.date("closes_on"),
    )
    expect.done()
    if expected == Expected():
        expect.fail(_("Write what must come out."))
    return expected
