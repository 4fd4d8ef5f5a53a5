"""The table of access holds for everybody everywhere."""

import pytest

from tests.access.matrix import EVERYBODY, all_cases, cases_of, count_of, mismatches
from tests.access.table import OPEN_ROWS, ROWS
from tests.database import SERVER
from tests.portion import spread


def test_every_route_stands_in_the_table_and_nothing_else_does(scene):
    there = {
        (method, rule.rule)
        for rule in scene.app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert there == {*ROWS, *OPEN_ROWS}


# Whole on the first engine. On the second each question is put to some: who may come in is asked of Python.
ONE_IN = 9 if SERVER else 1


@pytest.mark.every_engine
@pytest.mark.parametrize("person", EVERYBODY)
def test_everybody_gets_the_answer_of_the_table_everywhere(scene, person):
    cases = spread(
        list(cases_of(scene.app, person)), one_in=ONE_IN, turn=2 * EVERYBODY.index(person)
    )
    assert list(mismatches(scene, cases)) == []


def test_the_table_asks_ten_thousand_questions(scene):
    assert count_of(scene, all_cases(scene.app)) >= 10_000
