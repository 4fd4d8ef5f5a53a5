"""A trial as the worker does it: batch by batch, found again after a kill, forgotten in time."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import func, select, update

from core.db import db, transaction
from core.work import jobs, outbox
from core.work.jobs import Job
from fund.replays import period
from fund.replays.jobs import forget_trials
from fund.replays.models import RuleReplay
from fund.replays.moments import Period
from fund.replays.replaying import Replay
from tests.counting import queries_of
from tests.fund.desk import discount, filed
from tests.replays.desk import HALF, TEXT, YEAR, asked, granted, tried
from tests.replays.many import apart, many_decided

# Moments, who lives with whom, and what they asked besides.
STATEMENTS_A_BATCH = 3


def replay_of(replay_id: int) -> RuleReplay:
    return db.session.get_one(RuleReplay, replay_id, populate_existing=True)


@pytest.mark.parametrize(("size", "count"), [(1_000, 1), (40, 2), (10, 8), (7, 12)])
def test_each_batch_costs_the_same_few_statements(app, world, size, count):
    many_decided(app, granted(app, discount(app, world)), 39)
    with app.app_context(), queries_of(app) as said:
        assert sum(1 for _batch in period.batches(YEAR, size)) == count
    one_more_look = 80 % size == 0
    assert len(said) == count * STATEMENTS_A_BATCH + one_more_look, "\n".join(said)


def test_batches_leave_nothing_out_and_take_nothing_twice(app, world, monkeypatch):
    many_decided(app, granted(app, filed(app, world)), 30)
    whole = tried(app, HALF)
    monkeypatch.setattr(period.batches, "__defaults__", (7,))
    assert tried(app, HALF) == whole
    assert whole["decided"] == 31


def test_it_says_how_far_it_is(app, world):
    many_decided(app, granted(app, filed(app, world)), 3)
    replay_id = asked(app, TEXT)
    with app.app_context():
        outbox.deliver_due()
        job = replay_of(replay_id).job
        assert (job.state, job.done, job.total) == ("done", 8, 8)


def test_killed_halfway_it_begins_again(app, world, monkeypatch):
    granted(app, filed(app, world))
    replay_id = asked(app, HALF)
    monkeypatch.setattr(Replay, "take", lambda *_given: (_ for _ in ()).throw(SystemExit))
    with app.app_context():
        with pytest.raises(SystemExit):
            jobs.run(replay_of(replay_id).job_id)
        assert replay_of(replay_id).result is None
        with transaction() as session:  # as a kill leaves it, which says nothing
            session.execute(update(Job).values(state="running", error=None, ended_at=None))
        monkeypatch.undo()
        jobs.resume_interrupted()
        outbox.deliver_due()
        assert replay_of(replay_id).result["decided"] == 1


def test_the_text_is_that_of_the_moment_it_was_asked(app, world):
    with app.app_context():
        replay_id = asked(app, HALF)
        assert replay_of(replay_id).rule_text == HALF


def test_the_same_trial_asked_twice_is_one(app, world):
    assert asked(app, HALF) == asked(app, HALF)
    assert asked(app, TEXT) != asked(app, HALF)


def test_only_who_reads_every_file_gets_examples(app, world, later):
    request_id = granted(app, filed(app, world))
    by_head = tried(app, HALF, by="hilde")
    assert [one["request"] for one in by_head["examples"]] == [request_id]
    many_decided(app, granted(app, filed(app, world, "zoë", cost_cents=500)), 5)
    apart(app)
    with later(days=60):
        days = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
        by_administrator = tried(app, HALF, by="bea", period=days)
    assert (by_administrator["changed"], by_administrator["examples"]) == (7, [])


def test_fifty_examples_the_largest_difference_first(app, world):
    small = granted(app, filed(app, world, "karim", by="arne", cost_cents=500))
    many_decided(app, granted(app, filed(app, world, "zoë", cost_cents=700)), 60)
    large = granted(app, filed(app, world, "noor", cost_cents=9_000))
    result = tried(app, HALF)
    examples = [one["request"] for one in result["examples"]]
    assert (result["changed"], len(examples), examples[0]) == (63, 50, large)
    assert small not in examples


def test_after_ninety_days_it_is_gone_with_its_job(app, world, later):
    replay_id = asked(app, TEXT)
    with app.app_context():
        with later(days=90):
            forget_trials()
            assert replay_of(replay_id)
        with later(days=90, seconds=1):
            forget_trials()
        counted = (select(func.count()).select_from(table) for table in (RuleReplay, Job))
        assert [db.session.scalar(count) for count in counted] == [0, 0]
