"""The head makes a rule of her own by keyboard alone: six answers, a change, an example mended, brought in."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.walk import Walk

ALL_COME_OUT = "10 van 10 komen uit."


def test_the_head_makes_a_rule_of_her_own_by_keyboard(desk: Desk) -> None:
    page = desk.open("hilde", "/regulation/drafts/new")
    walk = Walk(page)
    answer_six(walk)
    assert ALL_COME_OUT in words_of(page)
    change_the_percent(walk)
    assert page.locator("#failing-1").count(), "the small cost gives more now"
    mend_the_example(walk)
    assert ALL_COME_OUT in words_of(page)
    add_a_limit_for_sports_camps(walk)
    assert ALL_COME_OUT in words_of(page)
    fill_in_what_nobody_can_know(walk, page)
    see_what_changes(walk, page)
    bring_in(walk)
    assert "/regulation/versions/" in page.url


def answer_six(walk: Walk) -> None:
    """For a made-up town: three quarters, 100 for an adult and 120 for a child."""
    walk.tab_to("#title")
    walk.fill("Vrijetijdsfonds Duinkerke aan de Maas")
    walk.tab_to("[name=statuses][value=leefloon]")
    walk.press("Space")
    for field, words in (("percent", "75"), ("adult", "100"), ("child", "120"), ("last", "31/1")):
        walk.tab_to(f"#{field}")
        walk.fill(words)
    walk.follow("Control+Enter")


def change_the_percent(walk: Walk) -> None:
    walk.tab_to("[id^=change-at-][id$=amounts-0]")
    walk.follow("Enter")
    retype(walk, "percent", "80")
    walk.follow("Control+Enter")


def mend_the_example(walk: Walk) -> None:
    walk.tab_to("#failing-1")
    walk.follow("Enter")
    retype(walk, "expect-amount", "8")
    walk.follow("Control+Enter")


def add_a_limit_for_sports_camps(walk: Walk) -> None:
    walk.tab_to("#add-scheme-1 summary")
    walk.press("Enter")
    walk.tab_to("a[href$='/caps?kind=new']")
    walk.follow("Enter")
    for field, words in (("title", "Plafond sportkamp"), ("limit", "40")):
        walk.tab_to(f"#{field}")
        walk.fill(words)
    for _fold in ("only for", "kind of activity"):
        walk.tab_to("details:has([name=when-categories]):not([open]) > summary")
        walk.press("Enter")
    walk.tab_to("[name=when-categories][value=camp_sport]")
    walk.press("Space")
    walk.follow("Control+Enter")


def fill_in_what_nobody_can_know(walk: Walk, page: Page) -> None:
    """The numbers of the articles, and the council's decision."""
    while page.locator("#to-fill-in").count():
        walk.tab_to("#to-fill-in")
        walk.follow("Enter")
        is_article = page.locator("#ref").count()
        retype(walk, "ref", "art. 1") if is_article else retype(walk, "name", "Besluit van de raad")
        walk.follow("Control+Enter")


def see_what_changes(walk: Walk, page: Page) -> None:
    walk.tab_to("#changes")
    walk.follow("Enter")
    assert "Plafond sportkamp" in words_of(page)
    page.go_back()


def bring_in(walk: Walk) -> None:
    walk.tab_to("#bring-in")
    walk.follow("Enter")
    walk.tab_to("#do-bring-in")
    walk.follow("Enter")


def retype(walk: Walk, field: str, words: str) -> None:
    walk.tab_to(f"#{field}")
    walk.press("Control+a")
    walk.fill(words)


def words_of(page: Page) -> str:
    return page.locator("main").inner_text().replace("\xa0", " ")
