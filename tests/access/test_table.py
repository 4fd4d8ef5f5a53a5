"""The table of access holds for everybody everywhere."""

import pytest

from tests.access.matrix import EVERYBODY, all_cases, cases_of, count_of, mismatches
from tests.access.table import OPEN_ROWS, ROWS


def test_every_route_stands_in_the_table_and_nothing_else_does(scene):
    there = {
        (method, rule.rule)
        for rule in scene.app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert there == {*ROWS, *OPEN_ROWS}


@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_gets_the_answer_of_the_table_everywhere(scene, person):
    assert list(mismatches(scene, cases_of(scene.app, person))) == []


def test_the_table_asks_ten_thousand_questions(scene):
    assert count_of(scene, all_cases(scene.app)) >= 10_000
