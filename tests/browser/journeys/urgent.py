"""What cannot wait is granted by the chair, and the next meeting ratifies it, or does not."""

from __future__ import annotations

from tests.browser.desk import Desk
from tests.browser.journeys.meeting_40 import a_committee_decides, prepare
from tests.browser.walk import Counted, Walk

MOST_KEYS = 30


def urgent_ratified(desk: Desk) -> Counted:
    """The money stays where it is."""
    number = granted_by_the_chair(desk)
    walk = spoken_on(desk)
    walk.press("a")
    walk.follow("Enter")
    outcome = desk.house.ask("SELECT outcome FROM urgent_grant")
    assert outcome == "ratified", outcome
    assert state_of(desk, number)[0] == "granted"
    walk.look("ratified")
    return walk.counted


def urgent_not_ratified(desk: Desk) -> Counted:
    """What was not spent is free again, and it is said why."""
    number = granted_by_the_chair(desk)
    walk = spoken_on(desk)
    walk.tab_to("#count summary")
    walk.press("Enter")
    for name, votes in (("for_n", "1"), ("against_n", "2")):
        walk.tab_to(f"[name={name}]")
        walk.fill(votes)
    walk.tab_to("[name=reasons]")
    walk.fill("Het kamp was niet dringend.")
    walk.tab_to("#record")
    walk.follow("Enter")
    status, granted_cents, freed_cents = state_of(desk, number)
    assert status == "not_ratified", status
    assert granted_cents == freed_cents > 0, (granted_cents, freed_cents)
    walk.look("not ratified")
    return walk.counted


def state_of(desk: Desk, number: int) -> tuple[str, int, int]:
    """Of the request, as it is stored."""
    names = ("status", "granted_cents", "freed_cents")
    return tuple(desk.house.ask(f"SELECT {one} FROM request WHERE id = ?", number) for one in names)


def granted_by_the_chair(desk: Desk) -> int:
    """Bert, who chairs the committee, from the worklist; his keys are counted too."""
    a_committee_decides(desk.house, 3)
    walk = Walk(desk.open("bert", "/worklist"))
    number = desk.house.ask(
        "SELECT id FROM request WHERE status = 'submitted' AND legal_due_on = '2026-11-30' LIMIT 1"
    )
    walk.page.goto(f"/worklist/{number}")
    walk.begin()
    walk.tab_to("#seldom summary")
    walk.press("Enter")
    walk.tab_to("#to-urgent")
    walk.follow("Enter")
    walk.look("urgent")
    walk.tab_to("[name=why]")
    walk.fill("Het kamp begint morgen.")
    walk.follow("Control+Enter")
    assert walk.counted.keys - walk.counted.typed <= MOST_KEYS, str(walk.counted)
    walk.look("granted urgently")
    return int(number)


def spoken_on(desk: Desk) -> Walk:
    """Sara's next meeting holds it, first of all; the item is open before her."""
    walk = Walk(desk.open("sara", "/meetings"))
    prepare(walk, desk.house)
    walk.begin()
    walk.follow("o", "Enter")
    walk.tab_to("#agenda tbody th a")
    walk.follow("Enter")
    walk.look("to ratify")
    return walk
