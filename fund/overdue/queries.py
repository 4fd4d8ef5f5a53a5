"""Reading open requests by their legal term, through the person who asks. Changes nothing."""

import datetime as dt
from typing import Any, Final

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Bundle

from accounts.models import Account, Person
from core.clock import add_days
from core.pages.paging import By, Page, page_of
from intake.people.models import Client
from intake.requests.models import OPEN, Request
from intake.requests.queries import reads_every_team, workable_by
from intake.requests.term_settings import extension, steps

OVER, SOON = "over", "soon"
STATES: Final = (OVER, SOON)

ROW: Any = Bundle(
    "row",
    *(Request.id, Request.number, Request.what, Request.status),
    *(Request.legal_due_on, Request.waited_days, Person.name.label("worker")),
    *(Client.given_name, Client.family_name, Client.file_number),
)


def page_of_terms(
    account: Account, state: str, on: dt.date, *, key: str | None = None
) -> Page[Any]:
    """What has lapsed, or lapses within the farthest step of a warning; the first term first.

    Who decides or heads the service sees all, a worker what she works on.
    """
    statement = (
        select(ROW)
        .join(Client, Client.id == Request.client_id)
        .join(Person, Person.id == Request.worker_id)
        .where(OPEN, _within(state, on), _seen_by(account))
    )
    return page_of(statement, [By(Request.legal_due_on), By(Request.id)], key=key)


def _within(state: str, on: dt.date) -> ColumnElement[bool]:
    over_on = extension().latest_over(on)
    if state == OVER:
        return Request.legal_due_on <= over_on
    last_on = add_days(on, max(steps(), default=0))
    return (Request.legal_due_on > over_on) & (Request.legal_due_on <= last_on)


def _seen_by(account: Account) -> ColumnElement[bool]:
    return true() if reads_every_team(account) else workable_by(account)
