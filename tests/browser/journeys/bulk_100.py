"""An approver looks at what is clean, grants it at once, and has the letters printed (U21)."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader

from tests.browser.desk import Desk
from tests.browser.journeys.busy import much_to_decide
from tests.browser.walk import Counted, Walk

WANTED = 100
MOST_KEYS = 40
MS_FOR_THE_WORKER = 60_000
NUMBER = re.compile(r"\d{4}-\d{4}")
# At the head of each letter, once.
ABOUT = re.compile(r"Aanvraag (\d{4}-\d{4})\nUw dossier")


def bulk_100(desk: Desk) -> Counted:
    """One list, one look, one button; each its own decision and its own letter."""
    much_to_decide(desk.house, 3 * WANTED)
    walk = Walk(desk.open("bert", "/worklist"))
    walk.begin()
    walk.follow("s")
    walk.tab_to("#begin")
    walk.follow("Enter")
    walk.page.locator("#look").wait_for(timeout=MS_FOR_THE_WORKER)
    clean = walk.page.locator("#clean input[name=kept]").count()
    assert clean == WANTED, f"{clean} clean requests instead of {WANTED}"
    walk.look("to look at")
    left_out, *kept = numbers_in(walk, "#clean")
    walk.tab_to("#kept-1, #clean input")
    walk.press("Space")  # one is left for another time
    walk.follow("Control+Enter")
    walk.page.locator("#outcome").wait_for(timeout=MS_FOR_THE_WORKER)
    granted = walk.page.get_by_text("99 toegekend, 1 weggelaten.")
    assert granted.is_visible(), walk.page.locator("main").inner_text()[:300]
    assert walk.counted.keys <= MOST_KEYS, f"{walk.counted}: more than {MOST_KEYS} keys"
    walk.look("what came of it")
    printed = print_them(walk)
    assert set(kept) <= printed, f"no letter of {sorted(set(kept) - printed)}"
    assert left_out not in printed, f"a letter of {left_out}, on which nothing was decided"
    return walk.counted


def numbers_in(walk: Walk, table: str) -> list[str]:
    """The requests of its rows."""
    heads = walk.page.locator(f"{table} tbody th").all_inner_texts()
    return [NUMBER.findall(head)[0] for head in heads]


def print_them(walk: Walk) -> set[str]:
    """All that wait, as one PDF: the requests that it holds a letter of."""
    walk.page.goto("/letters")
    walk.tab_to("#print-all")
    walk.follow("Enter")
    walk.page.locator("#pdf").wait_for(timeout=MS_FOR_THE_WORKER)
    walk.look("the letters")
    address = walk.page.locator("#pdf").get_attribute("href")
    assert address
    pdf = PdfReader(io.BytesIO(walk.page.request.get(address).body()))
    printed = ABOUT.findall("\n".join(one.extract_text() for one in pdf.pages))
    listed = numbers_in(walk, "#open")
    assert sorted(printed) == sorted(listed), "the PDF holds other letters than the list beside it"
    return set(printed)
