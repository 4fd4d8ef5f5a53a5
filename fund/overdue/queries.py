"""Reading open requests by their legal term, through the person who asks. Changes nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Bundle

from accounts.models import Account, Person
from accounts.permissions import Role
from core.clock import add_days
from core.db import db
from core.pages.paging import By, Page, page_of
from fund.bodies.queries import centre
from fund.meetings.queries import for_meetings
from intake.people.models import Client
from intake.requests.models import OPEN, Request, RequestVersion
from intake.requests.queries import reads_every_team, workable_by
from intake.requests.recusal.queries import closed_to
from intake.requests.term_settings import extension, steps
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_set
from regulation.vocabulary.rules import RuleSet
from terms.deciding import INDIVIDUAL_AID

OVER, SOON = "over", "soon"
STATES: Final = (OVER, SOON)

ROW: Any = Bundle(
    "row",
    *(Request.id, Request.number, Request.what, Request.status, Request.scheme),
    *(Request.legal_due_on, Request.waited_days, Person.name.label("worker")),
    *(Client.given_name, Client.family_name, Client.file_number),
)


def page_of_terms(
    account: Account, state: str, on: dt.date, *, key: str | None = None
) -> Page[Any]:
    """What has lapsed, or lapses within the farthest step of a warning; the first term first.

    Who decides or heads the service sees all, a worker what she works on, who prepares meetings what
    they decide on; nobody what that one stepped back from.
    """
    statement = (
        select(ROW)
        .join(Client, Client.id == Request.client_id)
        .join(Person, Person.id == Request.worker_id)
        .where(OPEN, _within(state, on), _seen_by(account))
    )
    return page_of(statement, [By(Request.legal_due_on), By(Request.id)], key=key)


def bases_of(rows: Sequence[Any]) -> dict[int, str]:
    """On what the fund of each of these requests rests: by the rule that it goes by, and where that
    does not say so, by the centre's setup. Where nobody said it what is stricter counts: individual aid."""
    newest = (
        select(RequestVersion.request_id, func.max(RequestVersion.number).label("number"))
        .where(RequestVersion.request_id.in_([row.id for row in rows]))
        .group_by(RequestVersion.request_id)
        .subquery()
    )
    is_newest = and_(
        RequestVersion.request_id == newest.c.request_id,
        RequestVersion.number == newest.c.number,
    )
    wanted = select(RequestVersion.request_id, RequestVersion.rule_version_id)
    found = db.session.execute(wanted.join(newest, is_newest)).all()
    of_rule = {row.request_id: row.rule_version_id for row in found}
    wanted_rules = select(RuleVersion).where(RuleVersion.id.in_(set(of_rule.values())))
    rules = {one.id: rule_set(one) for one in db.session.scalars(wanted_rules)}
    own = centre().basis or INDIVIDUAL_AID
    return {row.id: _basis(rules.get(of_rule.get(row.id, 0)), row.scheme) or own for row in rows}


def _basis(rules: RuleSet | None, scheme: str) -> str:
    found = rules.schemes.get(scheme) if rules else None
    stated = found.basis.rests_on if found and found.basis else None
    return stated.value if stated else ""


def _within(state: str, on: dt.date) -> ColumnElement[bool]:
    over_on = extension().latest_over(on)
    if state == OVER:
        return Request.legal_due_on <= over_on
    last_on = add_days(on, max(steps(), default=0))
    return (Request.legal_due_on > over_on) & (Request.legal_due_on <= last_on)


def _seen_by(account: Account) -> ColumnElement[bool]:
    if reads_every_team(account):
        return ~closed_to(account)
    prepared = for_meetings() if Role.SECRETARY in account.roles else false()
    return or_(workable_by(account), prepared) & ~closed_to(account)
