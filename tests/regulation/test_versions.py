"""Versions of rules: brought in, put into force by somebody else, judged by the day's version."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from accounts.models import Account
from core.audit import AuditEntry
from core.db import db, transaction
from core.errors import RuleBroken
from regulation.versions.actions import bring_in, put_into_force
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set, versions

FOLDER = Path(__file__).parents[2] / "regulation"
TEXT = (FOLDER / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
PUBLISHED = (FOLDER / "published" / "diepenbeek.toml").read_text(encoding="utf-8")
pytestmark = pytest.mark.usefixtures("inside")


def account(username: str) -> Account:
    return db.session.scalars(select(Account).where(Account.username == username)).one()


def text_of(number: int, begins: str, ends: str = "") -> str:
    validity = f"from = {begins}" + (f"\nuntil = {ends}" if ends else "")
    return TEXT.replace("version = 1", f"version = {number}", 1).replace(
        "from = 2020-01-01", validity, 1
    )


def in_force(number: int, begins: str, ends: str = "") -> RuleVersion:
    with transaction():
        version = bring_in(text_of(number, begins, ends), by=account("hilde"))
        put_into_force(version, by=account("bea"))
    return version


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
        bring_in(text_of(2, "2026-01-01"), by=account("hilde"))
    assert on("2026-06-01") == 1
    assert [one.version for one in versions()] == [2, 1]


def test_the_same_text_again_is_the_same_version() -> None:
    with transaction():
        again = bring_in(TEXT, by=account("hilde"))
    assert again.version == 1
    assert len(versions()) == 1


def test_another_text_under_a_taken_number_is_refused() -> None:
    with pytest.raises(RuleBroken) as broken:
        bring_in(TEXT + "\n# anders\n", by=account("hilde"))
    assert broken.value.field == "version"
    assert len(versions()) == 1


def test_a_text_that_is_no_rule_is_refused() -> None:
    with pytest.raises(RuleBroken) as broken:
        bring_in("format = 1", by=account("hilde"))
    assert broken.value.field == "source_toml"


def test_who_brought_a_version_in_does_not_put_it_into_force() -> None:
    version = bring_in(text_of(2, "2027-01-01"), by=account("hilde"))
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account("hilde"))
    assert version.in_force_at is None
    db.session.rollback()


def test_a_rule_of_unknown_age_is_brought_in_but_never_in_force() -> None:
    version = bring_in(PUBLISHED, by=None)
    assert (version.rule_id, version.valid_from) == ("diepenbeek", None)
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account("bea"))
    db.session.rollback()


def test_a_version_whose_own_example_fails_is_not_put_into_force() -> None:
    wrong = text_of(2, "2027-01-01").replace("percent = 90", "percent = 80")
    version = bring_in(wrong, by=account("hilde"))
    with pytest.raises(RuleBroken, match="Volwassene, kost van 50"):
        put_into_force(version, by=account("bea"))
    db.session.rollback()


@pytest.mark.parametrize(("begins", "ends"), [("2027-06-01", ""), ("2026-01-01", "2027-01-01")])
def test_days_that_have_a_rule_already_are_refused(begins: str, ends: str) -> None:
    in_force(2, "2027-01-01", "2027-12-31")
    version = bring_in(text_of(3, begins, ends), by=account("hilde"))
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account("bea"))
    db.session.rollback()


def test_putting_into_force_twice_is_refused() -> None:
    version = in_force(2, "2027-01-01")
    with pytest.raises(RuleBroken):
        put_into_force(version, by=account("bea"))


def test_both_acts_are_in_the_trail() -> None:
    version = in_force(2, "2027-01-01")
    entries = db.session.scalars(
        select(AuditEntry.action).where(
            AuditEntry.kind == "rule_version", AuditEntry.object_id == str(version.id)
        )
    )
    assert list(entries) == ["rule.brought_in", "rule.put_into_force"]


def test_a_version_is_read_once() -> None:
    version = rule_in_force(dt.date(2026, 6, 1))
    assert version is not None
    assert rule_set(version) is rule_set(version)
    assert rule_set(version).rule_id == version.rule_id
