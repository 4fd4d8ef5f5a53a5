"""Pages of referrals that somebody can meet: the team's, and the form of a guide without an account."""

from __future__ import annotations

from hashlib import sha256

from playwright.sync_api import Page

from tests.browser.desk import NOBODY
from tests.browser.house import House

# A link as the table knows it, of which the test knows the token.
LINK = (
    "INSERT INTO access_link (kind, token_hash, organisation, team_id, until_on, most_uses, uses,"
    f" made_by_id, made_at) SELECT 'referral', '{sha256(b'guide').hexdigest()}', 'De Sfeer', 1,"
    " '2026-12-31', 5, 0, person_id, '2026-11-24' FROM account WHERE username = 'an'"
)


def wrong(page: Page, house: House) -> None:
    page.goto("/refer/guide")
    page.locator("#wish").fill("x" * 1001)
    with page.expect_event("load"):
        page.locator("main form button").click()


STATES = (
    ("referral", "an", "/referrals/{referral}", ""),
    ("referral-links", "bea", "/referrals/links", ""),
    ("guide", NOBODY, "/refer/guide", LINK),
    ("guide-wrong", NOBODY, wrong, LINK),
)
