"""A judgement in words: Dutch, short, with formatted amounts, and one for everything there is."""

import pytest

from regulation.cap_words import cap_text, cap_whose
from regulation.findings.assessment import Assessment, CapState, Kind, Outcome, Remark
from regulation.judge.assess import assess
from regulation.vocabulary.amounts import Split
from regulation.vocabulary.conditions import HasStatus, Judged
from regulation.vocabulary.facts import Facts, Shares
from regulation.vocabulary.limits import CapPer
from regulation.vocabulary.rules import RuleSet, SchemeKind
from regulation.words import (
    FACTS,
    SENTENCES,
    body_text,
    evidence_text,
    missing_text,
    outcome_text,
    remark_text,
    shown_lines,
)
from tests.regulation.build import cap, claim, facts, rules
from tests.regulation.test_shipped_files import read

pytestmark = pytest.mark.usefixtures("dutch")

PARAMS: dict[str, str | int] = {
    "title": "Plafond kind",
    "payer": "school",
    "percent": "12.5",
    "latest_on": "2027-01-15",
    "age": 17,
    "category": "camp",
    "payee": "client",
    "part": "drinks",
    "unit": "half_day",
    "provider_type": "school",
    "from_on": "2026-05-01",
    "on": "2026-05-01",
    **dict.fromkeys(("own", "amount", "most", "step", "least", "available", "asked"), 500),
    "count": 2,
    "left": 1,
    "months": 3,
}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def judged(rule: RuleSet, asked: Facts, *history: object) -> Assessment:
    return assess(rule, asked, history)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_line_has_a_short_dutch_sentence(kind: Kind) -> None:
    text = remark_text(Remark(kind=kind, params=PARAMS))
    assert text
    assert len(text.split()) <= 15
    assert "_" not in text
    assert "%(" not in text
    if kind in SENTENCES:
        assert text != str(SENTENCES[kind]) or "%" not in text


def test_every_fact_that_may_be_asked_has_a_word() -> None:
    not_asked = {"scheme", "client", "household", "judged_yes", "judged_no", "answers"}
    not_asked |= {"other_payers", "evidence_seen", "items", "count", "instalment_of", "pro_rata"}
    assert set(FACTS) == set(Facts.__dataclass_fields__) - not_asked


def test_the_lines_of_the_picture() -> None:
    rule = read("voorbeeld")
    asked = next(one for one in rule.cases if one.name.startswith("Het kind had"))
    shown = shown_lines(assess(rule, asked.facts, asked.history).lines)
    assert [(label, plain(reason), cents, kind) for label, reason, cents, kind in shown] == [
        ("Prijs van de activiteit", "", 18_000, ""),
        ("90 % van wat overblijft", "art. 4 §1", 16_200, ""),
        ("Plafond kind, per kalenderjaar", "art. 4 §2: nog € 32,00 van € 100,00", 13_000, "less"),
    ]


def test_a_cap_that_took_nothing_away_is_not_a_line() -> None:
    result = judged(rules(caps=(cap(99_999),)), facts(1_000))
    assert [label for label, *_rest in shown_lines(result.lines)][1:] == ["90 % van wat overblijft"]


def test_what_is_left_is_said_in_both_senses() -> None:
    rule = rules(caps=(cap(10_000),))
    quiet, waiting = judged(rule, facts(1_000)), judged(rule, facts(1_000), claim(50, is_open=True))
    assert plain(cap_text(quiet.caps[0])) == "Nog € 100,00 van € 100,00 in 2026."
    assert plain(cap_text(waiting.caps[0])) == (
        "Nog € 100,00 van € 100,00 in 2026. Met open aanvragen erbij nog € 99,50."
    )


def test_a_cap_says_whose_it_is_and_whether_it_is_open() -> None:
    state: CapState = judged(
        rules(caps=(cap(None, open="?", per=CapPer.HOUSEHOLD),)), facts(1)
    ).caps[0]
    assert cap_whose(state) == "Voor het gezin"
    assert cap_text(state) == "De tekst van het reglement laat dit open"
    assert cap_whose(judged(rules(caps=(cap(5),)), facts(1)).caps[0]) == "Voor deze persoon"


def test_evidence_is_one_line_of_alternatives() -> None:
    rule = read("voorbeeld")
    needed = assess(rule, rule.cases[0].facts, ()).evidence_needed
    assert " of " in evidence_text(needed[0])
    assert "_" not in evidence_text(needed[0])


JUDGED = Judged(name="nood", words="Er is nood.")
NO_STATUS = HasStatus(name="s", any_of=frozenset({"leefloon"}))
THIRDS = Shares(client_percent=20, provider_percent=40, network_percent=40)


@pytest.mark.parametrize(
    ("rule", "asked", "outcome", "words"),
    [
        (rules(), facts(1_000), Outcome.GRANTED, "Het reglement geeft € 9,00."),
        (rules(caps=(cap(500),)), facts(1_000), Outcome.PARTLY,
         "Het reglement geeft € 5,00. Meer laat het plafond niet toe."),
        (rules(eligible=NO_STATUS), facts(1_000, statuses=frozenset()), Outcome.NOT,
         "Het reglement geeft niets."),
        (rules(eligible=JUDGED), facts(1_000), Outcome.JUDGEMENT,
         "Een mens oordeelt. Is het ja, dan geeft het reglement € 9,00."),
        (rules(caps=(cap(None, open="?"),)), facts(1_000), Outcome.JUDGEMENT,
         "Een mens oordeelt, tot hoogstens € 9,00."),
        (rules(), facts(None), Outcome.NEEDS, "Nog nodig: de kost."),
        (rules(Split(), kind=SchemeKind.DISCOUNT), facts(1_003, shares=THIRDS), Outcome.GRANTED,
         "Cliënt € 2,01, aanbieder € 4,01, netwerk € 4,01."),
    ],
)  # fmt: skip
def test_the_outcome_is_one_sentence_that_fits_a_live_region(
    rule: RuleSet, asked: Facts, outcome: Outcome, words: str
) -> None:
    result = judged(rule, asked)
    assert result.outcome is outcome
    assert plain(outcome_text(result)) == words
    assert len(words) <= 100


def test_questions_are_in_words_and_the_body_is_named() -> None:
    result = assess(rules(), facts(None, cost_on=None), ())
    assert missing_text(result) == "Nog nodig: de kost, de datum van de kost."
    assert body_text(result) == ""
    rule = read("voorbeeld")
    assert body_text(assess(rule, rule.cases[0].facts, ())) == "De beslisser"
