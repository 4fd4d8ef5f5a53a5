"""Each paper that we print is PDF/A-2a and PDF/UA-1, as an independent judge sees it."""

import re

import pytest

from core import clock
from core.letters.letters import pdf_of_content
from fund.letters.example import example_of
from fund.letters.kinds import TEMPLATE
from fund.letters.texts import texts_now, words_of
from fund.letters.translations import all_words
from terms.lists import ANNEXES
from tests.letters.desk import settle
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


@pytest.mark.parametrize("language", ANNEXES)
def test_an_annex_is_read_in_its_language_and_the_letter_in_dutch(inside, language):
    settle(inside)
    texts = texts_now()
    translated = (language, all_words(language, "grant", texts))
    content = example_of("grant", words_of("grant", texts), texts, translated=translated)
    said = spoken(pdf_of_content(content, TEMPLATE, clock.now()))
    assert set(said) == {"nl-BE", "nl", language}
    (annex,) = content.annexes
    assert within(content.body.closing, said["nl-BE"])
    assert within((annex.notice, *annex.closing), said[language])
    assert not within(annex.closing, said["nl-BE"] + said["nl"])


def within(paragraphs, said):
    """Do all words of these stand there? Arabic stands in the content as it is drawn, from the left."""
    words = [letters(word) for one in paragraphs for word in one.split()]
    return all(word in letters(said) or word[::-1] in letters(said) for word in words)


def letters(words):
    return re.sub(r"\W", "", words)
