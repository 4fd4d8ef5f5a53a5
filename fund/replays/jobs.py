"""What the worker does for trials: judge a period again, forget old ones. It writes on no request."""

from core import clock
from core.db import db, transaction
from core.work.jobs import Progress, every, job
from fund.replays import actions
from fund.replays.models import RuleReplay
from fund.replays.moments import Period
from fund.replays.period import batches, count_moments
from fund.replays.replaying import Replay
from regulation.files.reading import read_rule_set

DAY_MINUTES = 24 * 60


@job(actions.KIND)
def try_rule(progress: Progress, *, replay_id: int) -> None:
    """All of it or nothing: until the end only reading is done, so it may begin again at any time."""
    asked = db.session.get_one(RuleReplay, replay_id)
    period = Period(asked.from_on, asked.until_on)
    replay = Replay(read_rule_set(asked.rule_text), with_examples=asked.with_examples)
    done, total = 0, count_moments(period)
    db.session.rollback()
    for batch in batches(period):
        progress(done, total)
        for moment, others in batch:
            replay.take(moment, others)
        done += len(batch)
    with transaction():
        actions.note_result(replay_id, replay.tally.to_json())
    progress(done, max(done, total))


@every(minutes=DAY_MINUTES)
def forget_trials() -> None:
    """Results are for a choice that is made now; they are no record."""
    with transaction():
        actions.forget(clock.now() - actions.KEPT)
