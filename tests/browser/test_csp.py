"""No page makes the browser complain: no error in the console, nothing that the policy forbids.

The fixture `desk` fails every test in which the browser complained, and test_sights.py opens every page in
every state. Here it is shown that complaints are noticed.
"""

from __future__ import annotations

from tests.browser.desk import Desk


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
