"""On a phone of 390 pixels, by finger: a request with a photo as its proof, which keeps no place (U13)."""

from __future__ import annotations

import io

from PIL import Image

from tests.browser.checks import fits
from tests.browser.desk import Desk
from tests.browser.journeys.steps import Known, known, number_on_receipt
from tests.browser.papers import payload
from tests.browser.walk import Counted, Walk
from tests.evidence.papers import GPS_AT, TELLTALE, photo_with_place

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PHONE |= {"device_scale_factor": 3}
TAKEN = (4032, 3024)
MOST_TAPS = 16
# How it stands on the screen: upright, as the phone says that it was held.
DRAWN = "one => one.decode().then(() => one.naturalHeight > one.naturalWidth)"

IN_VIEW = "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"


def phone_with_photo(desk: Desk) -> Counted:
    """Found, filled in, photographed, seen, filed; and the picture is with the request."""
    client = known(desk.house)
    walk = Walk(desk.open("an", "/", **PHONE))
    walk.begin()
    find(walk, client)
    fill(walk)
    take_photo(walk)
    file_it(walk)
    kept_without_place(walk)
    assert walk.counted.taps <= MOST_TAPS, f"{walk.counted}: more than {MOST_TAPS} taps"
    return walk.counted


def find(walk: Walk, client: Known) -> None:
    """Letters, and the first that is offered leads to the form."""
    walk.tap("#search")
    walk.fill(client.letters)
    first = walk.page.locator("#search-options [role=option]").first
    first.wait_for()
    assert client.name in first.inner_text(), first.inner_text()
    seen(walk, "found")
    with walk.page.expect_event("load"):
        walk.tap("#search-options [role=option]")


def fill(walk: Walk) -> None:
    """The same five fields; a list is chosen from as the phone shows it."""
    page = walk.page
    walk.tap("#what")
    walk.fill("zwem")
    walk.tap("#what-options [role=option]")
    walk.tap("#cost_on")
    walk.fill("vandaag")
    page.locator("#reason").select_option(index=1)
    page.locator("#assessment .lines").first.wait_for()
    seen(walk, "form filled in")


def take_photo(walk: Walk) -> None:
    """The button opens the camera; the preview stands there before anything is filed."""
    page = walk.page
    with page.expect_event("load"):
        walk.tap("#add-evidence")
    assert page.locator("#photo").get_attribute("capture") == "environment"
    with page.expect_file_chooser() as chosen:
        walk.tap("#photo")
    chosen.value.set_files(payload(photo_with_place(size=TAKEN)))
    with page.expect_event("load"):
        walk.tap("#add-paper")
    page.locator(".notice--success", has_text="Toegevoegd").wait_for()
    upright(walk, ".papers img")
    seen(walk, "photo sent")


def file_it(walk: Walk) -> None:
    """Back to the form, which knows of it; and out."""
    with walk.page.expect_event("load"):
        walk.tap("#back")
    came = walk.page.locator("#assessment label", has_text="Onbetaalde factuur gezien")
    came.wait_for()
    assert walk.page.evaluate(IN_VIEW, came.element_handle()), "what was sent for is off the screen"
    assert not walk.is_in_field(), "the phone's keyboard lies over the form"
    seen(walk, "form with the photo")
    with walk.page.expect_event("load"):
        walk.tap("#submit")
    number_on_receipt(walk)
    fits(walk.page)


def kept_without_place(walk: Walk) -> None:
    """From the receipt to the request and its papers; what was stored says nothing of where or who."""
    page = walk.page
    for link in ("#request", "#evidence", ".papers__one"):
        with page.expect_event("load"):
            walk.tap(link)
    upright(walk, "img.paper")
    seen(walk, "the photo of the request")
    for address in (page.locator("#open-file"), page.locator("img.paper")):
        place = address.get_attribute("href") or address.get_attribute("src") or ""
        stored = page.context.request.get(place).body()
        with Image.open(io.BytesIO(stored)) as picture:
            assert not picture.getexif().get_ifd(GPS_AT), f"{place} says where it was taken"
        assert TELLTALE.encode() not in stored, f"{place} says who took it"


def upright(walk: Walk, image: str) -> None:
    """The picture is there to be looked at; it is fetched when it is scrolled to."""
    shown = walk.page.locator(image)
    shown.scroll_into_view_if_needed()
    assert shown.evaluate(DRAWN), "the photo lies on its side"


def seen(walk: Walk, state: str) -> None:
    """Nothing beside the screen, nothing too small for a finger, nothing that axe says."""
    fits(walk.page)
    walk.look(state)
