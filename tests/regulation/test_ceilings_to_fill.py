"""Ceilings whose figures a published text does not print: they count as printed once filled in."""

from pathlib import Path
from typing import Any

import pytest

from regulation.files.reading import read_case_by
from regulation.findings.assessment import Assessment
from regulation.judge.assess import assess

PUBLISHED = Path(__file__).parents[2] / "regulation" / "published"
# A made-up figure: no published text prints one.
FIGURE = "[[series.{series}.figures]]\nfrom = 2026-01-01\nalone = 1000\n\n"
FIRST = "[conditions.inwoner]"


def judged(town: str, series: str, *incomes: tuple[str, int]) -> Assessment:
    text = (PUBLISHED / f"{town}.toml").read_text(encoding="utf-8")
    filled = text.replace(FIRST, FIGURE.format(series=series) + FIRST)
    # Bocholt alone lets a person make an exception.
    known = {"judged_no": ["uitzondering"]} if "[conditions.uitzondering]" in text else {}
    rules, facts, history = read_case_by(filled, {"facts": asked(incomes) | known})
    return assess(rules, facts, history)


def asked(incomes: tuple[tuple[str, int], ...]) -> dict[str, Any]:
    return {
        "born": "2008-01-01",
        "resident": True,
        "statuses": [],
        "household_statuses": [],
        "leefloon_category": "alone",
        "incomes": [{"kind": kind, "amount": euro, "per": "month"} for kind, euro in incomes],
        "category": "membership_sport",
        "cost": 100,
        "cost_on": "2026-03-14",
        "payment_on": "2026-03-14",
    }


@pytest.mark.parametrize(("euro", "eligible"), [(1_500, "yes"), (1_501, "no")])
def test_bekkevoort_takes_an_income_of_150_percent_of_the_leefloon(
    euro: int, eligible: str
) -> None:
    result = judged("bekkevoort", "leefloon", ("wages", euro))
    assert result.eligible.value == eligible
    assert [one.cents for one in result.ceilings] == [150_000]


@pytest.mark.parametrize(
    "kind",
    [
        "vlaamse_zorgverzekering",
        "eindejaarstoelage",
        "vakantiegeld",
        "kinderbijslag",
        "studietoelage",
        "leercontract",
        "vakantiewerk",
    ],
)
def test_bekkevoort_does_not_count_what_its_page_excludes(kind: str) -> None:
    result = judged("bekkevoort", "leefloon", ("wages", 1_500), (kind, 300))
    assert result.eligible.value == "yes"


@pytest.mark.parametrize(("euro", "eligible"), [(999, "yes"), (1_000, "no")])
def test_bocholt_asks_an_income_below_the_minimum(euro: int, eligible: str) -> None:
    result = judged("bocholt", "sociaal_vitaal_minimum", ("wages", euro))
    assert result.eligible.value == eligible
