"""All by keyboard: no trap, focus seen and never lost, one thing said, keys that never act in a field."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from tests.browser.desk import Desk
from tests.browser.several import tick_children
from tests.browser.sight import filled
from tests.browser.watching import seen, watch

FORM = "/filings/new?client={client}"
MOST_CHARACTERS = 100
FOCUS = "document.activeElement"


def focused(page: Page) -> str:
    return str(page.evaluate(f"{FOCUS}.id || {FOCUS}.tagName"))


def open_form(desk: Desk) -> Page:
    return desk.open("an", filled(FORM, desk.house))


def look_up(page: Page) -> None:
    page.locator("#what").focus()
    page.keyboard.type("zw")


def type_a_price(page: Page) -> None:
    page.locator("#cost").focus()
    page.keyboard.type("8")


def pick_a_person(page: Page) -> None:
    page.locator("[name=client_id]:not(:checked)").first.focus()
    page.keyboard.press("Space")


SWAPS = {"suggestions": look_up, "assessment": type_a_price, "person": pick_a_person}


@pytest.mark.parametrize("name", SWAPS)
def test_the_form_keeps_the_focus_and_says_each_thing_once(name: str, desk: Desk) -> None:
    page = open_form(desk)
    watch(page)
    SWAPS[name](page)
    where = focused(page)
    happened = seen(page, answers=2)  # what was asked for, and the draft that is kept
    page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    happened = seen(page, answers=happened.answers)
    assert happened.lost == 0
    assert focused(page) == where
    assert len(happened.said) == happened.answers, happened
    assert all(0 < len(said) <= MOST_CHARACTERS for said in happened.said), happened


def test_rows_of_household_members_take_and_give_the_focus(desk: Desk) -> None:
    page = desk.open("an", "/clients/new")
    watch(page)
    for number in (1, 2):
        page.locator("#more").focus()
        page.keyboard.press("Enter")
        page.locator("fieldset").nth(number - 1).wait_for()
        happened = seen(page, answers=number)
        assert focused(page).endswith("given_name"), focused(page)
    page.locator("[name=drop]").first.focus()
    page.keyboard.press("Enter")
    happened = seen(page, answers=3)
    assert page.locator("fieldset").count() == 1
    assert happened.lost == 0
    assert len(happened.said) == happened.answers == 3, happened


def test_a_twin_is_announced_without_taking_the_focus(desk: Desk) -> None:
    house, page = desk.house, desk.open("an", "/clients/new")
    wanted = "SELECT {} FROM client WHERE id = 1"
    for name in ("given_name", "family_name"):
        page.locator(f"#{name}").fill(house.ask(wanted.format(name)))
    page.wait_for_load_state("networkidle")  # a name alone is looked for as well
    watch(page)
    page.locator("#birth_on").focus()
    page.keyboard.insert_text(house.ask(wanted.format("strftime('%d/%m/%Y', birth_on)")))
    page.locator("#twins .notice").wait_for()
    happened = seen(page)
    assert focused(page) == "birth_on"
    assert len(happened.said) == happened.answers, happened
    assert "al een dossier" in happened.said[-1]


def test_search_suggestions_keep_the_focus_and_open_by_enter(desk: Desk) -> None:
    page = desk.open("an", "/requests")
    watch(page)
    page.keyboard.press("/")
    page.keyboard.insert_text("benali")
    happened = seen(page)
    assert focused(page) == "search"
    assert len(happened.said) == 1, happened
    page.locator("#search-options [aria-selected=true]").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/filings/new?client=*")
    assert focused(page) == "what"


def test_escape_closes_suggestions_and_arrows_choose(desk: Desk) -> None:
    page = open_form(desk)
    page.keyboard.type("zwem")
    options = page.locator("#what-options [role=option]")
    options.first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#what").get_attribute("aria-expanded") == "false"
    assert not options.first.is_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#what").get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    words = page.locator(f"#{chosen} [data-words]").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#what").input_value() == words
    assert page.locator("#cost").input_value()


def test_enter_beside_suggestions_sends_no_half_filled_form(desk: Desk) -> None:
    page = open_form(desk)
    page.keyboard.type("zwem")
    page.keyboard.press("Enter")
    page.locator("#what-options [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    assert focused(page) == "what"
    assert page.locator("form.is-sending, #error-summary").count() == 0


def test_a_late_list_leaves_what_was_pointed_at(desk: Desk) -> None:
    page = open_form(desk)
    watch(page)
    page.keyboard.type("zw")
    page.locator("#what-options [role=option]").first.wait_for()
    with page.expect_response("**/activities"):
        page.keyboard.type("e")
        page.keyboard.press("ArrowDown")
        words = page.locator("#what-options [aria-selected=true] [data-words]").inner_text()
    seen(page, answers=2)
    page.locator("#what-options [aria-selected=true]", has_text=words).wait_for()


# As when the answer about the amount comes in between, which it may.
ANOTHER_SETTLES_FIRST = """() => document.addEventListener("htmx:afterSwap", () =>
  document.getElementById("assessment").dispatchEvent(new Event("htmx:afterSettle", { bubbles: true })),
  { once: true })"""


def test_a_list_is_there_again_when_its_part_was_replaced(desk: Desk) -> None:
    page = desk.open("an")
    tick_children(page, desk.house)
    line = page.locator("#lines > .card > div > details").last
    line.locator("summary").first.click()
    field = line.locator("[role=combobox]")
    field.press_sequentially("chiro")
    shown = page.locator("[role=listbox]:not([hidden]) [role=option]").first
    shown.wait_for()
    page.evaluate(ANOTHER_SETTLES_FIRST)
    with page.expect_response("**/activities"):
        page.evaluate("document.body.dispatchEvent(new Event('lines-changed'))")
    shown.wait_for()
    assert field.input_value() == "chiro"
    page.keyboard.press("Escape")
    assert not shown.is_visible()


# What has the focus, and where in it, the moment that the lines are put in: the next key may come now.
NEXT_KEY_GOES_TO = """() => document.addEventListener("htmx:afterSwap", ({ target }) => {
  const { id, selectionStart, selectionEnd } = document.activeElement
  if (target.id === "lines") window.next ??= [id, selectionStart, selectionEnd]
})"""


def test_what_was_unfolded_while_lines_come_in_takes_the_next_key(desk: Desk) -> None:
    page = desk.open("an")
    tick_children(page, desk.house)
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route("**/filings/assess", lambda route: held.append(route))
    page.evaluate("document.body.dispatchEvent(new Event('lines-changed'))")
    line = page.locator("#lines > .card > div > details").last
    line.locator("summary").first.click()
    field = line.locator("[role=combobox]")
    field.press_sequentially("chro")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.evaluate(NEXT_KEY_GOES_TO)
    held[0].continue_()
    page.wait_for_function("() => window.next")
    assert page.evaluate("() => window.next") == [field.get_attribute("id"), 2, 2]
    page.keyboard.type("i")
    assert field.input_value() == "chiro"


# As when a person is unticked while the lines of who was ticked come in.
OTHER_LINES_AT_ONCE = """() => {
  window.came = 0
  const ask = () => document.body.dispatchEvent(new Event("lines-changed"))
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    if (target.id === "lines" && ++window.came === 1) ask()
  })
  ask()
}"""


def test_lines_that_are_asked_for_while_others_come_in_come_too(desk: Desk) -> None:
    page = desk.open("an")
    tick_children(page, desk.house)
    page.evaluate(OTHER_LINES_AT_ONCE)
    page.wait_for_function("() => window.came === 2")


STOPS = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  .filter(one => one.type !== "radio" || one.checked || !document.querySelector(
    `[name="${one.name}"]:checked`))
  .filter(one => one.type !== "radio" || one.checked || one === document.querySelector(
    `[name="${one.name}"]`))
  .length"""
