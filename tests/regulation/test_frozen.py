"""Frozen records: what comes in must have exactly the shape that went out."""

import json

import pytest

from regulation.findings.assessment import Assessment
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Facts, Shares
from regulation.vocabulary.frozen import NotThatShape
from tests.regulation.build import cap, claim, facts, rules

PLAIN = facts(5_000, others=100).to_json()


def test_a_record_survives_the_text_of_json() -> None:
    result = assess(rules(caps=(cap(4_000),)), facts(5_000, others=100), (claim(100),))
    assert Assessment.from_json(json.loads(json.dumps(result.to_json()))) == result
    assert Facts.from_json(json.loads(json.dumps(PLAIN))) == facts(5_000, others=100)


def test_a_fact_that_is_not_there_has_its_default() -> None:
    small = {"scheme": "fund", "client": "a", "household": "h"}
    assert Facts.from_json(small) == Facts(scheme="fund", client="a", household="h")


def test_a_cap_that_was_frozen_before_pieces_were_counted_counts_times() -> None:
    kept = assess(rules(caps=(cap(4_000),)), facts(5_000), ()).to_json()
    assert kept["caps"][0].pop("of_pieces") is False
    assert not Assessment.from_json(kept).caps[0].of_pieces


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"cost": 5}, "facts"),
        ({"cost_cents": "5"}, "facts.cost_cents"),
        ({"cost_cents": True}, "facts.cost_cents"),
        ({"cost_cents": -1}, "facts"),
        ({"cost_on": "2026-02-30"}, "facts.cost_on"),
        ({"cost_on": 20260101}, "facts.cost_on"),
        ({"statuses": "leefloon"}, "facts.statuses"),
        ({"statuses": [1]}, "facts.statuses[0]"),
        ({"other_payers": [{"payer": "school", "cents": -5}]}, "facts.other_payers[0]"),
        ({"shares": {"client_percent": 50}}, "facts.shares"),
        ({"client": None}, "facts.client"),
    ],
)
def test_another_shape_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(NotThatShape) as refused:
        Facts.from_json({**PLAIN, **change})
    assert refused.value.place == place


@pytest.mark.parametrize("plain", [None, [], "facts", 3])
def test_what_is_no_record_is_refused(plain: object) -> None:
    with pytest.raises(NotThatShape):
        Facts.from_json(plain)


def test_a_line_holds_texts_and_whole_numbers_only() -> None:
    plain = assess(rules(), facts(1_000), ()).to_json()
    plain["lines"][1]["params"] = {"percent": [90]}
    with pytest.raises(NotThatShape):
        Assessment.from_json(plain)
    plain["lines"][1]["params"] = {"percent": "90"}
    plain["outcome"] = "perhaps"
    with pytest.raises(NotThatShape):
        Assessment.from_json(plain)


@pytest.mark.parametrize("parts", [(50, 50, 1), (-10, 60, 50), (0, 0, 0)])
def test_shares_that_are_not_the_whole_are_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="100"):
        Shares(client_percent=parts[0], provider_percent=parts[1], network_percent=parts[2])
