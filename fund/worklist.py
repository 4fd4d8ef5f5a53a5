"""The worklist of the fund: open requests by their term, as columns and never as whole rows. Changes nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Date, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Bundle, aliased

from accounts.models import Account, Team
from core.clock import today
from core.db import db
from core.paging import By, Page, page_of
from intake.people.models import Client, Membership
from intake.people.queries import active
from intake.requests.life import SUBMITTED, WAITING
from intake.requests.models import OPEN, Filing, OtherPayerPart, Pause, Request

FOR_ME, FOR_INFORMATION, ALL = "mine", "waiting", "all"
STATES: Final = (FOR_ME, FOR_INFORMATION, ALL)
# Above this the count is "999+": nobody reads further, and counting costs.
MOST_COUNTED: Final = 999
ORDER: Final = (By(Request.legal_due_on), By(Request.id))

# Filled in when the statement runs, so that it is built once and not for every page.
TODAY: Final = cast(dt.date, bindparam("today", callable_=today, type_=Date()))

_other = aliased(Request)


def _household_size() -> Any:
    """How many live together today, the person included."""
    return (
        select(func.count())
        .select_from(Membership)
        .where(
            Membership.household_id == Request.household_id,
            active(Membership.from_on, Membership.until_on, TODAY),
        )
        .scalar_subquery()
        .label("household_size")
    )


def _flags() -> tuple[Any, ...]:
    """What to mind, each a question that an index answers."""
    other_payer = exists().where(OtherPayerPart.request_id == Request.id)
    answered = exists().where(Pause.request_id == Request.id, Pause.ended_at.is_not(None))
    before = exists().where(_other.client_id == Request.client_id, _other.id < Request.id)
    return (
        other_payer.correlate(Request).label("has_other_payer"),
        answered.correlate(Request).label("is_answered"),
        before.correlate(Request).label("has_earlier"),
    )


def _rows() -> Select[Any]:
    columns = (
        *(Request.id, Request.number, Request.status, Request.kind, Request.what),
        *(Request.provider_name, Request.payee, Request.cost_cents, Request.proposed_cents),
        *(Request.legal_due_on, Request.waited_days, Request.cap_reached, Request.worker_id),
        *(Client.given_name, Client.family_name, Client.birth_on, Client.file_number),
        *(Team.name.label("team"), Filing.filed_by_id, _household_size(), *_flags()),
    )
    row: Any = Bundle("row", *columns)
    return (
        select(row)
        .join(Client, Client.id == Request.client_id)
        .join(Team, Team.id == Request.team_id)
        .join(Filing, Filing.id == Request.filing_id)
    )


ROWS: Final = _rows()


def page_of_worklist(state: str, *, key: str | None = None) -> Page[Any]:
    """A page of what is open, the first term first."""
    return page_of(ROWS.where(OPEN, *_in_state(state)), ORDER, key=key)


def _in_state(state: str) -> tuple[ColumnElement[bool], ...]:
    if state == FOR_ME:
        return (Request.status == SUBMITTED,)
    if state == FOR_INFORMATION:
        return (Request.status == WAITING,)
    return ()


def open_counts() -> Mapping[str, int]:
    """How many requests wait, in each state; a count that stops where it no longer matters."""
    looked_at = select(Request.status).where(OPEN).limit(MOST_COUNTED + 1).subquery()
    counted = select(looked_at.c.status, func.count()).group_by(looked_at.c.status)
    found = {status: int(count) for status, count in db.session.execute(counted)}
    for_me, waiting = found.get(SUBMITTED, 0), found.get(WAITING, 0)
    return {FOR_ME: for_me, FOR_INFORMATION: waiting, ALL: for_me + waiting}


def next_for(account: Account, after: Request) -> int | None:
    """The next request that this person may decide: the one after, else the first of all."""
    wanted = (
        select(Request.id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(
            OPEN,
            Request.status == SUBMITTED,
            Request.id != after.id,
            Request.worker_id != account.person_id,
            Filing.filed_by_id != account.person_id,
        )
        .order_by(Request.legal_due_on, Request.id)
        .limit(1)
    )
    due_on = after.legal_due_on
    later = and_(
        Request.legal_due_on >= due_on, or_(Request.legal_due_on > due_on, Request.id > after.id)
    )
    return db.session.scalar(wanted.where(later)) or db.session.scalar(wanted)
