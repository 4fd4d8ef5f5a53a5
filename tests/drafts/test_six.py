"""A whole rule from six answers, or from one that exists: it reads, and its examples come out."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.config import ROOT
from regulation.drafts.actions import own_rule
from regulation.drafts.queries import shipped
from regulation.editing.checking import checked
from regulation.editing.six import Six, tables_of
from regulation.files.reading import parsed, rule_set_of
from regulation.files.writing import written
from regulation.judge.trial import differences
from regulation.vocabulary.blocks import YearDay
from terms.lists import CATEGORIES
from tests.drafts.desk import SIX, tables
from tests.inspector import Page

NEW = "/regulation/drafts/new"
ON = dt.date(2026, 11, 24)


def days() -> st.SearchStrategy[YearDay]:
    return st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)).map(
        lambda day: YearDay(month=day.month, day=day.day)
    )


def sixes() -> st.SearchStrategy[Six]:
    cents = st.integers(1, 50_000)
    return st.builds(
        Six,
        title=st.just("Fonds"),
        statuses=st.just(("leefloon",)),
        percent=st.none() | st.integers(1, 10_000).map(lambda one: Decimal(one) / 100),
        own_cents=st.integers(0, 5_000),
        adult_cents=cents,
        child_cents=cents,
        starts=days(),
        last=days(),
        years_later=st.integers(0, 1),
        residents_only=st.booleans(),
        minimum_cents=st.none() | st.integers(1, 20_000),
        excluded=st.sampled_from(((), ("camp",), tuple(CATEGORIES)[:3])),
    )


@given(six=sixes(), on=st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)))
def test_whatever_is_answered_the_rule_reads_and_its_examples_come_out(inside, six, on):
    made = tables_of(six, rule_id="ons", version=1, scheme="fonds", on=on)
    rules = rule_set_of(parsed(written(made)))
    assert list(differences(rules)) == []
    assert len(rules.cases) >= 10


def test_six_answers_make_a_draft_that_only_asks_what_it_cannot_know(app, sign_in):
    answer = sign_in("hilde").send(NEW, SIX)
    assert answer.status_code == 303
    draft = tables(app, int(answer.location.rsplit("/", 1)[1]))
    with app.test_request_context():
        found = checked(draft)
    assert found.trouble is None
    assert found.failing == []
    places = {one.address[0] for one in found.to_fill_in}
    assert places == {"articles", "source"}


def test_a_new_rule_goes_on_under_the_names_that_budgets_hang_on(app, sign_in):
    answer = sign_in("hilde").send(NEW, SIX)
    draft = tables(app, int(answer.location.rsplit("/", 1)[1]))
    assert (draft["id"], draft["version"]) == ("voorbeeld", 2)
    assert list(draft["schemes"]) == ["cultuurfonds"]


def test_the_year_from_september_counts_limits_and_last_day_from_there(app, sign_in):
    school = SIX | {"period": "school", "last": "31/10", "years_later": "1"}
    answer = sign_in("hilde").send(NEW, school)
    scheme = tables(app, int(answer.location.rsplit("/", 1)[1]))["schemes"]["cultuurfonds"]
    first = {"month": 9, "day": 1}
    assert scheme["caps"]["kind"]["starts"] == scheme["deadline"]["year_starts"] == first


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"title": ""}, "Naam van het fonds is nog niet ingevuld."),
        ({"statuses": []}, "Voor wie: een van deze statuten is nog niet ingevuld."),
        ({"percent": ""}, "Schrijf een percentage van meer dan 0."),
        ({"percent": "120"}, "Schrijf een getal van 0 tot 100."),
        ({"way": "own_share"}, "Schrijf wat de deelnemer betaalt."),
        ({"adult": "0"}, "Schrijf een bedrag van meer dan 0."),
        ({"child": "x"}, "Schrijf een bedrag zoals 82,50"),
        ({"period": "other"}, "Schrijf dag en maand, zoals 1/9."),
        ({"last": "29/2"}, "Deze dag komt niet elk jaar. Kies een andere dag."),
        ({"last": ""}, "Laatste dag om aan te vragen is nog niet ingevuld."),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(sign_in, typed, words):
    answer = sign_in("hilde").send(NEW, SIX | typed)
    assert answer.status_code == 422
    page = Page(answer)
    assert words in page.text(page.by_id("error-summary"))
    assert page.form(NEW)["title"] == typed.get("title", SIX["title"])


def test_every_rule_that_ships_can_be_the_beginning_of_ones_own(app):
    with app.test_request_context():
        for one in shipped():
            path = next((ROOT / "regulation").rglob(f"{one.name}.toml"))
            own = own_rule(parsed(path.read_text(encoding="utf-8")), "Ons reglement")
            found = checked(own)
            assert (found.trouble, found.failing, own["origin"]) == (None, [], "own"), one


def test_a_draft_begins_from_a_shipped_rule_or_a_version(app, sign_in):
    hilde = sign_in("hilde")
    copy = "/regulation/drafts/copy"
    for source in ("shipped:zwalm", "version:1"):
        answer = hilde.send(copy, {"source": source, "copy_title": "Ons reglement"})
        assert answer.status_code == 303
        draft = tables(app, int(answer.location.rsplit("/", 1)[1]))
        assert (draft["id"], draft["version"]) == ("ons-reglement", 1)
    wrong = hilde.send(copy, {"source": "shipped:../example", "copy_title": "Ons"})
    assert wrong.status_code == 422
