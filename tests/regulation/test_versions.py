"""Versions of rules: brought in, put into force by somebody else, judged by the day's version."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from accounts.queries import account_by_username
from core.audit import AuditEntry
from core.db import db, transaction
from core.errors import RuleBroken
from regulation.versions.actions import bring_in, put_into_force
from regulation.versions.queries import history, rule_in_force, rule_set
from tests.fund.desk import second_account
from tests.regulation.wording import PUBLISHED, TEXT, failing, in_force, text_of
from tests.world import COUNCIL, World

pytestmark = pytest.mark.usefixtures("inside")


def on(text: str) -> int | None:
    version = rule_in_force(dt.date.fromisoformat(text))
    return version.version if version else None


def test_before_the_first_day_no_rule_is_in_force() -> None:
    assert on("2019-12-31") is None
    assert on("2020-01-01") == 1


def test_a_new_version_ends_the_one_that_runs_on_the_day_before() -> None:
    in_force(2, "2027-01-01")
    assert (on("2026-12-31"), on("2027-01-01")) == (1, 2)


def test_a_version_that_is_only_brought_in_judges_nothing() -> None:
    with transaction():
        bring_in(text_of(2, "2026-01-01"), by=account_by_username("hilde"))
    assert on("2026-06-01") == 1
    assert [one.version for one in history().items] == [2, 1]


def test_the_same_text_again_is_the_same_version() -> None:
    with transaction():
        again = bring_in(TEXT, by=account_by_username("hilde"))
    assert again.version == 1
    assert len(history().items) == 1


def test_the_same_text_with_other_line_ends_is_the_same_version() -> None:
    assert bring_in(TEXT.replace("\n", "\r\n"), by=account_by_username("hilde")).version == 1
    assert len(history().items) == 1


def test_another_text_under_a_taken_number_is_refused() -> None:
    with pytest.raises(RuleBroken) as broken:
        bring_in(TEXT + "\n# anders\n", by=account_by_username("hilde"))
    assert broken.value.field == "version"
    assert len(history().items) == 1


def test_a_text_that_is_no_rule_is_refused() -> None:
    with pytest.raises(RuleBroken) as broken:
        bring_in("format = 1", by=account_by_username("hilde"))
    assert broken.value.field == "source_toml"


def test_who_brought_a_version_in_does_not_put_it_into_force() -> None:
    version = bring_in(text_of(2, "2027-01-01"), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account_by_username("hilde"), council=COUNCIL)
    assert version.in_force_at is None
    db.session.rollback()


def test_a_rule_of_unknown_age_is_brought_in_but_never_in_force() -> None:
    version = bring_in(PUBLISHED, by=None)
    assert (version.rule_id, version.valid_from) == ("diepenbeek", None)
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    db.session.rollback()


def test_a_version_whose_own_example_fails_is_not_put_into_force() -> None:
    version = bring_in(failing(2), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken, match="Volwassene, kost van 50"):
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    db.session.rollback()


@pytest.mark.parametrize(("begins", "ends"), [("2027-06-01", ""), ("2026-01-01", "2027-01-01")])
def test_days_that_have_a_rule_already_are_refused(begins: str, ends: str) -> None:
    in_force(2, "2027-01-01", "2027-12-31")
    version = bring_in(text_of(3, begins, ends), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    db.session.rollback()


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        ("2028-01-02", "", "Begin op 01/01/2028"),
        ("2028-06-01", "2028-12-31", "Begin op 01/01/2028"),
    ],
)
def test_days_without_a_rule_before_it_are_refused(begins: str, ends: str, said: str) -> None:
    in_force(2, "2027-01-01", "2027-12-31")
    version = bring_in(text_of(3, begins, ends), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken, match=said) as broken:
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    assert broken.value.field == "from_on"
    db.session.rollback()


def test_the_day_after_the_last_one_leaves_no_hole() -> None:
    in_force(2, "2027-01-01", "2027-12-31")
    in_force(3, "2028-01-01")
    assert (on("2027-12-31"), on("2028-01-01")) == (2, 3)


@pytest.mark.parametrize(("ends", "fits"), [("2019-12-30", False), ("2019-12-31", True)])
def test_a_rule_for_earlier_days_reaches_the_first_one(ends: str, fits: bool) -> None:
    version = bring_in(text_of(2, "2019-01-01", ends), by=account_by_username("hilde"))
    if fits:
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
        assert (on("2019-12-31"), on("2020-01-01")) == (2, 1)
    else:
        with pytest.raises(RuleBroken, match="De dagen ertussen"):
            put_into_force(version, by=account_by_username("bea"), council=COUNCIL)
    db.session.rollback()


def test_a_later_first_day_than_the_texts_own_may_be_chosen() -> None:
    version = bring_in(text_of(2, "2026-01-01", "2027-12-31"), by=account_by_username("hilde"))
    later = dt.date(2027, 3, 1)
    put_into_force(version, by=account_by_username("bea"), council=COUNCIL, from_on=later)
    assert (on("2027-02-28"), on("2027-03-01")) == (1, 2)
    assert rule_set(version).validity.from_on == dt.date(2026, 1, 1)
    db.session.rollback()


@pytest.mark.parametrize("day", [dt.date(2025, 12, 31), dt.date(2028, 1, 1)])
def test_a_first_day_outside_the_texts_own_days_is_refused(day: dt.date) -> None:
    version = bring_in(text_of(2, "2026-01-01", "2027-12-31"), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken, match="Volgens de eigen tekst"):
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL, from_on=day)
    db.session.rollback()


def test_the_councils_decision_is_kept() -> None:
    version = in_force(2, "2027-01-01")
    assert (version.council_on, version.council_number) == (dt.date(2019, 12, 10), "2019/184")


def test_half_a_council_decision_is_refused_by_the_database() -> None:
    version = in_force(2, "2027-01-01")
    version.council_number = ""
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_a_second_account_of_the_same_person_is_the_same_person(world: World) -> None:
    with transaction():
        second_account(world.people["hilde"], "hilde2", "administrator")
        version = bring_in(text_of(2), by=account_by_username("hilde"))
    with pytest.raises(RuleBroken, match="Iemand anders"):
        put_into_force(version, by=account_by_username("hilde2"), council=COUNCIL)
    db.session.rollback()


def test_putting_into_force_twice_is_refused() -> None:
    version = in_force(2, "2027-01-01")
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account_by_username("bea"), council=COUNCIL)


def test_both_acts_are_in_the_trail() -> None:
    version = in_force(2, "2027-01-01")
    entries = db.session.scalars(
        select(AuditEntry.action)
        .where(AuditEntry.kind == "rule_version", AuditEntry.object_id == str(version.id))
        .order_by(AuditEntry.seq)
    )
    assert list(entries) == ["rule.brought_in", "rule.put_into_force"]


def test_a_version_is_read_once() -> None:
    version = rule_in_force(dt.date(2026, 6, 1))
    assert version is not None
    assert rule_set(version) is rule_set(version)
    assert rule_set(version).rule_id == version.rule_id
