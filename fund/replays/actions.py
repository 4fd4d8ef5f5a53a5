"""Verbs of trials: ask for one, ask again, note what came out, forget. They commit nothing and judge nothing."""

import datetime as dt
import hashlib
from typing import Any, Final

from flask_babel import gettext as _
from sqlalchemy import delete, select

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import Conflict, RuleBroken
from core.work import jobs
from core.work.jobs import Job
from fund.replays.models import RuleReplay
from fund.replays.moments import Period
from fund.replays.queries import running_like
from intake.requests.queries import reads_every_team
from regulation.files.reading import read_rule_set
from regulation.files.table import RuleFileError

KIND: Final = "rule.replay"
TITLE_LENGTH: Final = 200
KEPT: Final = dt.timedelta(days=90)


def start(title: str, rule_text: str, period: Period, *, by: Account) -> RuleReplay:
    """Have a text tried on a period; the text of a version or of a draft, as it is now.

    The same trial that this person still waits for is given back. Raises RuleBroken on a text that
    is no rule, on a period that runs backwards, and on days that tell too much to who sees totals.
    """
    _check_days(period, by)
    try:
        read_rule_set(rule_text)
    except RuleFileError as error:
        raise RuleBroken(str(error), "version") from error
    sha256 = hashlib.sha256(rule_text.encode()).hexdigest()
    waited_for = running_like(by, sha256, period)
    if waited_for is not None:
        return waited_for
    replay = RuleReplay(
        asked_by_id=by.person_id,
        asked_at=clock.now(),
        title=title[:TITLE_LENGTH],
        rule_text=rule_text,
        sha256=sha256,
        from_on=period.from_on,
        until_on=period.until_on,
        with_examples=reads_every_team(by),
    )
    db.session.add(replay)
    db.session.flush()
    _begin(replay)
    audit.record("rule.try", kind="rule_replay", object_id=replay.id)
    return replay


def _check_days(period: Period, by: Account) -> None:
    if period.until_on < period.from_on:
        raise RuleBroken(_("The last day lies before the first day."), "until_on")
    if not reads_every_team(by) and not period.is_whole_quarters(clock.today()):
        raise RuleBroken(
            _("You see totals only. Choose whole quarters that are over, such as a whole year."),
            "from_on",
        )


def again(replay: RuleReplay, *, by: Account) -> None:
    """Once more, with the same text and period, after it went wrong."""
    if replay.job is None or replay.job.state != "failed":
        raise Conflict(_("This trial has not gone wrong."))
    _begin(replay)
    audit.record("rule.try", kind="rule_replay", object_id=replay.id)


def note_result(replay_id: int, result: dict[str, Any]) -> None:
    """Keep what came out."""
    db.session.get_one(RuleReplay, replay_id).result = result


def forget(before: dt.datetime) -> None:
    """Remove trials that were asked before an instant, with their jobs."""
    old = list(
        db.session.execute(
            select(RuleReplay.id, RuleReplay.job_id).where(RuleReplay.asked_at < before)
        )
    )
    db.session.execute(delete(RuleReplay).where(RuleReplay.id.in_([row.id for row in old])))
    db.session.execute(delete(Job).where(Job.id.in_([row.job_id for row in old])))


def _begin(replay: RuleReplay) -> None:
    replay.job = jobs.start(KIND, owner_id=replay.asked_by_id, replay_id=replay.id)
