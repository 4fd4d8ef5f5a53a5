"""The picture above letters, for the fund: kept as it was drawn anew, small. It commits nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core import settings
from core.db import db
from core.errors import RuleBroken
from fund.letters import settings as keys
from intake.evidence.arriving import Arrived


def put(arrived: Arrived, *, by: Account) -> None:
    """From now on it stands above letters. Earlier pictures stay: letters that were made show them.

    What is kept is our own small drawing of it; RuleBroken where the file holds no picture.
    """
    if arrived.preview is None or arrived.kept.content_type == "application/pdf":
        raise RuleBroken(_("This file holds no picture. Choose a PNG or a JPEG."), "files")
    db.session.add(arrived.preview)
    db.session.add(arrived.content)
    db.session.flush()
    settings.put(keys.LOGO, arrived.preview.id, by=by.person_id)


def drop(*, by: Account) -> None:
    """No picture any more; letters that were made keep theirs."""
    settings.put(keys.LOGO, 0, by=by.person_id)
