"""A trial reads what was asked at each moment, also where a paper came in between."""

from __future__ import annotations

from accounts.queries import account_by_username
from fund.replays.period import batches
from intake.requests.actions import record_evidence
from tests.replays.desk import YEAR, on_request
from tests.requests.steps import filed
from tests.requests.test_correct import correct


def test_a_correction_after_a_paper_is_read_as_corrected(app, sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    by = account_by_username
    on_request(
        app, request_id, lambda held: record_evidence(held, "invoice", by=by("an"), seen=True)
    )
    assert correct(an, request_id, cost="20,00").status_code == 303
    with app.app_context():
        moments = [moment for batch in batches(YEAR) for moment, _others in batch]
    asked = [(moment.verb, moment.facts["cost_cents"]) for moment in moments]
    assert asked == [("submit", 4_000), ("correct", 2_000)]
