"""The JSON Schema of the examples in a rule file: facts, history, what comes out. It reads none."""

from typing import Final

from regulation.files.read_cases import ORIGINS
from regulation.files.read_facts import DATES, MOST_PEOPLE
from regulation.files.table import MAX_EUROS, MAX_TEXT
from regulation.findings.assessment import Answer, Kind, Outcome
from regulation.shape.schema_forms import (
    DATE,
    Schema,
    code,
    codes,
    list_of,
    name,
    number,
    table,
    text,
    whole,
)
from regulation.vocabulary.facts import MOST_PIECES

EUROS: Final = number(MAX_EUROS, "In euro, without quotes.")
TEXT: Final = text(MAX_TEXT)
FLAG: Final[Schema] = {"type": "boolean"}
PIECES: Final = whole(1, MOST_PIECES)
WORDS: Final = list_of({"type": "string"})
BIRTH: Final[dict[str, Schema]] = {"born": DATE, "age": whole(0, 150)}
DATED: Final[dict[str, Schema]] = dict.fromkeys(DATES, DATE)

MEMBER: Final = table(
    {"person": TEXT, **BIRTH, "role": code("roles"), "parent": FLAG, "disabled": FLAG}
)
ITEM: Final = table({"amount": EUROS, "count": PIECES, "part": code("parts")})
OTHER_PAYER: Final = table({"payer": code("payers"), "amount": EUROS, "part": code("parts")})
SHARES: Final = table({word: whole(0, 100) for word in ("client", "provider", "network")})
BUDGET: Final = table({"available": EUROS, "asked": EUROS}, ("available", "asked"))
BOOKING: Final = table({"cap": name("caps"), "person": TEXT, "amount": EUROS}, ("cap",))


def _sums(of: str) -> Schema:
    per: Schema = {"enum": ["month", "year"], "default": "year"}
    words = {"kind": code(of), "amount": EUROS, "per": per, "year": whole(1990, 2199)}
    return list_of(table(words))


def _by_word(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


PERSON: Final[dict[str, Schema]] = {
    "scheme": name("schemes"),
    "person": TEXT,
    "household": TEXT,
    **BIRTH,
    "role": code("roles"),
    "statuses": codes("statuses", least=0),
    "household_statuses": codes("statuses", least=0),
    "parent_statuses": codes("statuses", least=0),
    "statuses_since": _by_word(DATE),
    "tariff_group": code("tariff_groups"),
    "resident": FLAG,
    "resident_since": DATE,
}
HOUSEHOLD: Final[dict[str, Schema]] = {
    "members": list_of(MEMBER),
    "dependants": whole(0, MOST_PEOPLE),
    "incomes": _sums("incomes"),
    "burdens": _sums("burdens"),
    "income_changed": FLAG,
    "leefloon_category": code("leefloon_categories"),
    "answers": {"type": "object"},
    "judged_yes": WORDS,
    "judged_no": WORDS,
}
ACTIVITY: Final[dict[str, Schema]] = {
    "category": code("categories"),
    "lasting": FLAG,
    "unit": code("units"),
    "units": whole(0, MOST_PIECES),
    "strand": code("strands"),
    "provider_type": code("provider_types"),
    "provider_local": FLAG,
    "provider_recognised": FLAG,
    "offered_in_town": FLAG,
}
MONEY: Final[dict[str, Schema]] = {
    "cost": EUROS,
    "items": list_of(ITEM),
    "count": PIECES,
    "instalment_of": TEXT,
    "other_payers": {"anyOf": [_by_word(EUROS), list_of(OTHER_PAYER)]},
    "other_schemes": WORDS,
    "other_discount": FLAG,
    "evidence": codes("evidence", least=0),
    "payee": code("payees"),
    "shares": SHARES,
    "budget": BUDGET,
}
FACTS: Final = table(
    {**PERSON, **DATED, **HOUSEHOLD, **ACTIVITY, **MONEY}, (), "The facts of an example."
)
CLAIM: Final = table(
    {
        "granted": EUROS,
        "open": EUROS,
        "scheme": name("schemes"),
        "person": TEXT,
        "household": TEXT,
        **DATED,
        "category": code("categories"),
        "provider_type": code("provider_types"),
        "strand": code("strands"),
        "count": PIECES,
        "instalment_of": TEXT,
        "bookings": list_of(BOOKING),
    },
    (),
    "An earlier or an open request.",
)
EXPECTED: Final = table(
    {
        "outcome": {"enum": list(map(str, Outcome))},
        "eligible": {"enum": list(map(str, Answer))},
        "reason": {"enum": list(map(str, Kind))},
        **dict.fromkeys(
            ("amount", "maximum", "left", "client", "provider", "ceiling", "first"), EUROS
        ),
        "missing": WORDS,
        "evidence_needed": codes("evidence", least=0),
        "latest_on": DATE,
        "body": code("bodies"),
        "priority": whole(1, 100),
        "closes_on": DATE,
    },
    (),
    "What comes out; what is not named is not compared.",
)
CASE: Final = table(
    {
        "name": text(200),
        "origin": {"enum": list(ORIGINS), "default": "own"},
        "facts": {"$ref": "#/$defs/Facts"},
        "without": WORDS,
        "history": list_of({**CLAIM, "oneOf": [{"required": ["granted"]}, {"required": ["open"]}]}),
        "expect": {**EXPECTED, "minProperties": 1},
    },
    ("name", "expect"),
    "An example of the file.",
)
