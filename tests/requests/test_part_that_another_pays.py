"""What another pays may be for one part of the bill: what exceeds that part is lost."""

from __future__ import annotations

import pytest

from tests.browser.asking import asking
from tests.requests.steps import amount, assessed, file_it, filled, said
from tests.requests.towns import in_force

DRINKS, FOR = "told_part-3a-drinks", "told_pays-3a-school"


@pytest.fixture
def an(app, sign_in):
    in_force(app, asking("statuut"))
    return sign_in("an")


def test_without_another_payer_it_is_not_asked(an, world):
    assert FOR not in assessed(an, filled(an, world)).html


def test_a_part_that_does_not_count_is_paid_by_another_for_itself(an, world):
    fields = filled(an, world, cost="50", part_school="10", **{DRINKS: "10"})
    assert amount(assessed(an, fields)) == "€ 27,00"
    fields[FOR] = "drinks"
    assert amount(assessed(an, fields)) == "€ 36,00"
    page = said(an.page(f"/requests/{file_it(an, fields)}"))
    assert "Alleen voor een deel? School betaalt voor:" in page


def test_it_is_asked_once_somebody_pays(an, world):
    fields = filled(an, world, cost="50", part_school="10")
    response = an.post("/filings/assess", data=fields)
    assert f'name="{FOR}"' in response.get_data(as_text=True)
