"""A trial of decisions in which a person judged: it knows so, and says so."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from core.db import transaction
from fund.models import Decision
from tests.fund.desk import filed
from tests.fund.test_set_amount import set_by_a_person
from tests.replays.desk import A_PERSON_JUDGES, HALF, TEXT, asked, granted, tried
from tests.requests.steps import said
from tests.requests.towns import dated, in_force

JUDGED = dated(A_PERSON_JUDGES.partition("[case_facts]")[0])
NO_FIGURE = set_by_a_person()


@pytest.fixture
def set_amount(app, world):
    """Bert sets 30 euro where the rule names no amount."""
    in_force(app, NO_FIGURE)
    return granted(app, filed(app, world, cost_cents=8_000), 3_000)


def test_that_a_person_judged_is_frozen_and_changes_nothing_by_itself(app, world):
    in_force(app, JUDGED)
    granted(app, filed(app, world, cost_cents=8_000))
    result = tried(app, TEXT)
    assert result["moves"] == [["judgement", "granted", 1]]
    assert (result["changed"], result["unkept"], result["set_by_person"]) == (0, 0, 0)


def test_an_amount_that_a_person_set_is_no_figure_of_the_rule(app, set_amount):
    result = tried(app, NO_FIGURE)
    assert (result["changed"], result["deviated"], result["unknown"]) == (0, 0, 0)
    assert (result["set_by_person"], result["set_by_person_cents"], result["money"]) == (
        1,
        3_000,
        {},
    )


def test_under_a_rule_with_a_figure_that_amount_comes_out_otherwise(app, set_amount):
    result = tried(app, HALF)
    assert (result["changed"], result["money"]) == (1, {})
    assert [(one["then_cents"], one["now_cents"]) for one in result["examples"]] == [(None, 4_000)]


def test_of_older_decisions_it_is_not_known(app, set_amount):
    with app.app_context(), transaction() as session:
        session.execute(update(Decision).values(assessed_outcome=None))
    result = tried(app, NO_FIGURE)
    assert (result["unkept"], result["set_by_person"]) == (1, 0)


def test_the_page_says_that_a_person_judged(app, sign_in, set_amount):
    replay_id = asked(app, HALF)
    tried(app, HALF)
    page = said(sign_in("hilde").page(f"/regulation/replays/{replay_id}"))
    assert (
        "Iemand beoordeelde 1 beslissing. Bij 1 daarvan bepaalde iemand het bedrag: € 30,00."
        in page
    )
    assert "voor 1 oudere" not in page.lower()
