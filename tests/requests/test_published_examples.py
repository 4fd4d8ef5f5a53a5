"""Worked examples of the towns through the form: form, proposal, decide page and decision agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from core import clock
from core.db import db
from core.money import show_cents
from intake.requests.models import Request
from regulation.files.reading import read_rule_set
from regulation.vocabulary.cases import Example
from tests.fund.desk import press
from tests.fund.rule import keeps_no_meetings
from tests.inspector import Page
from tests.portion import spread
from tests.requests.answering import answered, euros
from tests.requests.steps import HTMX, amount, file_it, opened, said
from tests.requests.towns import FOLDER, PROVIDER, family_of, in_force, text_of

GIVES = ("granted", "partly", "judgement")
PRINTED = ("source", "derived")


def examples(*, origins: tuple[str, ...] = PRINTED) -> Iterator[Any]:
    for path in sorted((FOLDER / "published").glob("*.toml")):
        for example in read_rule_set(path.read_text(encoding="utf-8")).cases:
            if example.origin in origins and _gives(example):
                yield pytest.param(path.stem, example, id=f"{path.stem}: {example.name}")


def _gives(example: Example) -> bool:
    return example.expected.outcome in GIVES and example.facts.pro_rata is None


def typed(browser, client_id: int, example: Example) -> dict[str, Any]:
    """What a worker fills in before the rule asks anything."""
    facts = example.facts
    fields: dict[str, Any] = opened(browser, client_id)
    fields |= {
        "what": "Wat het voorbeeld kost",
        "category": facts.category or "",
        "cost": euros(facts.cost_cents or 0),
        "cost_on": (facts.cost_on or facts.invoice_on or facts.requested_on).strftime("%d/%m/%Y"),
        "provider_name": PROVIDER,
        "reason": "belong",
        "evidence_seen": sorted(facts.evidence_seen),
        **{f"part_{one.payer}": euros(one.cents) for one in facts.other_payers},
    }
    return fields | ({"payee": facts.payee} if facts.payee else {})


def at(example: Example) -> Any:
    return clock.at(dt.datetime.combine(example.facts.requested_on, dt.time(9), dt.UTC))


def shown(example: Example) -> str:
    return shown_cents(example.expected.amount_cents or 0)


def shown_cents(cents: int) -> str:
    return show_cents(cents).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("town", "example"), spread(list(examples()), one_in=2))
def test_form_and_decision_agree_with_the_example(app, sign_in, town, example):
    in_force(app, text_of(town))
    keeps_no_meetings(app)
    family = family_of(app, example)
    expected = example.expected
    with at(example):
        an, bert = sign_in("an"), sign_in("bert")
        fields, page = answered(an, typed(an, family.client_id, example), example.facts)
        assert amount(page) == shown(example), said(page)
        live = Page(an.post("/filings/assess", data=fields, headers=HTMX))
        assert amount(live) == shown(example)
        request_id = file_it(an, fields)
        decide = bert.page(f"/worklist/{request_id}")
        assert amount(decide) == shown(example)
        if expected.client_cents is not None:
            shares = f"De cliënt betaalt {shown_cents(expected.client_cents)}"
            assert shares in said(live)
        granted = _decided(bert, request_id, example)
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert request.proposed_cents == expected.amount_cents
        assert (request.granted_cents, request.assessed_cents) == (granted, expected.amount_cents)


def _decided(bert, request_id: int, example: Example) -> int:
    """What Bert grants: what the rule gives, or the most where a person sets it."""
    expected = example.expected
    if expected.amount_cents:
        assert press(bert, request_id, "grant").status_code == 303
        return expected.amount_cents
    most = expected.maximum_cents or example.facts.cost_cents
    sets = {"amount": euros(most), "reasons": "Dit is nodig voor dit gezin."}
    assert press(bert, request_id, "amount", **sets).status_code == 303
    return most
