"""Whether somebody else changed a block while its form was open, and what. It writes nothing."""

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from core.errors import Conflict
from regulation.drafts.desk import OPENED, BlockDesk, seen_version
from regulation.editing.showing import ShownField, shown_fields
from regulation.files.reading import parsed
from regulation.files.table import RuleFileError
from regulation.shape.changes import Change, What, between
from regulation.shape.shape import Tables


class BlockChanged(Conflict):
    """The block says something else than when the form was opened: say what, overwrite nothing."""

    def __init__(self, fields: list[ShownField]) -> None:
        super().__init__(_("Somebody else changed this block while you had it open."))
        self.fields = fields


def changed_since(desk: BlockDesk, sent: MultiDict[str, str]) -> None:
    """Raise BlockChanged with what changed; a change elsewhere in the draft is no matter here."""
    if desk.adding or seen_version(sent) == desk.draft.lock_version:
        return
    opened = _opened(sent.get("opened", ""))
    fields = between(opened, desk.table)
    if fields:
        change = Change(What.CHANGED, desk.address, fields, desk.address)
        raise BlockChanged(list(shown_fields(change, desk.tables, desk.tables)))


def _opened(text: str) -> Tables:
    """The block as the form was opened with. It came back from a browser: it may hold anything."""
    try:
        block = parsed(text.replace("\r\n", "\n")).get(OPENED, {})
    except RuleFileError:
        return {}
    return dict(block) if isinstance(block, dict) else {}
