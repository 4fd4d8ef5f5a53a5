"""What has left is not undone but revised: a new decision in its place, with a letter of its own."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.walk import Counted, Walk

GRANTED = """
    SELECT request.id FROM request JOIN client ON client.id = request.client_id
    WHERE request.status = 'granted' AND request.kind = 'fund' AND request.left_at IS NULL
    AND client.no_post = 0 ORDER BY request.id DESC
"""


def revise_after_sending(desk: Desk) -> Counted:
    """Bert sends what he granted by mistake, and refuses it; both decisions stand in the file."""
    request_id = desk.house.ask(GRANTED)
    walk = Walk(desk.open("bert", f"/worklist/{request_id}"))
    send(walk)
    walk.page.goto(f"/worklist/{request_id}/revise")
    walk.begin()
    walk.look("revise")
    walk.tab_to("[name=ruling]")
    walk.press("ArrowRight")  # from granting to refusing
    walk.tab_to("[name=reason_code]")
    walk.press("ArrowDown")
    walk.tab_to("[name=reasons]")
    walk.fill("De club heeft de kost terugbetaald.")
    walk.follow("Control+Enter")
    assert "/revise" not in walk.page.url, walk.page.locator("main").inner_text()[:300]
    walk.look("revised")
    counted = walk.counted
    both_stand(Walk(desk.open("bert", f"/worklist/{request_id}")))
    number = desk.house.ask("SELECT number FROM request WHERE id = ?", request_id)
    a_new_letter_waits(Walk(desk.open("bert", "/decided")), number)
    return counted


def send(walk: Walk) -> None:
    """Until now it could be undone, from now on it cannot."""
    assert walk.page.locator("#undo").is_visible(), "it was not to be undone before it left"
    case = walk.page.url
    walk.tab_to("#sent-own")  # the service wrote it; none was made here
    walk.press("Space")
    walk.tab_to("#sent")
    walk.follow("Enter")
    walk.page.goto(case)
    assert not walk.page.locator("#undo").is_visible(), "what has left can be undone"


def both_stand(walk: Walk) -> None:
    """The one that holds, and the one that held before it."""
    panel = walk.page.locator(".beside__aside").inner_text()
    assert "Geweigerd" in panel, panel
    assert "Deze beslissing vervangt die van" in panel, panel
    former = walk.page.locator("#former").inner_text()
    assert "Toegekend" in former, former


def a_new_letter_waits(walk: Walk, number: str) -> None:
    """The letter of the refusal; that of the grant has left."""
    newest = walk.page.locator("#decided tbody tr").first
    assert number in newest.inner_text(), newest.inner_text()
    walk.tab_to("[id^=letter-]")
    walk.follow("Enter")
    letter = walk.page.locator("main").inner_text()
    assert f"{number}\nAf te drukken\nWeigering" in letter, letter[:300]
