"""Cases that pin what is left under each cap before any cost is named."""

import datetime as dt
from dataclasses import replace

import pytest

from regulation.findings.assessment import CapState
from regulation.judge.left import Left, left_of
from regulation.vocabulary.blocks import Bounds, When
from regulation.vocabulary.conditions import Judged
from regulation.vocabulary.facts import Claim
from regulation.vocabulary.limits import Cap
from regulation.vocabulary.means import Member
from tests.regulation.build import DAY, cap, claim, facts, percent, rules

CHILD = When(age=Bounds(lt=18))
ADULT_ONLY = When(age=Bounds(gte=18))


def left(*caps: Cap, had: tuple[Claim, ...] = (), **more: object) -> tuple[Left, ...]:
    asked = facts(None, **{"category": None, **more})
    return left_of(rules(percent("100"), caps=caps), asked, had)


def state(found: Left) -> CapState:
    assert found.state is not None
    return found.state


def of(*categories: str, **more: object) -> When:
    return When(categories=frozenset(categories), **more)  # type: ignore[arg-type]


def test_each_cap_that_may_hold_stands_there_with_what_is_left() -> None:
    all_caps = (
        cap(5_000),
        cap(900, "camps", when=of("camp", "week")),
        cap(700, "child", when=CHILD),
    )
    had = (claim(1_000, category="ticket"), claim(300, category="week", is_open=True))
    found = left(*all_caps, had=had)
    assert [one.cap.name for one in found] == ["cap", "camps"]
    assert [(one.category, one.missing, one.is_judged) for one in found] == [(None, (), False)] * 2
    assert [(state(one).left_granted_cents, state(one).left_before_cents) for one in found] == [
        (4_000, 3_700),
        (900, 600),
    ]


def test_what_would_tell_whether_a_cap_holds_is_named() -> None:
    (found,) = left(cap(700, "child", when=CHILD), birth_on=None)
    assert (found.missing, found.state, found.is_judged) == (("birth_on",), None, False)


def test_a_cap_whose_person_somebody_judges_says_so() -> None:
    hard = When(conditions=(Judged(name="hard"),))
    assert [one.is_judged for one in left(cap(700), cap(900, "hard", when=hard))] == [False, True]


def test_what_a_cap_asks_of_the_cost_is_taken_as_given() -> None:
    when = of(
        "camp",
        strands=frozenset({"s"}),
        units=frozenset({"week"}),
        provider_types=frozenset({"club"}),
        payees=frozenset({"provider"}),
    )
    (found,) = left(cap(700, when=when))
    assert (found.missing, state(found).left_before_cents) == ((), 700)


def test_a_cap_that_runs_over_into_another_is_shown_by_itself() -> None:
    child = cap(700, "child", overflow="adult", when=CHILD)
    adult = cap(900, "adult", when=ADULT_ONLY)
    parents = (Member(person="p", parent=True),)
    found = left(child, adult, birth_on=DAY.replace(year=2016), members=parents)
    assert [(one.cap, state(one).limit_cents) for one in found] == [(child, 700)]


def test_kinds_that_count_apart_stand_apart_and_all_others_as_one() -> None:
    had = (
        claim(100, category="ticket"),
        claim(200, category="camp"),
        claim(50, category=None),  # of a kind that nobody noted: it may be each of them
        claim(70, category="week", scheme="other"),
    )
    found = left(cap(1_000, same_category=True), had=had)
    assert [(one.category, state(one).left_granted_cents) for one in found] == [
        ("camp", 750),
        ("ticket", 850),
        ("", 950),
    ]
    both = cap(1_000, same_category=True, counts=frozenset({"other"}))
    assert [one.category for one in left(both, had=had)] == ["week", ""]


def test_of_the_kinds_that_a_cap_names_those_not_used_are_one_row() -> None:
    had = (claim(200, category="camp"), claim(1, category="ticket"))
    named = cap(1_000, same_category=True, when=of("camp", "week"))
    found = left(named, had=had)
    assert [(one.category, state(one).left_granted_cents) for one in found] == [
        ("camp", 800),
        ("", 1_000),
    ]
    one_kind = cap(1_000, same_category=True, when=of("camp"))
    assert [one.category for one in left(one_kind, had=had)] == ["camp"]
    without = When(except_categories=frozenset({"camp"}))
    others = cap(1_000, same_category=True, when=without)
    assert [one.category for one in left(others, had=had)] == ["ticket", ""]


def test_without_a_day_nothing_can_be_left() -> None:
    undated = replace(facts(None), cost_on=None, requested_on=None)
    with pytest.raises(ValueError, match="for a day"):
        left_of(rules(percent("100")), undated, ())
    assert left(cap(1), cost_on=dt.date(2026, 1, 1))