# The ring of what has the focus, and whether anything lies over its middle.
RING = """() => {
  const one = document.activeElement
  const shown = one.matches("input[type=radio], input[type=checkbox]") ? one.labels[0] : one
  const rings = [one, shown].map(part => getComputedStyle(part))
  const ring = rings.some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
  const box = shown.getBoundingClientRect()
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20))
  const open = !over || over === one || shown.contains(over) || over.contains(shown) || over.closest("label") === shown
  return { ring, open, what: one.outerHTML.slice(0, 120) }
}"""


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("an", FORM),
        ("an", "/clients/new"),
        ("an", "/requests"),
        ("bert", "/worklist"),
        ("bert", "/worklist/{open}"),
        ("bea", "/settings"),
        ("carla", "/statistics"),
    ],
)
def test_tab_reaches_everything_in_sight_and_gets_out_again(
    who: str, path: str, desk: Desk
) -> None:
    page = desk.open(who, filled(path, desk.house), viewport={"width": 1280, "height": 640})
    page.evaluate(f"{FOCUS}.blur()")
    page.evaluate("window.scrollTo(0, 0)")
    page.locator("body").evaluate("body => { body.tabIndex = -1; body.focus() }")
    wanted, passed = page.evaluate(STOPS), 0
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        if focused(page) == "BODY":
            break
        look = page.evaluate(RING)
        assert look["ring"], f"no ring: {look['what']}"
        assert look["open"], f"something lies over it: {look['what']}"
        passed += 1
    assert passed == wanted


@pytest.mark.parametrize("field", ["#what", "#cost", "#report", "#reason"])
def test_single_keys_never_act_in_a_field(field: str, desk: Desk) -> None:
    page = open_form(desk)
    address = page.url
    page.locator(field).focus()
    for key in "/?jkutanvwb":
        page.keyboard.press(key)
        assert focused(page) == field[1:]
    assert page.url.split("/filings")[0] == address.split("/filings")[0]
    if field != "#reason":
        assert page.locator(field).input_value() == "/?jkutanvwb"


def test_single_keys_leave_the_browsers_own_keys_alone(desk: Desk) -> None:
    page = desk.open("bert", filled("/worklist/{open}", desk.house))
    page.keyboard.press("Alt+t")
    assert focused(page) != "grant"
    page.keyboard.press("t")
    assert focused(page) == "grant"


def test_single_keys_can_be_switched_off(desk: Desk) -> None:
    page = desk.open("bert", "/worklist")
    page.keyboard.press("/")
    assert focused(page) == "search"
    page.goto("/account")
    page.locator("#shortcuts").uncheck()
    page.locator("main form button").first.click()
    page.goto(filled("/worklist/{open}", desk.house))
    for key in "/tavw?":
        page.keyboard.press(key)
        assert focused(page) == "page-title"
    assert page.locator("#grant kbd").is_hidden()


def test_rows_answer_to_j_k_and_enter(desk: Desk) -> None:
    page = desk.open("bert", "/worklist")
    links = page.locator("#worklist tbody tr a:first-child")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = links.nth(1).get_attribute("id")
    assert focused(page) == second
    page.keyboard.press("k")
    assert focused(page) == links.nth(0).get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/worklist/*")
    assert focused(page) == "page-title"


def test_the_list_of_keys_opens_by_its_own_key(desk: Desk) -> None:
    page = desk.open("bert", "/worklist")
    page.keyboard.press("?")
    page.wait_for_url("**/keys")
    listed = set(page.locator("main kbd").all_inner_texts())
    assert {"/", "?", "j", "k", "u", "b", "t", "a", "v", "w", "Enter"} <= listed
