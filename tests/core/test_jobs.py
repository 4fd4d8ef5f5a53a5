"""Long work: begun after the commit, done once, its progress and its end noted, found by its owner."""

import datetime as dt
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from core import clock
from core.db import db, transaction
from core.errors import NotThere
from core.trail import AuditEntry
from core.work import jobs, worker
from core.work.jobs import Job, Progress
from core.work.outbox import deliver_due

ran: list[int] = []


@jobs.job("test.count")
def count(progress: Progress, *, to: int) -> dict[str, Any]:
    ran.append(to)
    progress(to, to)
    if to < 0:
        raise ValueError("Zoë Peeters")
    return {"counted": to}


@pytest.fixture(autouse=True)
def nothing_ran(inside: Flask) -> None:
    ran.clear()


def started(to: int = 3) -> int:
    with transaction():
        return jobs.start("test.count", owner_id=1, to=to).id


def job_now(job_id: int) -> Job:
    return db.session.get_one(Job, job_id, populate_existing=True)


def test_a_job_is_done_after_the_commit(inside: Flask) -> None:
    job_id = started()
    assert job_now(job_id).state == "waiting"
    db.session.rollback()
    deliver_due()
    job = job_now(job_id)
    assert (job.state, job.result, job.done, job.total) == ("done", {"counted": 3}, 3, 3)
    assert job.ended_at is not None


def test_a_job_is_done_once(inside: Flask) -> None:
    job_id = started()
    jobs.run(job_id)
    jobs.run(job_id)
    assert ran == [3]


def test_a_failed_job_says_so_without_personal_data(inside: Flask) -> None:
    job_id = started(-1)
    with pytest.raises(ValueError, match="Zoë"):
        jobs.run(job_id)
    assert (job_now(job_id).state, job_now(job_id).error) == ("failed", "ValueError")


def test_a_job_is_found_by_its_owner_only(inside: Flask) -> None:
    job_id = started()
    assert jobs.job_of(1, job_id).kind == "test.count"
    with pytest.raises(NotThere):
        jobs.job_of(2, job_id)


def test_an_interrupted_job_begins_again_three_times_at_most(inside: Flask) -> None:
    job_id = started()
    for tries, state in ((1, "waiting"), (2, "waiting"), (3, "failed")):
        with transaction() as session:
            session.execute(
                update(Job).where(Job.id == job_id).values(state="running", tries=tries)
            )
        jobs.resume_interrupted()
        assert job_now(job_id).state == state
        db.session.rollback()


def test_an_unknown_job_cannot_be_started(inside: Flask) -> None:
    with pytest.raises(ValueError, match="nobody does"):
        jobs.start("test.unknown", owner_id=1)


def test_the_worker_shows_that_it_lives(app: Flask) -> None:
    with app.app_context():
        assert not worker.worker_is_alive(db.session())
    worker.tick(app)
    with app.app_context():
        assert worker.worker_is_alive(db.session())
        with transaction() as session:
            late = clock.machine_now() - dt.timedelta(minutes=1)
            session.execute(update(worker.Heartbeat).values(at=late))
        assert not worker.worker_is_alive(db.session())


def test_periodic_work_runs_when_its_time_has_come(
    inside: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []

    def work() -> None:
        times.append(1)
        raise ValueError

    monkeypatch.setattr(jobs, "_periodic", [(60, work)])
    worker.run_periodic()
    worker.run_periodic()
    assert times == [1]
    with transaction() as session:
        earlier = clock.machine_now() - dt.timedelta(minutes=61)
        session.execute(update(worker.Heartbeat).values(at=earlier))
    worker.run_periodic()
    assert times == [1, 1]


def test_the_queue_hands_jobs_to_the_worker(app: Flask) -> None:
    queue = worker.make_huey(app)
    try:
        with app.app_context():
            job_id = started()
            deliver_due()
            assert job_now(job_id).state == "waiting"
            db.session.rollback()
            task = queue.dequeue()
            queue.execute(task)
            assert job_now(job_id).state == "done"
    finally:
        del app.extensions[jobs.QUEUE]
        queue.storage.close()


def test_a_job_acts_in_its_owner_s_name(inside: Flask) -> None:
    @jobs.job("test.audited")
    def audited(progress: Progress) -> None:
        with transaction():
            worker.jobs.audit.record("thing.done", kind="thing", object_id=1)

    with transaction():
        job_id = jobs.start("test.audited", owner_id=77).id
    jobs.run(job_id)
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert entry is not None
    assert entry.actor_id == 77
