"""What a worker and an approver type and click, for the tests of requests."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.inspector import InspectingClient, Page
from tests.world import World

CHIRO = "Lidgeld Chiro, werkjaar"
HTMX = {"HX-Request": "true"}


def opened(browser: InspectingClient, client_id: int) -> dict[str, str]:
    """The fields of an empty form for a client, as a browser would send them."""
    return browser.page(f"/filings/new?client={client_id}").form("/filings")


def filled(
    browser: InspectingClient, world: World, who: str = "noor", **changes: Any
) -> dict[str, Any]:
    """A common request: the membership of the Chiro, 40 euro today."""
    fields: dict[str, Any] = opened(browser, world.clients[who])
    fields |= {
        "what": CHIRO,
        "activity_id": str(world.activities["lidgeld chiro"]),
        "cost": "40,00",
        "cost_on": "24/11/2026",
        "reason": "belong",
    }
    return fields | changes


def discount(browser: InspectingClient, world: World, **changes: Any) -> dict[str, Any]:
    """A discount on swimming lessons: 60 euro, 20-10-70."""
    fields = filled(browser, world)
    fields |= {
        "what": "Zwemles, reeks van 10",
        "activity_id": str(world.activities["zwemles"]),
        "cost": "60,00",
        "kind": "discount",
    }
    return fields | changes


def file_it(browser: InspectingClient, fields: dict[str, Any]) -> int:
    """Submit, read the receipt; the number of the request's row."""
    response = browser.post("/filings", data=fields)
    assert response.status_code == 303, Page(response).text()
    receipt = browser.page(response.location)
    return int(receipt.link("Naar de aanvraag").rsplit("/", 1)[1])


def filed(browser: InspectingClient, world: World, who: str = "noor", **changes: Any) -> int:
    """A common request that has been filed."""
    return file_it(browser, filled(browser, world, who, **changes))


def assessed(browser: InspectingClient, fields: dict[str, Any]) -> Page:
    """The card beside the form, as htmx fetches it."""
    response = browser.post("/filings/assess", data=fields, headers=HTMX)
    assert response.status_code == 200, response.status_code
    return Page(response)


def amount(page: Page) -> str:
    """The one figure that matters."""
    found = re.search(r'class="amount">([^<]+)<', page.html)
    assert found, page.html
    return found[1].replace("\N{NO-BREAK SPACE}", " ")


def said(page: Page, name: str | None = None) -> str:
    """All words, with plain spaces."""
    element = page.by_id(name) if name else None
    return page.text(element).replace("\N{NO-BREAK SPACE}", " ")


def errors(response: Any, status: int = 422) -> list[str]:
    """What the summary says."""
    assert response.status_code == status, response.status_code
    page = Page(response)
    assert page.title.startswith("Fout:")
    summary = page.by_id("error-summary")
    assert summary is not None
    return [page.text(line) for line in summary.iter("li")]


def approve(sign_in: Callable[[str], InspectingClient], request_id: int, verb: str, **typed: str):
    """Bert decides on his page, or asks."""
    bert = sign_in("bert")
    action = f"/worklist/{request_id}/{verb}"
    fields = bert.page(f"/worklist/{request_id}").form(action)
    response = bert.post(action, data=fields | typed)
    assert response.status_code == 303, Page(response).text()


def act(browser: InspectingClient, request_id: int, verb: str, **typed: Any) -> Any:
    """Answer or withdraw on the request's page."""
    action = f"/requests/{request_id}/{verb}"
    fields = browser.page(f"/requests/{request_id}").form(action)
    return browser.post(action, data=fields | typed)
