"""How the browser gets to trials of a rule: another version beside the one in force, done by the worker."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House

# The example with another percent and other caps, as the head might bring it in.
OTHER_VERSION = """
INSERT INTO rule_version (rule_id, version, title, origin, valid_from, source_toml, sha256,
                          brought_in_at, council_number)
SELECT rule_id, version + 1, title, origin, valid_from,
       replace(replace(replace(source_toml, 'version = 1', 'version = 2'),
               'percent = 90', 'percent = 75'), 'limit = 100', 'limit = 150'),
       lower(hex(randomblob(32))), brought_in_at, ''
FROM rule_version WHERE version = 1
"""
IN_ANOTHER_STATE = (
    "UPDATE rule_replay SET result = NULL",
    "UPDATE job SET state = ?, done = 720, total = 1800, error = 'Interrupted'"
    " WHERE kind = 'rule.replay'",
)


def start(page: Page, house: House, year: int) -> None:
    """Ask for a trial of what was decided in a year."""
    page.goto("/regulation/replays/new")
    page.locator("#from_on").fill(f"01/01/{year}")
    page.locator("#until_on").fill(f"31/12/{year}")
    with page.expect_event("load"):
        page.locator("main form button").first.click()


def trial_done(page: Page, house: House) -> None:
    start(page, house, 2025)
    page.locator("#trial .tiles").wait_for()


def trial_few(page: Page, house: House) -> None:
    """As if fewer than five households stood behind it."""
    trial_done(page, house)
    house.change("""UPDATE rule_replay SET result = '{"few": true}'""")
    page.reload()


def trial_of_nothing(page: Page, house: House) -> None:
    start(page, house, 2020)
    page.locator("#trial .empty").wait_for()


def trial_running(page: Page, house: House) -> None:
    _in_state(page, house, "running")


def trial_failed(page: Page, house: House) -> None:
    _in_state(page, house, "failed")


def trials(page: Page, house: House) -> None:
    trial_failed(page, house)
    trial_done(page, house)
    page.goto("/regulation/replays")


def _in_state(page: Page, house: House, state: str) -> None:
    """As if the worker had come so far; the page is read anew, before it asks again."""
    trial_done(page, house)
    forget, set_state = IN_ANOTHER_STATE
    house.change(forget)
    house.change(set_state, state)
    page.reload()
