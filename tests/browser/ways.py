"""How the browser gets to states that need more than an address or a form."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.house import House
from tests.browser.sight import THINGS, filled


def conflict(page: Page, house: House) -> None:
    page.goto(filled("/worklist/{open}", house))
    house.change("UPDATE request SET lock_version = lock_version + 1")
    with page.expect_event("load"):
        page.locator("#grant").click()


def decided_just_now(page: Page, house: House) -> None:
    page.goto(filled("/worklist/{open}", house))
    with page.expect_event("load"):
        page.locator("#grant").click()


def form_filled(page: Page, house: House) -> None:
    page.goto(filled("/filings/new?client={client}", house))
    page.locator("#what").press_sequentially("zwem")
    page.locator("#what-options [role=option]").first.click()
    page.locator("#cost_on").fill("vandaag")
    page.locator("#reason").select_option(index=1)
    page.locator("#assessment .lines").first.wait_for()


def form_as_discount(page: Page, house: House) -> None:
    form_filled(page, house)
    page.locator("[name=kind][value=discount]").check()
    page.locator("#assessment", has_text="De cliënt betaalt").wait_for()


def form_kept(page: Page, house: House) -> None:
    form_filled(page, house)
    page.locator("#draft-state", has_text="Concept bewaard").wait_for()


def form_unfolded(page: Page, house: House) -> None:
    page.goto(filled("/filings/new?client={client}", house))
    for summary in page.locator("main details summary").all():
        summary.click()


def suggestions(page: Page, house: House) -> None:
    page.goto(filled("/filings/new?client={client}", house))
    page.locator("#what").press_sequentially("zwem")
    page.locator("#what-options [role=option]").first.wait_for()


def offer_narrowed(page: Page, house: House) -> None:
    page.goto(filled("/offer?client={client}", house))
    page.locator("#words").press_sequentially("zwem")
    page.locator("#age").press_sequentially("8")
    page.locator("#offer-found .chip", has_text="8 jaar").wait_for()


def drafts(page: Page, house: House) -> None:
    form_kept(page, house)
    page.goto("/requests?state=drafts")


def planned(page: Page, house: House) -> None:
    """A plan with a goal and a step, where the centre works with plans."""
    client_id = house.ask(THINGS["client"])
    page.goto(f"/clients/{client_id}/plan")
    if not page.locator("#new-goal[open]").count():
        page.locator("#new-goal > summary").click()
    page.locator("#words").fill("Elke week onder de mensen komen")
    page.locator("#life_domain").select_option("network")
    page.locator("#set-goal").click()
    page.locator(".card a[id^=note-]").first.click()
    page.locator("#words").fill("Samen naar de infodag")
    page.locator("#who").select_option("worker")
    page.locator("#add-step").click()
    page.locator("[id^=step-]").first.wait_for()


def twins(page: Page, house: House) -> None:
    client_id = house.ask(THINGS["client"])
    page.goto("/clients/new")
    for name in ("given_name", "family_name"):
        page.locator(f"#{name}").fill(
            house.ask(f"SELECT {name} FROM client WHERE id = ?", client_id)
        )
    birth_on = house.ask(
        "SELECT strftime('%d/%m/%Y', birth_on) FROM client WHERE id = ?", client_id
    )
    page.locator("#birth_on").press_sequentially(birth_on)
    page.locator("#twins .notice").wait_for()


def members(page: Page, house: House) -> None:
    page.goto("/clients/new")
    page.locator("#more").click()
    page.locator("fieldset").first.wait_for()


def search_suggestions(page: Page, house: House) -> None:
    page.goto("/requests")
    page.locator("#search").press_sequentially("benali")
    page.locator("#search-options [role=option]").first.wait_for()


def handed_over(page: Page, house: House) -> None:
    page.goto("/staff/new")
    page.locator("#name").fill("Nele Nijs")
    page.locator("#username").fill("nele")
    page.locator("main input[type=checkbox]").first.check()
    with page.expect_event("load"):
        page.locator("main form button").first.click()


def person_conflict(page: Page, house: House) -> None:
    page.goto(filled("/staff/{person}", house))
    elsewhere = page.context.new_page()
    elsewhere.goto(page.url)
    for window, name in ((elsewhere, "An Aerts-Boonen"), (page, "An Boonen")):
        window.locator("#name").fill(name)
        with window.expect_event("load"):
            window.locator("main form button").first.click()
    elsewhere.close()


def bad_token(page: Page, house: House) -> None:
    page.goto("/account")
    page.locator("main [name=csrf_token]").first.evaluate("field => { field.value = 'é' }")
    with page.expect_event("load"):
        page.locator("main form button").first.click()


def ended(page: Page, house: House) -> None:
    page.goto("/account")
    house.let_session_end("an")
    with page.expect_event("load"):
        page.locator("main form button").first.click()


def session_warning(page: Page, house: House) -> None:
    page.clock.install()
    page.goto("/requests")
    page.clock.fast_forward("26:00")
    page.locator("#session-bar:not([hidden])").wait_for()


def trouble(page: Page, house: House) -> None:
    page.goto(filled("/filings/new?client={client}", house))
    # Everything fails: an answer to another request would say that all is well again.
    page.route("**/filings/**", lambda route: route.abort())
    page.locator("#what").press_sequentially("zwem")
    page.locator("#trouble:not([hidden])").wait_for()


def taken_next(page: Page, house: House) -> None:
    page.goto("/worklist")
    with page.expect_event("load"):
        page.locator("#take-next").click()


def unnamed_view(page: Page, house: House) -> None:
    page.goto("/worklist/narrow?flag=first")
    page.locator("#save-view summary").click()
    with page.expect_event("load"):
        page.locator("#keep-view").click()


def looked_at_together(page: Page, house: House) -> None:
    page.goto("/worklist/together")
    with page.expect_event("load"):
        page.locator("#begin").click()
    page.locator("#decide").wait_for(timeout=30_000)


def nothing_ticked(page: Page, house: House) -> None:
    looked_at_together(page, house)
    ticked = page.locator("#clean input:checked")
    while ticked.count():
        ticked.first.uncheck()
    with page.expect_event("load"):
        page.locator("#decide").click()


def decided_together(page: Page, house: House) -> None:
    looked_at_together(page, house)
    with page.expect_event("load"):
        page.locator("#decide").click()
    page.locator("#outcome").wait_for(timeout=30_000)
