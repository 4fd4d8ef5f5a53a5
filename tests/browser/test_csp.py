"""No page makes the browser complain: no error in the console, nothing that the policy forbids."""

from __future__ import annotations

import pytest

from tests.browser.desk import Desk
from tests.browser.sights import SIGHTS, Sight

# The fixture `desk` fails a test in which the browser complained. Here every page gets its turn,
# with time to run its scripts.


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_the_browser_has_nothing_to_complain_about(sight: Sight, desk: Desk) -> None:
    page = desk.open(sight.who)
    sight.bring(page, desk.house)
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    if sight.name == "form-trouble":  # it breaks a request off on purpose
        desk.complaints.clear()
    assert desk.complaints == []


def test_a_style_in_the_markup_is_a_complaint(desk: Desk) -> None:
    page = desk.open("an", "/account")
    page.locator("h1").evaluate("h1 => { h1.innerHTML = '<b style=\"color:red\">x</b>' }")
    page.wait_for_function("document.querySelector('h1 b')")
    assert any("Content Security Policy" in said for said in desk.complaints)
    desk.complaints.clear()


def test_a_script_in_the_page_is_a_complaint(desk: Desk) -> None:
    page = desk.open("an", "/account")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    assert desk.complaints
    desk.complaints.clear()
