"""Each paper that we print is PDF/A-2a and PDF/UA-1, as an independent judge sees it."""

import pytest

from tests.letters.papers import GROUPS, Papers
from tests.letters.validity import findings, spoken


@pytest.mark.parametrize(("makes", "rules"), GROUPS, ids=[one.__name__ for one, _rules in GROUPS])
def test_all_papers_are_what_they_claim_to_be(app, world, sign_in, makes, rules):
    papers = Papers(app, world, sign_in)
    assert makes(papers) == set(rules)
    found = {name: findings(data) for name, data in papers.made.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_no_address_that_gives_a_pdf_is_forgotten(words):
    known = {rule for _makes, rules in GROUPS for rule in rules}
    assert {one.rule for one in words.url_map.iter_rules() if one.rule.endswith(".pdf")} == known
