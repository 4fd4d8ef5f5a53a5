"""Several files read at once, through the person who asks. Changes nothing."""

from collections.abc import Iterable

from sqlalchemy import select

from accounts.models import Account
from core.clock import today
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from intake.people.access import in_care_of
from intake.people.models import Client, Responsible
from intake.people.queries import not_merged, responsible_now


def clients_in_care(account: Account, client_ids: Iterable[int]) -> dict[int, Client]:
    """These clients by number, when this account works on every file; else NotThere."""
    wanted = set(client_ids)
    if not all(is_row_id(one) for one in wanted):
        raise NotThere
    rows = db.session.scalars(
        select(Client)
        .join(Responsible, responsible_now(today()))
        .where(Client.id.in_(wanted), in_care_of(account), not_merged())
    )
    found = {row.id: row for row in rows}
    if found.keys() != wanted:
        raise NotThere
    return found
