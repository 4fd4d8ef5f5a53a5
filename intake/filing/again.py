"""As last year: what a household asked then, with today's price, age and rule. It changes nothing."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from accounts.models import Account
from core import clock
from core.clock import show_date
from core.db import db
from core.money import show_cents, write_cents
from intake.asking.asked import DISCOUNT
from intake.filing.desk import Desk
from intake.filing.forms import FilingForm
from intake.filing.laying import desk_of
from intake.filing.line import Line
from intake.filing.lines import MOST_LINES, Typed
from intake.filing.verdict import verdict_on_line
from intake.people.models import Client, Household
from intake.people.queries import client_in_care, household_of, members_of, names_in_care
from intake.requests.life import FORWARDED, WITHDRAWN
from intake.requests.models import Request
from intake.requests.queries import last_goal_of
from intake.requests.showing import Verdict
from regulation.versions.queries import text_in_force

REFUSED: Final = "refused"


@dataclass(frozen=True)
class Again:
    """One request of last year as it would be now, and what no longer holds."""

    request: Request
    line: Line
    cost_cents: int
    verdict: Verdict
    marks: tuple[str, ...]
    holds: bool


def last_year() -> int:
    """The calendar year before this one."""
    return clock.today().year - 1


def asked_last_year(
    account: Account, household: Household, only: Iterable[int] | None = None
) -> Sequence[Request]:
    """What was asked or granted for the members whose file is open to us, person by person."""
    today = clock.today()
    order = [one.client_id for one in members_of(household, today)]
    mine = names_in_care(account, order)
    begin = dt.date(last_year(), 1, 1)
    statement = (
        select(Request)
        .where(
            Request.client_id.in_(mine),
            Request.cost_on.between(begin, begin.replace(month=12, day=31)),
            Request.status.not_in((WITHDRAWN, FORWARDED)),
            (Request.outcome.is_(None)) | (Request.outcome != REFUSED),
        )
        .options(joinedload(Request.client), joinedload(Request.activity))
        .options(joinedload(Request.provider))
        .order_by(Request.cost_on.desc(), Request.id.desc())
        .limit(MOST_LINES)
    )
    if only is not None:
        statement = statement.where(Request.id.in_(set(only)))
    found = db.session.scalars(statement).all()
    return sorted(found, key=lambda one: (order.index(one.client_id), one.cost_on, one.id))


def again_of(account: Account, household: Household) -> list[Again]:
    """Each of them judged as if it were asked today, by itself."""
    version, rows = text_in_force(clock.today()), []
    for request in asked_last_year(account, household):
        today = {"client_id": str(request.client_id), "cost_on": show_date(clock.today())}
        counts = Typed(today | _typed(request))
        form = FilingForm(formdata=counts, meta={"csrf": False})
        line = Line(account, request.client, form, form, counts)
        line.judge(version, ())
        rows.append(_again(request, line))
    return rows


def again_desk(account: Account, client_id: int, wanted: Iterable[int]) -> Desk:
    """The form filled in with these, each a line of its own; the date is left to fill in."""
    client = client_in_care(account, client_id)
    household = household_of(client, clock.today())
    found = asked_last_year(account, household, wanted)
    desk = desk_of(account, client, _form(client, found))
    desk.begins_at_date = True
    desk.suggest_payee()
    last = last_goal_of(account, household.id)
    if last is not None:
        desk.form.name_goal_of(last.goal, last.life_domain, last.plan_goal_id)
    return desk


def _form(client: Client, found: Sequence[Request]) -> Typed:
    people = list(dict.fromkeys(one.client_id for one in found)) or [client.id]
    typed = Typed({"draft_id": str(uuid.uuid4()), "opened_for": str(client.id)})
    typed.setlist("client_id", [str(one) for one in people])
    if len(found) == 1:
        typed.update(_typed(found[0]))
        return typed
    reasons = {one.reason for one in found}
    if len(reasons) == 1:
        typed["reason"] = reasons.pop()
    for number, one in enumerate(found, 1):
        typed[f"l{number}-client_id"] = str(one.client_id)
        typed.update({f"l{number}-{name}": value for name, value in _typed(one).items()})
        if "reason" in typed:
            typed.poplist(f"l{number}-reason")
    return typed


def _typed(request: Request) -> dict[str, str]:
    """What is filled in of one: an activity that stopped goes by its words."""
    activity = request.activity if _is_open(request) else None
    return {
        "what": activity.name if activity else request.what,
        "activity_id": str(activity.id) if activity else "",
        "cost": write_cents(_cost_cents(request)),
        "category": activity.category if activity else request.category,
        "provider_name": activity.provider.name if activity else request.provider_name,
        "reason": request.reason,
        "kind": request.kind,
    }


def _cost_cents(request: Request) -> int:
    """This year's price, where the offer has one."""
    price = request.activity.price_cents if request.activity and _is_open(request) else 0
    return price or request.cost_cents


def _again(request: Request, line: Line) -> Again:
    verdict, cost_cents = verdict_on_line(line), _cost_cents(request)
    marks = []
    if request.activity is not None and not _is_open(request):
        stopped = _has_ended(request.activity.provider.closed_on)
        marks.append(_("Provider stopped") if stopped else _("No longer in the offer"))
    if cost_cents != request.cost_cents:
        marks.append(_("Price was %(price)s", price=show_cents(request.cost_cents)))
    agreement = line.judgement.choice.agreement if line.judgement else None
    if request.kind == DISCOUNT and agreement is None:
        marks.append(_("No discount agreement any more"))
    if not verdict.amount_cents:
        marks.append(verdict.short)
    is_open = request.activity is None or _is_open(request)
    return Again(
        request, line, cost_cents, verdict, tuple(marks), is_open and bool(verdict.amount_cents)
    )


def _is_open(request: Request) -> bool:
    activity = request.activity
    return activity is not None and not (
        _has_ended(activity.closed_on) or _has_ended(activity.provider.closed_on)
    )


def _has_ended(closed_on: dt.date | None) -> bool:
    return closed_on is not None and closed_on <= clock.today()
