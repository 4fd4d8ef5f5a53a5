"""A draft outlives `kill -9` of the browser in which it was typed, and of server and worker (U5)."""

from __future__ import annotations

from playwright.sync_api import Page, Response

from tests.browser.desk import Desk
from tests.browser.journeys.steps import fill_form, known, sign_in
from tests.browser.mortal import mortal_desk
from tests.browser.walk import Counted, Walk

TEXT = "Het gezin vraagt dit voor het eerst."
READ = "01/12/2026"  # the day that was typed as 1/12 comes back as it was read
TYPED = ("what", "cost", "cost_on", "reason", "report")


def draft_after_kill(desk: Desk) -> Counted:
    """Typed, kept, everything killed; in another browser, signed in anew, the list of drafts leads to all of it."""
    with mortal_desk(desk) as hers:
        walk = Walk(hers.open("an", f"/filings/new?client={known(desk.house).client_id}"))
        walk.begin()
        typed = type_it(walk)
        hers.kill(walk.page)
    desk.house.crash()
    with mortal_desk(desk) as another:
        back = sign_in(another, "an")
        back.tab_to("a[href*='state=drafts']")
        back.follow("Enter")
        back.tab_to("main tbody a")
        back.follow("Enter")
        found = filled_in(back.page)
        assert found == typed | {"cost_on": READ}, f"{found}, where {typed} was typed"
        back.look("the draft again")
    walk.counted += back.counted
    return walk.counted


def type_it(walk: Walk) -> dict[str, str]:
    """The form, filled in until the server has its last word; what stands in its fields."""
    fill_form(walk)
    walk.tab_to("#report")
    with walk.page.expect_response(holds_the_last_word):
        walk.fill(TEXT)
    walk.page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    return filled_in(walk.page)


def holds_the_last_word(answer: Response) -> bool:
    """Whether the draft was kept with all that was typed."""
    sent = answer.request.post_data or ""
    return "/filings/drafts/" in answer.url and TEXT.split()[-1] in sent


def filled_in(page: Page) -> dict[str, str]:
    """What stands in the fields; none of them is empty."""
    found = {name: page.locator(f"#{name}").input_value() for name in TYPED}
    assert all(found.values()), found
    return found
