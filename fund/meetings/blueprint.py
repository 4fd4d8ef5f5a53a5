"""The blueprint of meetings, and how its pages hold what they change. It answers nothing."""

from flask import Blueprint

from accounts.gate import me
from accounts.permissions import Permission
from accounts.queries import may
from core.db import db
from core.errors import Conflict, NotThere
from fund.meetings.access import item_for, meeting_for
from fund.meetings.models import Item, Meeting

bp = Blueprint("meetings", __name__)


def held(meeting_id: int) -> Meeting:
    """The meeting, locked for who holds it; NotThere for its members."""
    if not may(me(), Permission.MEETINGS):
        raise NotThere
    return _locked(meeting_id)


def _locked(meeting_id: int) -> Meeting:
    """What was read before, a colleague may have changed while this one waited: all is read anew."""
    found = meeting_for(me(), meeting_id, held=True)
    db.session.expire_all()
    return found


def held_item(item_id: int, seen: str | None = None) -> Item:
    """An item with its meeting locked; Conflict when its draft was written anew since it was seen."""
    _locked(item_for(me(), item_id).meeting_id)
    item = item_for(me(), item_id)
    if seen is not None and seen != item.drafted_at.isoformat():
        raise Conflict
    return item
