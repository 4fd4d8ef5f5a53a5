"""The examples of a version in words: everything that a file may expect has its Dutch."""

from __future__ import annotations

import pytest

from regulation.files.reading import read_rule_set
from regulation.findings.assessment import Answer, Outcome
from regulation.judge import trial
from regulation.judge.assess import assess
from regulation.versions.examples import COMPARED, SAID, tried
from tests.regulation.wording import PUBLISHED, TEXT, failing


def test_all_that_is_compared_has_words() -> None:
    rules = read_rule_set(TEXT)
    example = rules.cases[0]
    result = assess(rules, example.facts, example.history)
    assert {what for what, *_values in trial._compared(example, result)} == set(COMPARED)
    assert set(SAID["outcome"]) == set(Outcome)
    assert set(SAID["eligible"]) == set(Answer)


@pytest.mark.parametrize("text", [TEXT, PUBLISHED])
def test_the_examples_of_shipped_texts_come_out(text: str) -> None:
    assert [one for one in tried(read_rule_set(text)) if one.deviations] == []


def test_two_examples_of_one_name_are_tried_apart(inside: object) -> None:
    text = failing(2).replace(
        "Het ziekenfonds betaalt eerst", "Volwassene, kost van 50, alles getoond"
    )
    wrong = [one for one in tried(read_rule_set(text)) if one.deviations]
    alike = [one for one in wrong if one.name == "Volwassene, kost van 50, alles getoond"]
    assert [len(one.deviations) for one in alike] == [2, 1]
