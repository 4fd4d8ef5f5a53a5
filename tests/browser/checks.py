"""What is asked of every page in every state, besides axe: it fits, it is light, its errors lead somewhere."""

from __future__ import annotations

from playwright.sync_api import Page

# Controls under 24 px in either direction; a link within a sentence is as high as its line (2.5.8).
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, nav a, .button, .chip")]
  .filter(one => one.checkVisibility() && one.type !== "hidden" && !one.matches(".visually-hidden"))
  .filter(one => !one.closest(".visually-hidden, .crumbs, .chips__one"))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""
TOO_WIDE = """() => {
  const seen = document.documentElement.clientWidth
  return [...document.querySelectorAll("main *")]
    .filter(one => one.getBoundingClientRect().right > seen + 1 && !one.closest(".scroll, .visually-hidden"))
    .map(one => one.outerHTML.slice(0, 100)).slice(0, 3)
}"""
PAST_THE_MARGIN = """() => [...document.querySelectorAll(".sheet")].flatMap(sheet => {
  const margin = sheet.getBoundingClientRect().right - parseFloat(getComputedStyle(sheet).paddingRight)
  return [...sheet.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > margin + 1 && !one.closest(".visually-hidden"))
    .map(one => one.outerHTML.slice(0, 80)).slice(0, 3)
})"""
MOST_BYTES = 100_000
# What a first visit fetches, also where this window holds some of it already: a browser's own size of what
# travels is that of the body as it was sent, and this for the headers.
HEADERS_BYTES = 300
SIZES = f"""() => ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
  .map(one => [one.name, one.encodedBodySize + {HEADERS_BYTES}])"""
FIELD_WORDS = """id => {
  const field = document.getElementById(id)
  return field ? (field.closest(".field") || field).innerText : ""
}"""


def sideways(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


def fits(page: Page) -> None:
    """Nothing asks for sideways scrolling, and nothing to press is too small for a finger."""
    assert sideways(page) <= 0, page.evaluate(TOO_WIDE)
    assert page.evaluate(SMALL) == []


def keeps_the_margin(page: Page) -> None:
    """On a sheet nothing runs into the margin: paper has no scrolling."""
    assert page.evaluate(PAST_THE_MARGIN) == []


def is_light(page: Page, address: str) -> None:
    """What travelled at this first visit, page, styles and scripts together, and from where."""
    sizes = dict(page.evaluate(SIZES))
    assert len(sizes) > 3, f"styles and scripts were not counted: {sizes}"
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert all(name.startswith(address) for name in sizes), sizes


def errors_lead_to_their_fields(page: Page) -> None:
    """A summary that has the focus, links that reach their fields, the same words twice."""
    assert page.title().startswith("Fout:")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    links = page.locator("#error-summary a[href^='#']")
    assert links.count()
    for link in links.all():
        field, words = (link.get_attribute("href") or "")[1:], link.inner_text()
        link.press("Enter")
        assert page.evaluate("document.activeElement.id") == field
        assert words in page.evaluate(FIELD_WORDS, field)
