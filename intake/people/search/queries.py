"""Search: reading the clients that words mean, as far as one may know. Changes nothing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    func,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Bundle, InstrumentedAttribute, aliased

from accounts.models import Account, Person, SavedSearch, SignedIn, Team
from core.clock import today
from core.db import db
from core.errors import NotThere
from core.pages.paging import By, Page, page_of
from core.sealing.sealed import search_key, unseal
from intake.people.access import visible_to
from intake.people.models import Client, Membership, Responsible
from intake.people.queries import (
    NATIONAL_NUMBER,
    active,
    not_merged,
)
from intake.people.search.wanted import LAST, SHORTEST_PART, Wanted, splits, wanted
from intake.people.twins.queries import Twin, twins_where

SUGGESTED = 8

# Other numbers that lead to clients: a room above knows its own, and says whose they are.
_found_by: list[Callable[[str], tuple[Select[Any], ...]]] = []


def find_by(clients_by_number: Callable[[str], tuple[Select[Any], ...]]) -> None:
    """Let an upper room's numbers lead to clients too; only those whose file is open are shown."""
    if clients_by_number not in _found_by:
        _found_by.append(clients_by_number)


@dataclass(frozen=True)
class Hit:
    """A client in a list: enough to know who it is."""

    client_id: int
    name: str
    birth_year: int
    file_number: str
    adults: int
    children: int
    team: str
    worker: str


def search(account: Account, words: str, limit: int = SUGGESTED) -> list[Hit]:
    """The first clients that `words` mean, among those whose file this account may open."""
    return results(account, words, size=limit).items


def results(account: Account, words: str, *, key: str | None = None, size: int = 50) -> Page[Hit]:
    """The same page by page: a file number first, then by name."""
    asked = wanted(words)
    if not asked:
        return Page([])
    statement = _hits().where(matching(asked), _open_to(account))
    found = page_of(statement, _order(asked), key=key, size=size)
    return Page(_told(found.items), found.next_key, found.previous_key)


def elsewhere(account: Account, words: str) -> list[Twin]:
    """Full matches in files that this account may not open: name, birth year and worker only."""
    asked = wanted(words)
    full = _full_match(asked)
    return twins_where(account, full, only=~visible_to(account)) if full else []


def matching(asked: Wanted) -> ColumnElement[bool]:
    """What a client must be: ranges on folded columns, so that an index serves each of them."""
    parts = []
    if asked.national_number:
        parts.append(_has_national_number(asked.national_number))
    if asked.names:
        parts.append(_has_names(asked.names))
    if asked.number:
        parts.append(_has_number(asked.number))
    if asked.birth_on:
        parts.append(Client.birth_on == asked.birth_on)
    return and_(*parts)


def _begins(column: InstrumentedAttribute[str], prefix: str) -> ColumnElement[bool]:
    return and_(column >= prefix, column < prefix + LAST)


def _has_names(names: tuple[str, ...]) -> ColumnElement[bool]:
    """`peet le` and `le peet`: each order is one range on one column and one on the other. A union
    and no OR: each part then walks its own index, on both engines."""
    found = aliased(Client)
    family_first, given_first = found.sort_name, found.sort_name_reversed
    ways = []
    for first, second in splits(names):
        for one, other in ((family_first, given_first), (given_first, family_first)):
            way = select(found.id).where(_begins(one, first))
            ways.append(way.where(_begins(other, second)) if second else way)
    return Client.id.in_(union_all(*ways))


def _has_number(number: str) -> ColumnElement[bool]:
    """A file number, or the centre's own case number; a part may stand anywhere: it is read from the
    numbers' own indexes, never from the wide table. Or a whole number that another room knows."""
    ways = [way for find in _found_by for way in find(number)]
    for column in (Client.file_number, Client.case_number):
        is_long = len(number) >= SHORTEST_PART
        found = column.contains(number, autoescape=True) if is_long else _begins(column, number)
        ways.append(select(Client.id).where(found).correlate(None))
    return Client.id.in_(union_all(*ways))


