"""Verbs of minutes: write them, sign them, put a signed word right with trace. They commit nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from fund.meetings.life import CLOSED, OPEN
from fund.meetings.models import Item, Meeting, MinutesCorrection
from fund.meetings.votes.seen import SeenOtherwise, minutes_mark


def write(meeting: Meeting, words: str, *, seen: str, by: Account) -> None:
    """What was said beside the votes; until somebody signs it. SeenOtherwise where a colleague wrote since."""
    if meeting.stage not in (OPEN, CLOSED):
        raise Conflict(_("This meeting has changed meanwhile. Look at it again."))
    if meeting.signed_on is not None:
        raise Conflict(_("These minutes are signed. Put a word right below them."))
    if seen != minutes_mark(meeting):
        raise SeenOtherwise(
            _("A colleague wrote in these minutes meanwhile. Both texts stand here.")
        )
    meeting.minutes = words
    audit.record("meeting.minutes", kind="meeting", object_id=meeting.id)


def sign(meeting: Meeting, *, by: Account) -> None:
    """From now on nothing in them changes. Signing comes after the session has closed."""
    if meeting.stage != CLOSED:
        raise RuleBroken(_("First close the session."))
    if meeting.signed_on is not None:
        raise Conflict(_("These minutes are signed already."))
    meeting.signed_on, meeting.signed_by_id = clock.today(), by.person_id
    audit.record("meeting.sign", kind="meeting", object_id=meeting.id)


def correct(meeting: Meeting, words: str, *, by: Account, item: Item | None = None) -> None:
    """A word about what was signed wrongly. A decision changes only by another decision."""
    if meeting.signed_on is None:
        raise RuleBroken(_("These minutes are not signed yet: change them."))
    if not words:
        raise RuleBroken(_("Write what was not right."), "words")
    db.session.add(
        MinutesCorrection(
            meeting_id=meeting.id,
            item_id=item.id if item is not None else None,
            words=words,
            made_by_id=by.person_id,
            made_at=clock.now(),
        )
    )
    audit.record("meeting.correct", kind="meeting", object_id=meeting.id)
