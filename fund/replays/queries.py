"""Reading trials, always one's own, and what an example is about. Changes nothing."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import defer

from accounts.models import Account
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.pages.paging import By, Page, page_of
from core.work.jobs import Job
from fund.replays.models import RuleReplay
from fund.replays.moments import Period
from intake.requests.models import Request
from intake.requests.queries import readable_by


def replay_for(account: Account, replay_id: int) -> RuleReplay:
    """One's own trial; another's is NotThere."""
    if not is_row_id(replay_id):
        raise NotThere
    found = db.session.scalar(
        select(RuleReplay)
        .where(RuleReplay.id == replay_id, RuleReplay.asked_by_id == account.person_id)
        .options(defer(RuleReplay.rule_text))
    )
    if found is None:
        raise NotThere
    return found


def page_of_replays(account: Account, key: str | None = None) -> Page[RuleReplay]:
    """One's own trials, the newest first."""
    mine = select(RuleReplay).where(RuleReplay.asked_by_id == account.person_id)
    light = mine.options(defer(RuleReplay.rule_text))
    return page_of(light, [By(RuleReplay.id, descending=True)], key=key)


def running_like(account: Account, sha256: str, period: Period) -> RuleReplay | None:
    """The same trial, which this person still waits for."""
    return db.session.scalar(
        select(RuleReplay)
        .join(Job, Job.id == RuleReplay.job_id)
        .where(
            RuleReplay.asked_by_id == account.person_id,
            RuleReplay.sha256 == sha256,
            RuleReplay.from_on == period.from_on,
            RuleReplay.until_on == period.until_on,
            Job.state.in_(("waiting", "running")),
        )
        .order_by(RuleReplay.id)
        .limit(1)
    )


def requests_named(account: Account, request_ids: Iterable[int]) -> dict[int, Any]:
    """Number and category of these requests, by id; only of those that this account may read."""
    columns = (Request.id, Request.number, Request.category)
    named = select(*columns).where(Request.id.in_(set(request_ids)), readable_by(account))
    return {row.id: row for row in db.session.execute(named)}
