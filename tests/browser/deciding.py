"""States of who decides: a second person, stepping back, whose body it is, the counter, one human being."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House
from tests.browser.sight import Way, filled

FUND = "[schemes.cultuurfonds.decide]"


def the_rule(basis: str, body: str = "approver") -> str:
    """From its first day on the rule has this basis, and this body decides."""
    said = f'[schemes.cultuurfonds.basis]\n{basis}\n\n{FUND}\nbody = "{body}"'
    asked = f'{FUND}\nbody = "approver"'
    return (
        f"UPDATE rule_version SET sha256 = 'made for a sight', "
        f"source_toml = replace(source_toml, '{asked}', '{said}')"
    )


COUNCIL = 'rests_on = "council_rule"'
COUNTER = the_rule(f"{COUNCIL}\ncounter_up_to = 500")
BY_THE_HEAD = the_rule(COUNCIL, "head_of_service")
# Somebody chose that what a committee decides is written down.
NO_MEETINGS = (
    "INSERT INTO setting (key, value, changed_at)"
    " VALUES ('meetings.agenda', '\"off\"', '2026-11-20 10:00:00.000000')"
)
BY_MEETING = the_rule('rests_on = "individual_aid"', "bcsd")
BODY = "UPDATE request SET body = '{}'"
AT_COUNTER = (
    "UPDATE decision SET capacity = 'counter' WHERE id IN (SELECT id FROM decision LIMIT 30)"
)
NOT_AT_COUNTER = "UPDATE decision SET capacity = 'approver' WHERE capacity = 'counter'"


def waiting_for_a_second(
    page: Page, house: House, rule: str = the_rule("second_above = 5")
) -> None:
    """Bert ruled first."""
    house.change(rule)
    number = filled("{open}", house)
    bert = "(SELECT person_id FROM account WHERE username = 'bert')"
    house.change(
        "INSERT INTO first_ruling (request_id, decided_by_id, body, capacity, decided_at, outcome,"
        " granted_cents, assessed_cents, reason_code, reasons, deviates_from)"
        f" SELECT id, {bert}, 'approver', 'approver', '2026-11-24 08:10:00.000000', 'granted',"
        f" proposed_cents, proposed_cents, '', '', '' FROM request WHERE id = {number}"
    )
    house.change(
        f"UPDATE request SET status = 'confirming', first_by_id = {bert} WHERE id = {number}"
    )
    page.goto(f"/worklist/{number}")


def revision_waits(page: Page, house: House) -> None:
    """Bert ruled first on a revision of what had left."""
    house.change(the_rule("second_above = 5"))
    number = filled("{left}", house)
    bert = "(SELECT person_id FROM account WHERE username = 'bert')"
    house.change(
        "INSERT INTO first_ruling (request_id, decided_by_id, body, capacity, decided_at, outcome,"
        " granted_cents, assessed_cents, reason_code, reasons, deviates_from)"
        f" SELECT id, {bert}, 'approver', 'approver', '2026-11-24 08:10:00.000000',"
        " 'partly_granted', 600, assessed_cents, '', 'Het gezin bezorgde een nieuw attest.', 'other'"
        f" FROM request WHERE id = {number}"
    )
    house.change(f"UPDATE request SET first_by_id = {bert} WHERE id = {number}")
    page.goto(f"/worklist/{number}")


def sent_back_wrong(page: Page, house: House) -> None:
    """Without a reason."""
    waiting_for_a_second(page, house)
    page.keyboard.press("w")
    with page.expect_event("load"):
        page.keyboard.press("Control+Enter")


def by_body(rule: str, body: str) -> Way:
    """A request that this body decides on."""

    def way(page: Page, house: House) -> None:
        house.change(rule)
        house.change(BODY.format(body))
        page.goto(filled("/worklist/{open}", house))

    return way


def a_meeting_came_between(page: Page, house: House) -> None:
    """It waited for a second person when the rule gave it to a committee."""
    waiting_for_a_second(page, house, the_rule("second_above = 5", "bcsd"))
    house.change(BODY.format("bcsd"))
    page.reload()


def sending_on(page: Page, house: House) -> None:
    """The form of sending on, sent empty."""
    page.goto(filled("/worklist/{open}", house))
    page.locator("#seldom summary").click()
    with page.expect_event("load"):
        page.locator("#do-send-on").click()


def sent_on(page: Page, house: House) -> None:
    """What the head sees once Bert sent it on."""
    number = filled("{open}", house)
    house.change(
        "INSERT INTO request_event (request_id, by_id, verb, from_status, to_status, at, why)"
        f" SELECT {number}, person_id, 'send_on', 'submitted', 'submitted',"
        " '2026-11-24 08:10:00.000000', 'naar het diensthoofd: De cliënt vraagt een uitzondering.'"
        " FROM account WHERE username = 'bert'"
    )
    house.change(
        "UPDATE request SET sent_to = 'head_of_service', body = 'head_of_service'"
        f" WHERE id = {number}"
    )
    page.goto(f"/worklist/{number}")


def stepped_back(page: Page, house: House) -> None:
    """What the head sees after Bert stepped back."""
    number = filled("{open}", house)
    house.change(
        "INSERT INTO recusal (request_id, person_id, at)"
        f" SELECT {number}, person_id, '2026-11-24 08:10:00.000000' FROM account"
        " WHERE username = 'bert'"
    )
    page.goto(f"/worklist/{number}")


def at_the_counter(page: Page, house: House) -> None:
    """An open request of An that the rule lets her grant."""
    house.change(COUNTER)
    number = house.ask(
        "SELECT request.id FROM request JOIN account ON account.person_id = request.worker_id"
        " WHERE username = 'an' AND status = 'submitted' AND kind = 'fund'"
        " AND proposed_cents > 0 ORDER BY request.id"
    )
    page.goto(f"/requests/{number}")
    page.locator("#at-counter").wait_for()


def linked(page: Page, house: House) -> None:
    """Two of the list who are one."""
    page.goto(filled("/staff/{person}/same-person", house))
    page.locator("#other").select_option(index=1)
    with page.expect_event("load"):
        page.locator("main form button").last.click()
