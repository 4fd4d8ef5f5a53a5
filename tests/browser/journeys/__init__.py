"""The measured journeys: what a person does by keyboard or by finger, from after sign-in to the confirmation."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.desk import Desk
from tests.browser.journeys.as_last_year import as_last_year
from tests.browser.journeys.bulk_100 import bulk_100
from tests.browser.journeys.counter_discount import counter_discount
from tests.browser.journeys.decide_20 import decide_20
from tests.browser.journeys.decide_one import decide_one
from tests.browser.journeys.draft_after_kill import draft_after_kill
from tests.browser.journeys.family_four import family_four
from tests.browser.journeys.family_four_without_javascript import family_four_without_javascript
from tests.browser.journeys.known_client import known_client
from tests.browser.journeys.main_job import main_job
from tests.browser.journeys.main_job_without_javascript import main_job_without_javascript
from tests.browser.journeys.meeting_40 import meeting_40
from tests.browser.journeys.merge_and_undo import merge_and_undo
from tests.browser.journeys.new_client import new_client
from tests.browser.journeys.phone_with_photo import phone_with_photo
from tests.browser.journeys.question_and_clock import question_and_clock
from tests.browser.journeys.revise_after_sending import revise_after_sending
from tests.browser.journeys.two_workers import two_workers
from tests.browser.journeys.urgent import urgent_not_ratified, urgent_ratified
from tests.browser.journeys.without_javascript import (
    as_last_year_without_javascript,
    counter_discount_without_javascript,
    new_client_without_javascript,
)
from tests.browser.walk import Counted

JOURNEYS: dict[str, Callable[[Desk], Counted]] = {
    "known-client": known_client,
    "new-client": new_client,
    "family-four": family_four,
    "as-last-year": as_last_year,
    "counter-discount": counter_discount,
    "phone-with-photo": phone_with_photo,
    "draft-after-kill": draft_after_kill,
    "two-workers": two_workers,
    "merge-and-undo": merge_and_undo,
    "decide-one": decide_one,
    "decide-20": decide_20,
    "bulk-100": bulk_100,
    "meeting-40": meeting_40,
    "urgent-ratified": urgent_ratified,
    "urgent-not-ratified": urgent_not_ratified,
    "question-and-clock": question_and_clock,
    "revise-after-sending": revise_after_sending,
    "main-job": main_job,
    "main-job-without-javascript": main_job_without_javascript,
    "new-client-without-javascript": new_client_without_javascript,
    "family-four-without-javascript": family_four_without_javascript,
    "as-last-year-without-javascript": as_last_year_without_javascript,
    "counter-discount-without-javascript": counter_discount_without_javascript,
}
