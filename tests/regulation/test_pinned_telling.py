"""Cases that pin what a judgement tells beside its amount: reasons, proofs, notes, who decides."""

from decimal import Decimal

from regulation.findings.assessment import Kind
from regulation.judge.assess import assess, body_at
from regulation.judge.caps import caps_left
from regulation.vocabulary.amounts import Choose, Percent
from regulation.vocabulary.blocks import Article, Bounds, When
from regulation.vocabulary.conditions import HasStatus, Judged
from regulation.vocabulary.limits import Cover, Deduct
from regulation.vocabulary.rules import Basis, Decide, TimeLimits
from tests.regulation.build import cap, claim, facts, percent, rules


def by_judgement(name: str, figure: int) -> Percent:
    need = Judged(name=name, words=f"Is het {name}?")
    return Percent(percent=Decimal(figure), when=When(conditions=(need,)))


def test_of_several_amounts_only_the_one_that_is_used_asks_a_judgement() -> None:
    rule = rules(by_judgement("nood", 40), by_judgement("ramp", 60), choose=Choose.HIGHEST)
    result = assess(rule, facts(1_000), ())
    assert result.amount_cents == 600
    assert [note.params["name"] for note in result.to_judge] == ["ramp"]


def test_what_is_still_to_be_paid_is_named_where_it_takes_away() -> None:
    rule = rules(percent("50"), deduct=Deduct(payers=frozenset({"health_fund"})))
    line = assess(rule, facts(10_000, others=7_000), ()).lines[-1]
    assert (line.kind, dict(line.params)) == (Kind.LEFT_TO_PAY, {"left": 3_000})
    just = assess(rule, facts(10_000, others=5_000), ()).lines[-1]
    assert (just.kind, just.to_cents) == (Kind.PERCENT, 5_000)


def test_a_refusal_takes_nothing_of_a_cap() -> None:
    here = HasStatus(name="s", any_of=frozenset({"other"}))
    result = assess(rules(eligible=here, caps=(cap(1_000),)), facts(500), (claim(300),))
    assert [(one.amount_cents, one.left_after_cents) for one in result.caps] == [(0, 700)]


def test_what_is_left_before_anything_is_asked_books_nothing() -> None:
    state = caps_left(rules(caps=(cap(1_000),)), facts(500), (claim(300),))[0]
    assert (state.amount_cents, state.left_after_cents) == (0, 700)


def test_the_cost_itself_stands_in_no_article_and_needs_no_words() -> None:
    first = assess(rules(percent("50")), facts(1_000), ()).lines[0]
    assert (first.kind, first.article, first.words, dict(first.params)) == (Kind.COST, "", "", {})


def test_where_the_text_names_nobody_who_decides_nobody_is_named() -> None:
    result = assess(rules(percent("50")), facts(1_000), ())
    assert (result.body, result.body_article) == ("", "")


def test_what_basis_and_time_limits_leave_open_is_told() -> None:
    rule = rules(basis=Basis(open="Wie?"), time_limits=TimeLimits(assumed="In dagen."))
    notes = [(note.kind, note.words) for note in assess(rule, facts(1_000), ()).notes]
    assert notes == [(Kind.OPEN, "Wie?"), (Kind.ASSUMED, "In dagen.")]


def test_who_decides_on_an_amount_that_a_person_sets() -> None:
    small = Decide(body="staff", when=When(amount=Bounds(lte=5_000)))
    rule = rules(decide=(small, Decide(body="board", article=Article(name="a", ref="art. 9"))))
    found = [body_at(rule, facts(90_000), cents) for cents in (5_000, 5_001)]
    assert found == [("staff", ""), ("board", "art. 9")]
    assert body_at(rule, facts(90_000, cost_on=None), 5_000) == ("", "")


def test_a_cost_that_no_block_is_for_is_refused_by_its_category_if_that_is_known() -> None:
    ours = When(statuses=frozenset({"other"}))
    rule = rules(covers=(Cover(when=ours),))
    told = [assess(rule, facts(100, category=one), ()).reasons[0] for one in ("camp", None)]
    assert [dict(line.params) for line in told] == [{"category": "camp"}, {"category": ""}]
