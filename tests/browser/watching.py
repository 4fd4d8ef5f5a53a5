"""What a page does while htmx swaps parts of it: what is said, and whether the focus gets lost."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

WATCH = """() => {
  window.seen = { said: [], answers: 0, lost: 0, sent: 0 }
  const region = document.getElementById("announce")
  new MutationObserver(records => {
    for (const record of records)
      for (const node of record.addedNodes) window.seen.said.push(node.textContent)
  }).observe(region, { childList: true })
  document.addEventListener("htmx:beforeSend", () => { window.seen.sent += 1 })
  document.addEventListener("htmx:afterRequest", event => setTimeout(() => {
    window.seen.sent -= 1
    if (event.detail.xhr.status !== 200) return  // a newer one has taken its place
    window.seen.answers += 1
    if (document.activeElement === document.body) window.seen.lost += 1
  }, 200))
}"""


@dataclass(frozen=True)
class Seen:
    """What happened since watch()."""

    said: list[str]
    answers: int
    lost: int


def watch(page: Page) -> None:
    """From now on, look."""
    page.evaluate(WATCH)


def seen(page: Page, answers: int = 1) -> Seen:
    """What happened, once so many answers have come and none is on its way."""
    page.wait_for_function("least => seen.answers >= least && seen.sent === 0", arg=answers)
    found = page.evaluate("window.seen")
    return Seen(found["said"], found["answers"], found["lost"])
