"""States of the rule editor that somebody can meet: a draft begun in the browser, and what is done in it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.house import House

Way = Callable[[Page, House], None]

CAP = "schemes/cultuurfonds/caps/kind"
RULE = "SELECT id FROM rule_version WHERE in_force_at IS NOT NULL"


def begin(page: Page, house: House) -> str:
    """A draft of the rule in force; its address."""
    page.goto(f"/regulation/versions/{house.ask(RULE)}")
    with page.expect_navigation():
        page.locator("#change-in-draft").click()
    return page.url


def draft(then: str = "", unfold: str = "") -> Way:
    """A page of a draft that was just begun."""

    def way(page: Page, house: House) -> None:
        address = begin(page, house)
        if then:
            page.goto(f"{address}/{then}")
        if unfold:
            page.locator(unfold).first.click()

    return way


def saved(then: str, back: str = "", **values: str) -> Way:
    """The form of a block sent with other values; then another page of the draft."""

    def way(page: Page, house: House) -> None:
        address = begin(page, house)
        page.goto(f"{address}/block/{then}")
        for name, value in values.items():
            page.locator(f"main [name='{name.replace('_', '-')}']").fill(value)
        with page.expect_event("load"):
            page.locator("#save").click()
        if back:
            page.goto(f"{address}/{back}")

    return way


def gone(page: Page, house: House) -> None:
    """A condition is taken away that a scheme still names."""
    address = begin(page, house)
    page.goto(f"{address}/remove/conditions/statuut")
    with page.expect_event("load"):
        page.locator("#take-away").click()


def kept(page: Page, house: House) -> None:
    """Something was typed in a form and never saved."""
    address = begin(page, house)
    page.goto(f"{address}/block/{CAP}")
    page.locator("#title").press_sequentially(" en jongere")
    page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    page.reload()


def meanwhile(page: Page, house: House) -> None:
    """Somebody else changed the same block."""
    address = begin(page, house)
    page.goto(f"{address}/block/{CAP}")
    house.change(
        "UPDATE rule_draft SET lock_version = lock_version + 1,"
        " source_toml = replace(source_toml, 'limit = 100', 'limit = 110')"
    )
    with page.expect_event("load"):
        page.locator("#save").click()


# The name of a state, and the way to it. All are the head's.
STATES: tuple[tuple[str, str | Way], ...] = (
    ("drafts-empty", "/regulation/drafts"),
    ("drafts", draft("../../drafts")),
    ("draft-new", "/regulation/drafts/new"),
    ("draft-copy", "/regulation/drafts/copy"),
    ("draft", draft()),
    ("draft-add", draft(unfold="#add-scheme-1 summary")),
    ("draft-gone", gone),
    ("draft-failing", saved(CAP, limit="120")),
    ("draft-cap", draft(f"block/{CAP}")),
    ("draft-cap-wrong", saved(CAP, limit="veel", title="", starts="31/2")),
    ("draft-cap-edges-wrong", saved(CAP, when_age_gte="30")),
    ("draft-cap-kept", kept),
    ("draft-cap-meanwhile", meanwhile),
    ("draft-status", draft("block/conditions/statuut")),
    ("draft-income", draft("block/conditions?kind=income")),
    ("draft-example", draft("block/cases/0")),
    ("draft-remove", draft("remove/conditions/statuut")),
    ("draft-changes", saved(CAP, "changes", limit="120")),
    ("draft-changes-none", "/regulation/versions/1/changes"),
    ("draft-bring-in", draft("bring-in")),
    ("draft-discard", draft("discard")),
)
