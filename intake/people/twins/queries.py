"""Reading the files that may be of the same person, each as much as one may know. Changes nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, select, true, union_all

from accounts.models import Account, Person
from core.clock import today
from core.db import db
from core.names import folded
from core.sealing.sealed import search_key
from intake.people.access import visible_to
from intake.people.models import Client, Responsible
from intake.people.queries import NATIONAL_NUMBER, not_merged, responsible_now
from intake.people.twins.likeness import like_birth, like_name, same_name

MOST_FULL: Final = 8
MOST_LIKE: Final = 4
MOST_COMPARED: Final = 200


@dataclass(frozen=True)
class Typed:
    """Somebody as typed so far."""

    given_name: str
    family_name: str
    birth_on: dt.date

    @property
    def names(self) -> tuple[str, str]:
        """Given name first."""
        return self.given_name, self.family_name


@dataclass(frozen=True)
class Twin:
    """A file that may be of the same person. What another team holds shows no more than this.

    `birth_on` and `file_number` are there when the file is open to me, `typed` when it was compared
    with somebody on a form. `is_full` when name and birth date, or the number, are the same.
    """

    client_id: int
    name: str
    birth_year: int
    worker: str
    is_open_to_me: bool
    file_number: str = ""
    birth_on: dt.date | None = None
    typed: Typed | None = None
    is_full: bool = True


def twins_of(
    account: Account, people: Iterable[Typed], *, number: str = "", besides: int = 0
) -> list[Twin]:
    """Files with the same full name, in either order, and birth date, or with this national number;
    of every team."""
    listed = list(people)
    same = [
        and_(
            Client.birth_on == one.birth_on,
            Client.sort_name.in_({folded(" ".join(one.names)), folded(" ".join(one.names[::-1]))}),
        )
        for one in listed
    ]
    if number:
        key = search_key(number, column=NATIONAL_NUMBER)
        same.append(Client.national_number_key == key)
    if not same:
        return []
    return twins_where(account, same, typed=listed, only=Client.id != besides)


def twins_where(
    account: Account,
    ways: Sequence[ColumnElement[bool]],
    typed: Iterable[Typed] = (),
    *,
    only: ColumnElement[bool] | None = None,
) -> list[Twin]:
    """The files for which one of `ways` holds, each as much as this account may know; of those whose
    worker fits `only`, when it is given. A union and no OR: each way then uses its own index."""
    found = union_all(*(select(Client.id).where(way) for way in ways))
    statement = (
        select(Client, Person.name, visible_to(account).label("is_open"))
        .join(Responsible, responsible_now(today()))
        .join(Person, Person.id == Responsible.worker_id)
        .where(Client.id.in_(found), not_merged(), true() if only is None else only)
        .order_by(Client.sort_name, Client.id)
        .limit(MOST_FULL)
    )
    listed = list(typed)
    return [
        _twin(client, worker, bool(is_open), _the_same(client, listed))
        for client, worker, is_open in db.session.execute(statement)
    ]


def likes_of(account: Account, people: Iterable[Typed], *, besides: int = 0) -> list[Twin]:
    """Files of one's own and one's team that look like somebody typed: a slip, names swapped, another
    name after a marriage, a birth date turned round. Elsewhere nothing is said of such a likeness."""
    listed = list(people)
    if not listed:
        return []
    statement = (
        select(Client, Person.name)
        .join(Responsible, responsible_now(today()))
        .join(Person, Person.id == Responsible.worker_id)
        .where(
            Client.id.in_(union_all(*_near(listed))),
            visible_to(account),
            not_merged(),
            Client.id != besides,
        )
        .order_by(Client.sort_name, Client.id)
        .limit(MOST_COMPARED)
    )
    compared = [(row[0], row[1], _alike(row[0], listed)) for row in db.session.execute(statement)]
    found = [_twin(client, worker, True, who, False) for client, worker, who in compared if who]
    return found[:MOST_LIKE]


def _near(people: list[Typed]) -> list[Any]:
    """The same birth date, or the same full name: each walks its own index."""
    names = {folded(" ".join(way)) for one in people for way in (one.names, one.names[::-1])}
    births = {one.birth_on for one in people}
    ways = (Client.birth_on.in_(births), Client.sort_name.in_(names))
    return [select(Client.id).where(way).correlate(None) for way in ways]


def _alike(client: Client, people: list[Typed]) -> Typed | None:
    """Who of those typed this may be, without being the very same."""
    for one in people:
        names, births = (client.given_name, client.family_name), client.birth_on
        if one.birth_on == births and same_name(one.names, names):
            return None
        if one.birth_on == births and like_name(one.names, names):
            return one
        if same_name(one.names, names) and like_birth(one.birth_on, births):
            return one
    return None


def _the_same(client: Client, people: list[Typed]) -> Typed | None:
    names = (client.given_name, client.family_name)
    found = (one for one in people if same_name(one.names, names))
    return next((one for one in found if one.birth_on == client.birth_on), None)


def _twin(
    client: Client, worker: str, is_open: bool, typed: Typed | None, is_full: bool = True
) -> Twin:
    return Twin(
        client_id=client.id,
        name=client.name,
        birth_year=client.birth_on.year,
        worker=worker,
        is_open_to_me=is_open,
        file_number=client.file_number if is_open else "",
        birth_on=client.birth_on if is_open else None,
        typed=typed if is_open else None,
        is_full=is_full,
    )
