"""Cases that pin what a record says of which nothing was written: nothing, once, and by nobody."""

from typing import Any

import pytest

from regulation.findings.assessment import (
    Assessment,
    CapState,
    EvidenceAsked,
    Remark,
)
from regulation.judge.assess import assess
from regulation.vocabulary.facts import Claim, Facts, Item, OtherPayer
from regulation.vocabulary.frozen import NotThatShape, from_plain, to_plain
from regulation.vocabulary.means import Income, Member
from tests.regulation.build import DAY, claim, facts, rules

CAP = {
    "name": "c",
    "title": "c",
    "per": "person",
    "from_on": "2026-01-01",
    "until_on": "2026-12-31",
    "limit_cents": 100,
    "granted_before_cents": 0,
    "open_before_cents": 0,
}
JUDGED = {"rule_id": "r", "rule_version": 1, "scheme": "fund", "outcome": "not"}
WHOSE = {"scheme": "fund", "client": "a", "household": "h"}


@pytest.mark.parametrize(
    ("record", "plain", "unsaid"),
    [
        (Remark, {"kind": "cost"}, {"article": "", "words": "", "params": {}}),
        (
            CapState,
            CAP,
            {
                "amount_cents": 0,
                "article": "",
                "words": "",
                "subject": "",
                "counted_before": 0,
                "counted_open_before": 0,
            },
        ),
        (EvidenceAsked, {"any_of": ["bill"], "seen": True}, {"article": "", "words": ""}),
        (
            Assessment,
            JUDGED,
            {"amount_cents": 0, "maximum_cents": 0, "body": "", "body_article": ""},
        ),
        (Claim, {**WHOSE, "counted_cents": 1}, {"is_open": False, "instalment_of": ""}),
        (Facts, WHOSE, {"count": 1, "instalment_of": ""}),
        (Item, {"cents": 1}, {"count": 1, "part": ""}),
        (OtherPayer, {"payer": "school", "cents": 1}, {"part": ""}),
        (Member, {}, {"person": "", "role": "", "parent": False, "disabled": False}),
        (Income, {"kind": "wages", "cents": 1}, {"a_month": False}),
    ],
)
def test_what_a_record_does_not_tell_is_nothing(
    record: type[Any], plain: dict[str, Any], unsaid: dict[str, Any]
) -> None:
    read = from_plain(record, plain)
    assert {name: getattr(read, name) for name in unsaid} == unsaid


def test_a_record_keeps_what_it_says_and_no_more() -> None:
    plain = claim(100, instalment_of="m", strand=None).to_json()
    assert plain["cost_on"] == DAY.isoformat()
    assert (plain["counted_cents"], plain["is_open"], plain["instalment_of"]) == (100, False, "m")
    assert not {"strand", "birth_on", "requested_on"} & plain.keys()
    assert Claim.from_json(plain) == claim(100, instalment_of="m")


@pytest.mark.parametrize(
    ("record", "plain", "place"),
    [
        (Facts, {"client": "a"}, "facts"),
        (Claim, {**WHOSE, "counted_cents": -1}, "history"),
        (Assessment, {"outcome": "not"}, "assessment"),
    ],
)
def test_a_refused_record_says_which_it_is(record: Any, plain: object, place: str) -> None:
    with pytest.raises(NotThatShape) as refused:
        record.from_json(plain)
    assert refused.value.place == place
    assert str(refused.value).startswith(f"{place}: ")


def test_a_record_without_a_place_is_called_a_record() -> None:
    with pytest.raises(NotThatShape, match=r"^record: ") as refused:
        from_plain(Item, {"count": 1})
    assert refused.value.place == ""
    with pytest.raises(NotThatShape) as inside:
        from_plain(Item, {"cents": "1"})
    assert inside.value.place == "cents"


def test_sets_are_written_in_order_and_words_and_numbers_as_they_are() -> None:
    plain = facts(1_000, statuses=frozenset({"b", "a", "c"}), lasting=False).to_json()
    assert (plain["statuses"], plain["lasting"], plain["cost_cents"]) == (
        ["a", "b", "c"],
        False,
        1_000,
    )
    line = to_plain(assess(rules(), facts(1_000), ()).lines[1])
    assert (line["kind"], line["params"]) == ("percent", {"percent": "90"})


@pytest.mark.parametrize("payers", ["school", {"payer": "school"}, [1], [None]])
def test_a_list_must_be_a_list_of_records(payers: object) -> None:
    with pytest.raises(NotThatShape, match="other_payers"):
        Facts.from_json({**WHOSE, "other_payers": payers})


def test_a_payer_of_nothing_and_a_cost_of_nothing_can_be() -> None:
    assert OtherPayer(payer="school", cents=0).cents == 0
    assert claim(0).counted_cents == 0
    assert facts(0).cost_cents == 0
    for wrong in (
        lambda: OtherPayer(payer="school", cents=-1),
        lambda: claim(-1),
        lambda: facts(-1),
    ):
        with pytest.raises(ValueError, match="less than nothing"):
            wrong()
