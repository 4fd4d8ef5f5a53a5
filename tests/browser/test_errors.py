"""Whatever is wrong: a summary that has the focus, links that lead to their fields, the same words twice."""

from __future__ import annotations

import pytest

from tests.browser.desk import Desk
from tests.browser.sights import SIGHTS, Sight

WRONG = [
    sight for sight in SIGHTS if sight.name.endswith("-wrong") or sight.name == "sign-in-empty"
]
FIELD_WORDS = """id => {
  const field = document.getElementById(id)
  return field ? (field.closest(".field") || field).innerText : ""
}"""


@pytest.mark.parametrize("sight", WRONG, ids=lambda sight: sight.name)
def test_the_summary_has_the_focus_and_leads_to_each_field(sight: Sight, desk: Desk) -> None:
    page = desk.open(sight.who)
    sight.bring(page, desk.house)
    assert page.title().startswith("Fout:")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    links = page.locator("#error-summary a[href^='#']")
    assert links.count()
    for link in links.all():
        field, words = (link.get_attribute("href") or "")[1:], link.inner_text()
        link.press("Enter")
        assert page.evaluate("document.activeElement.id") == field
        assert words in page.evaluate(FIELD_WORDS, field)


def test_values_are_kept(desk: Desk) -> None:
    page = desk.open("an")
    next(sight for sight in WRONG if sight.name == "form-wrong").bring(page, desk.house)
    assert page.locator("#cost").input_value() == "1.234.5"
