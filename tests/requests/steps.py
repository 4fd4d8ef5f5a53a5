"""What a worker types and clicks, for the tests of requests."""

from __future__ import annotations

from typing import Any

from tests.inspector import InspectingClient, Page
from tests.world import World

SWIMMING = "Zwemles, reeks van 10"
CHIRO = "Lidgeld Chiro, werkjaar"
CAMP = "Chirokamp, 10 dagen"


def opened(browser: InspectingClient, client_id: int) -> dict[str, str]:
    """The fields of an empty form for a client, as a browser would send them."""
    return browser.page(f"/filings/new?client={client_id}").form("/filings")


def filled(browser: InspectingClient, world: World, **changes: Any) -> dict[str, Any]:
    """A common request for Noor: the Chiro's membership, paid to the club."""
    fields: dict[str, Any] = opened(browser, world.clients["noor"])
    fields |= {
        "what": CHIRO,
        "activity_id": str(world.activities["lidgeld chiro"]),
        "cost": "40,00",
        "cost_on": "24/11/2026",
        "reason": "belong",
    }
    return fields | changes


def filed(browser: InspectingClient, world: World, **changes: Any) -> int:
    """File it; the number of the request's row."""
    response = browser.post("/filings", data=filled(browser, world, **changes))
    assert response.status_code == 303, Page(response).text()
    receipt = browser.page(response.location)
    return int(receipt.link("Naar de aanvraag").rsplit("/", 1)[1])


def errors(response: Any) -> list[str]:
    """What the summary says."""
    summary = Page(response).by_id("error-summary")
    assert summary is not None, response.status_code
    return [Page(response).text(li) for li in summary.iter("li")]
