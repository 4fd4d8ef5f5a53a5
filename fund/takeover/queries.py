"""Reading for takeovers: uploads, who and what is known already. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core import clock
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.instance import Instance
from core.names import folded
from fund.models import Decision
from fund.takeover.columns import CLIENTS, GRANTS, OFFER, TOTALS
from fund.takeover.models import Takeover, TakeoverMapping
from fund.takeover.sheets.sheet import Sheet
from intake.people.models import Client
from intake.requests.models import Filing
from offer.models import Activity, Provider

MOST_SHOWN: Final = 30
# So many values in one question: fewer than any engine allows.
AT_ONCE: Final = 500
PERMISSIONS: Final[Mapping[str, Permission]] = {
    CLIENTS: Permission.TAKEOVER_FILES,
    GRANTS: Permission.TAKEOVER_FILES,
    OFFER: Permission.TAKEOVER_OFFER,
    TOTALS: Permission.TAKEOVER_FILES,
}


@dataclass(frozen=True)
class Known:
    """Somebody who has a file."""

    client_id: int
    file_number: str
    names: frozenset[str]
    birth_on: dt.date

    def is_called(self, name: str, birth_on: dt.date) -> bool:
        """Is this the full name, in either order, and the date of birth?"""
        return name in self.names and birth_on == self.birth_on


class KnownPeople:
    """Those who may stand in a table, found by file number, or by full name and date of birth."""

    def __init__(self, found: Iterable[Known]) -> None:
        self.by_number: dict[str, Known] = {}
        self.by_name: dict[tuple[str, dt.date], Known] = {}
        for one in found:
            self.by_number[one.file_number] = one
            for name in one.names:
                self.by_name.setdefault((name, one.birth_on), one)


def kinds_of(account: Account) -> tuple[str, ...]:
    """What this account may take over, in the order in which a centre does it."""
    return tuple(kind for kind, needed in PERMISSIONS.items() if may(account, needed))


def takeover_for(account: Account, takeover_id: int, *, lock: bool = False) -> Takeover:
    """The upload, when this account may take over such things; else NotThere."""
    if not is_row_id(takeover_id):
        raise NotThere
    wanted = select(Takeover).where(
        Takeover.id == takeover_id, Takeover.kind.in_(kinds_of(account))
    )
    if lock:
        wanted = wanted.with_for_update(of=Takeover).execution_options(populate_existing=True)
    found = db.session.scalars(wanted).one_or_none()
    if found is None:
        raise NotThere
    return found


def newest_takeovers(account: Account) -> list[Takeover]:
    """What was taken over of late, the newest first."""
    wanted = select(Takeover).where(Takeover.kind.in_(kinds_of(account)))
    return list(db.session.scalars(wanted.order_by(Takeover.id.desc()).limit(MOST_SHOWN)))


def remembered(kind: str, sheet: Sheet) -> dict[str, Any] | None:
    """How the last file with these headings was read."""
    found = db.session.scalars(
        select(TakeoverMapping).where(
            TakeoverMapping.kind == kind, TakeoverMapping.headings_sha256 == sheet.fingerprint
        )
    ).one_or_none()
    return found.mapping if found else None


def known_people(numbers: Iterable[str], born: Iterable[dt.date]) -> KnownPeople:
    """Everybody with one of these file numbers or dates of birth, of every team."""
    columns = select(
        *(Client.id, Client.file_number, Client.sort_name, Client.sort_name_reversed),
        Client.birth_on,
    )
    questions: list[Any] = [
        *(columns.where(Client.file_number.in_(some)) for some in _some_of(numbers)),
        *(columns.where(Client.birth_on.in_(some)) for some in _some_of(born)),
    ]
    return KnownPeople(
        Known(
            client_id=row.id,
            file_number=row.file_number,
            names=frozenset({row.sort_name, row.sort_name_reversed}),
            birth_on=row.birth_on,
        )
        for question in questions
        for row in db.session.execute(question.order_by(Client.id))
    )


def known_keys(keys: Iterable[str]) -> set[str]:
    """Those of these keys under which something was filed."""
    found: set[str] = set()
    for some in _some_of(keys):
        wanted = select(Filing.idempotency_key).where(Filing.idempotency_key.in_(some))
        found.update(db.session.scalars(wanted))
    return found


def providers_by_name() -> dict[str, Provider]:
    """Every provider, by its folded name."""
    return {folded(one.name): one for one in db.session.scalars(select(Provider))}


def known_activities() -> set[tuple[str, str]]:
    """Every activity: the folded names of its provider and of itself."""
    rows = db.session.execute(select(Provider.name, Activity.name).join(Activity.provider))
    return {(folded(provider), folded(activity)) for provider, activity in rows}


def first_own_year() -> int:
    """The first year in which something was decided here, or could have been: this database was there."""
    made_at = db.session.scalar(select(Instance.created_at))
    oldest = db.session.scalar(select(func.min(Decision.booked_quarter)))
    return min(clock.brussels(made_at or clock.now()).year, int((oldest or "9999")[:4]))


def _some_of(values: Iterable[Any]) -> Iterator[list[Any]]:
    every = sorted(set(values))
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]
