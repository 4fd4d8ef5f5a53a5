"""Whose file is open to whom, as conditions of a query: care, standing in, opened with a reason. Pure SQL."""

import datetime as dt
from functools import lru_cache
from typing import Any, Final, cast

from sqlalchemy import (
    ColumnElement,
    Date,
    ScalarSelect,
    Select,
    bindparam,
    exists,
    false,
    or_,
    select,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute

from accounts.models import Account
from accounts.permissions import READS_ALL_TEAMS, Role
from core import clock
from core.clock import today
from core.db import UTCDateTime
from intake.people.models import Absence, FileOpening, Responsible

# Filled in when a statement runs, so that it is built once and not for every page.
TODAY: Final = cast(dt.date, bindparam("today", callable_=today, type_=Date()))
NOW: Final = cast(dt.datetime, bindparam("now", callable_=clock.now, type_=UTCDateTime()))


def in_care_of(account: Account) -> ColumnElement[bool]:
    """The files that this account works on: its own, its team's, and of whom it stands in for."""
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return _in_care_of(account.person_id, account.person.team_id)


@lru_cache(maxsize=1_024)
def _in_care_of(person_id: int, team_id: int | None) -> ColumnElement[bool]:
    ways = [
        Responsible.worker_id == person_id,
        Responsible.worker_id.in_(away_for(person_id)),
    ]
    if team_id is not None:
        ways.append(Responsible.team_id == team_id)
    return or_(*ways)


def visible_to(account: Account) -> ColumnElement[bool]:
    """The files that this account reads: those in its care and those it opened with a reason; who
    decides or heads the service reads all of them."""
    if account.roles & READS_ALL_TEAMS:
        return true()
    if Role.SOCIAL_WORKER not in account.roles:
        return false()
    return or_(in_care_of(account), Responsible.client_id.in_(opened_by(account.person_id)))


@lru_cache(maxsize=1_024)
def away_for(person_id: int) -> Select[Any]:
    """The colleagues who are away today and for whom this one stands in."""
    return select(Absence.person_id).where(
        Absence.stand_in_id == person_id,
        Absence.duty == "files",
        Absence.from_on <= TODAY,
        Absence.until_on >= TODAY,
        Absence.ended_at.is_(None),
    )


@lru_cache(maxsize=1_024)
def opened_by(person_id: int) -> Select[Any]:
    """The clients whose file this person has opened with a reason, as long as that lasts."""
    return select(FileOpening.client_id).where(
        FileOpening.person_id == person_id, FileOpening.open_until > NOW
    )


def file_of(
    client_id: InstrumentedAttribute[int] | ScalarSelect[int], door: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Whether the file of a client, named by another table's row, is behind this door today."""
    return exists().where(
        Responsible.client_id == client_id,
        Responsible.from_on <= TODAY,
        or_(Responsible.until_on.is_(None), Responsible.until_on >= TODAY),
        door,
    )
