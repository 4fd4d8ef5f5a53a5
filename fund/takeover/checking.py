"""From an upload to what would be stored of it: the same way for the preview and for the import. Changes nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from flask_babel import gettext as _

from accounts.models import Account
from core.sealing import files
from fund.takeover.client_rows import ClientRows
from fund.takeover.columns import CLIENTS, GRANTS, OFFER, TOTALS, guessed
from fund.takeover.grant_rows import GrantRows
from fund.takeover.models import Takeover
from fund.takeover.offer_rows import OfferRows
from fund.takeover.queries import remembered
from fund.takeover.rows import Found, Row, missing_columns, rows_of
from fund.takeover.sheets.reading import read_sheet
from fund.takeover.sheets.sheet import Sheet, SheetRefused
from fund.takeover.total_rows import TotalRows


class Reading(Protocol):
    """A table that was read: what was found, and how it is stored."""

    found: Found

    def store(self, by: Account) -> None:
        """Store what is new, in the caller's transaction."""


READERS: Final[Mapping[str, Callable[[Sequence[Row], int | None], Reading]]] = {
    CLIENTS: ClientRows,
    GRANTS: GrantRows,
    OFFER: OfferRows,
    TOTALS: TotalRows,
}


def sheet_of_upload(takeover: Takeover) -> Sheet:
    """The table in the file; it could be read when it was uploaded."""
    if takeover.file is None:
        raise SheetRefused(_("The file has gone. Choose it again."))
    return read_sheet(files.read(takeover.file))


def mapping_for(kind: str, sheet: Sheet) -> dict[str, int]:
    """Which column stands where: as with the last file with these headings, else as the headings say."""
    known = remembered(kind, sheet)
    return dict(known) if known is not None else guessed(kind, sheet.headings)


def read(takeover: Takeover, sheet: Sheet) -> Reading | None:
    """What would be stored; None while a column that must be there is not named."""
    if missing_columns(takeover.kind, takeover.mapping):
        return None
    rows = rows_of(sheet, takeover.kind, takeover.mapping)
    return READERS[takeover.kind](rows, takeover.worker_id)
