"""A desk with much to decide: what was granted this year waits once more. For the journeys that need many."""

from __future__ import annotations

from tests.browser.house import House


def much_to_decide(house: House, count: int) -> None:
    """So many requests that the rule grants wait, their term first of all."""
    again = (
        "SELECT id FROM request WHERE outcome = 'granted' AND kind = 'fund' AND status IN"
        f" ('granted', 'notified') AND assessed_cents > 0 ORDER BY id DESC LIMIT {count}"
    )
    house.change(
        "UPDATE decision SET undone_at = decided_at, undone_by_id = decided_by_id"
        f" WHERE undone_at IS NULL AND request_id IN ({again})"
    )
    house.change(
        f"UPDATE dispatch SET stage = 'void' WHERE stage <> 'sent' AND request_id IN ({again})"
    )
    house.change(
        "UPDATE request SET status = 'submitted', outcome = NULL, granted_cents = 0, left_at = NULL,"
        " legal_due_on = '2026-11-30', waited_days = 0, corrected_at = NULL, added_to_at = NULL"
        f" WHERE id IN ({again})"
    )