def _has_national_number(number: str) -> ColumnElement[bool]:
    return Client.national_number_key == search_key(number, column=NATIONAL_NUMBER)


def _full_match(asked: Wanted) -> list[ColumnElement[bool]]:
    """The full name with the birth date, or a whole number, in each way; less finds nobody elsewhere."""
    if asked.national_number:
        return [_has_national_number(asked.national_number)]
    if asked.names and asked.birth_on:
        born = Client.birth_on == asked.birth_on
        columns = (Client.sort_name, Client.sort_name_reversed)
        return [and_(column == asked.full_name, born) for column in columns]
    if not asked.number or asked.names:
        return []
    return [Client.file_number == asked.number, Client.case_number == asked.number]


def _order(asked: Wanted) -> list[By]:
    if not asked.number:
        return [By(Client.sort_name), By(Client.id)]
    rank = case((_begins(Client.file_number, asked.number), 0), else_=1)
    return [By(rank), By(Client.file_number)]


def _open_to(account: Account) -> ColumnElement[bool]:
    """The files that this account may open, without a join: the list is cut before it is told of."""
    visible = visible_to(account)
    if visible is true():
        return visible
    held = active(Responsible.from_on, Responsible.until_on, today())
    return Client.id.in_(select(Responsible.client_id).where(held, visible))


def _hits() -> Select[Any]:
    columns = (Client.id, Client.given_name, Client.family_name, Client.birth_on)
    return select(Bundle("hit", *columns, Client.file_number)).where(not_merged())


def _told(rows: list[Row[Any]]) -> list[Hit]:
    """The rows with what else one recognises a client by: two queries, however many rows."""
    client_ids = [row.id for row in rows]
    counts = _household_counts(client_ids, today())
    holders = _responsibles(client_ids, today())
    return [
        Hit(
            client_id=row.id,
            name=f"{row.given_name} {row.family_name}",
            birth_year=row.birth_on.year,
            file_number=row.file_number,
            adults=counts.get((row.id, "adult"), 0),
            children=counts.get((row.id, "child"), 0),
            worker=holders[row.id][0],
            team=holders[row.id][1],
        )
        for row in rows
    ]


def _responsibles(client_ids: list[int], on: dt.date) -> dict[int, tuple[str, str]]:
    """Each client's worker and team."""
    held = active(Responsible.from_on, Responsible.until_on, on)
    statement = (
        select(Responsible.client_id, Person.name, Team.name)
        .join(Person, Person.id == Responsible.worker_id)
        .join(Team, Team.id == Responsible.team_id)
        .where(Responsible.client_id.in_(client_ids), held)
    )
    return {client_id: (worker, team) for client_id, worker, team in db.session.execute(statement)}


def _household_counts(client_ids: list[int], on: dt.date) -> dict[tuple[int, str], int]:
    """How many adults and children live in each client's (first) household."""
    mine, theirs = aliased(Membership), aliased(Membership)
    first = (
        select(mine.client_id, func.min(mine.household_id).label("household_id"))
        .where(mine.client_id.in_(client_ids), active(mine.from_on, mine.until_on, on))
        .group_by(mine.client_id)
        .subquery()
    )
    counted = (
        select(first.c.client_id, theirs.role, func.count())
        .join(theirs, theirs.household_id == first.c.household_id)
        .where(active(theirs.from_on, theirs.until_on, on))
        .group_by(first.c.client_id, theirs.role)
    )
    return {(client_id, role): count for client_id, role, count in db.session.execute(counted)}


def kept_words(held: SignedIn, search_id: str) -> str:
    """The words of a search of this session; else NotThere."""
    kept = db.session.get(SavedSearch, search_id[:32])
    if kept is None or kept.signed_in_id != held.id:
        raise NotThere
    return unseal(kept.sealed_query, table="saved_search", column="sealed_query", row_key=kept.id)
