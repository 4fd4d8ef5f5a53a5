"""How a worker answers what a rule asks, for the tests: by the facts of an example."""

from __future__ import annotations

from typing import Any

from intake.asking.forms import field_name
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.means import Answer, Income
from tests.inspector import InspectingClient, Page, fields_of

YES = {True: "yes", False: "no"}
Fields = dict[str, Any]


def euros(cents: int) -> str:
    """As one types an amount."""
    return f"{cents // 100},{cents % 100:02}"


PLAIN = ("strand", "unit", "tariff_group", "leefloon_category", "dependants", "unit_count",
         "lasting", "provider_local", "provider_recognised", "offered_in_town", "other_discount",
         "income_changed", "resident", "resident_since", "payment_on", "invoice_on",
         "activity_on", "count", "scheme")  # fmt: skip


def answers_of(facts: Facts) -> Fields:
    """Every answer that the facts of an example hold, under the name of its field."""
    known = {name: getattr(facts, name) for name in PLAIN}
    known |= {f"question:{one.question}": _answer(one) for one in facts.answers}
    known |= {f"part:{item.part}": item.cents * item.count for item in facts.items}
    typed: Fields = {field_name(n): _typed(v) for n, v in known.items() if v is not None}
    for name in ("incomes", "burdens"):
        sums = getattr(facts, name)
        typed |= {} if sums is None else _rows(name, sums or (Income(kind="", cents=0),))
    if facts.other_schemes is not None:
        typed[field_name("other_schemes")] = sorted(facts.other_schemes) or ["none"]
    return typed | _opinions(facts)


def _opinions(facts: Facts) -> Fields:
    found = {**dict.fromkeys(facts.judged_yes, "yes"), **dict.fromkeys(facts.judged_no, "no")}
    own = {field_name(f"judged:{name}"): yes for name, yes in found.items()}
    return own | {f"{name}_why": "het onderzoek dit toont" for name in own}


def _answer(one: Answer) -> Any:
    return next(value for value in (one.yes, one.number, one.on) if value is not None)


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return YES[value]
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value)


def _rows(name: str, sums: tuple[Income, ...]) -> Fields:
    typed: Fields = {}
    for number, one in enumerate(sums):
        own = f"{field_name(name)}_{number}"
        typed[f"{own}_amount"] = euros(one.cents)
        typed[f"{own}_per"] = "month" if one.a_month else "year"
        if one.kind:
            typed[f"{own}_kind"] = one.kind
        if one.year:
            typed[f"{own}_year"] = str(one.year)
    return typed


def asked_on(page: Page) -> Fields:
    """The fields of what the rule asks, as the page has them."""
    region = page.by_id("told")
    return fields_of(region) if region is not None else {}


def names_on(page: Page) -> set[str]:
    """Their names, those of choices that were not made too."""
    region = page.by_id("told")
    return {e.get("name") for e in region.iter() if e.get("name", "").startswith("told_")}


def answered(browser: InspectingClient, fields: Fields, facts: Facts) -> tuple[Fields, Page]:
    """Answer what the rule asks, as often as it asks more; the fields and the page at the end."""
    known, seen = answers_of(facts), set()
    while True:
        page = Page(browser.post("/filings/assess", data=fields))
        asked = names_on(page)
        if asked <= seen:
            return fields, page
        seen |= asked
        known |= _in_euros(page, facts)
        fields = fields | asked_on(page) | {n: v for n, v in known.items() if n in asked}


def _in_euros(page: Page, facts: Facts) -> Fields:
    """An amount is typed in euros where the field asks it so."""
    named = {field_name(f"part:{one.part}"): one.cents * one.count for one in facts.items}
    named |= {field_name(f"question:{one.question}"): one.number for one in facts.answers}
    fields = {name: page.by_id(name) for name in named}
    return {
        name: euros(named[name])
        for name, field in fields.items()
        if field is not None and field.get("inputmode") == "decimal"
    }
