"""Who sits in the committee of the example: it decides nothing until somebody switches meetings on."""

import datetime as dt
from typing import Final

from accounts.models import Account
from core.db import db
from fund.meetings.models import Seat

# Bert chairs it, so that there is somebody to grant urgently.
SITTING: Final = ("bert", "mia", "mo")
COMMITTEE: Final = "bcsd"


def give_seats(staff: dict[str, Account], from_on: dt.date) -> None:
    """From the first day on."""
    for name in SITTING:
        db.session.add(
            Seat(
                body=COMMITTEE,
                person_id=staff[name].person_id,
                is_chair=name == SITTING[0],
                from_on=from_on,
                given_by_id=staff["hilde"].person_id,
            )
        )
