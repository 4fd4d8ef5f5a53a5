"""Long work of the core room: who asked, how far it is, what came out. Running it is the worker's."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import current_app
from sqlalchemy import JSON, BigInteger, CheckConstraint, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from core import audit, clock
from core.db import Base, BigKey, UTCDateTime, after_commit, db, transaction
from core.errors import NotThere
from core.work import outbox
from core.work.outbox import Id

MOST_TRIES = 3
QUEUE = "core.work.jobs.queue"  # where the worker puts its queue among the application's extensions

Result = dict[str, Any] | None
Periodic = Callable[[], object]

_kinds: dict[str, Callable[..., Result]] = {}
_periodic: list[tuple[int, Periodic]] = []


class Job(Base):
    """A piece of work that somebody can leave and find again. Arguments are ids."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name="state_known"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    owner_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    args: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(10), default="waiting", index=True)
    tries: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    # The class of the error only: its text may quote personal data.
    error: Mapped[str | None] = mapped_column(String(100))
    created_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    started_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.done // self.total if self.total else 0


class Progress:
    """What a running job is given to say how far it is; outside the job's own transactions."""

    def __init__(self, job_id: int) -> None:
        self.job_id = job_id

    def __call__(self, done: int, total: int) -> None:
        with transaction() as session:
            session.execute(update(Job).where(Job.id == self.job_id).values(done=done, total=total))


def job(kind: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Register what does the work of a kind: `function(progress, **args)`, which may run again."""

    def register(function: Callable[..., Result]) -> Callable[..., Result]:
        if _kinds.setdefault(kind, function) is not function:
            raise ValueError(f"two jobs are called {kind}")
        return function

    return register


def every(*, minutes: int) -> Callable[[Periodic], Periodic]:
    """Register what the worker does every so many minutes, in its own application context."""

    def register(function: Periodic) -> Periodic:
        _periodic.append((minutes, function))
        return function

    return register


def periodic() -> list[tuple[int, Periodic]]:
    """All periodic work with its minutes, for the worker."""
    return list(_periodic)


def start(kind: str, *, owner_id: int | None, **args: Id) -> Job:
    """Have long work done; it begins once the caller's transaction has been stored."""
    if kind not in _kinds:
        raise ValueError(f"nobody does {kind}")
    session = db.session()
    new = Job(
        kind=kind,
        owner_id=owner_id,
        args=dict(args),
        state="waiting",
        tries=0,
        done=0,
        total=0,
        created_at=clock.machine_now(),
    )
    session.add(new)
    session.flush()
    outbox.put("job.start", job_id=new.id)
    return new


@outbox.handler("job.start")
def hand_over(job_id: int) -> None:
    """Give the job to the worker's queue; where there is none (tests), it is done at once."""
    queue = current_app.extensions.get(QUEUE, run)
    after_commit(lambda: queue(job_id))


def job_of(owner_id: int, job_id: int) -> Job:
    """Somebody's job; another's is NotThere."""
    mine = select(Job).where(Job.id == job_id, Job.owner_id == owner_id)
    found = db.session.scalars(mine).one_or_none()
    if found is None:
        raise NotThere
    return found


def run(job_id: int) -> None:
    """Do one waiting job; of two who try, one does. Its failure is noted on it, never lost."""
    taken = _take(job_id)
    if taken is None:
        return
    kind, owner_id, args = taken
    try:
        with audit.acting(owner_id):
            result = _kinds[kind](Progress(job_id), **args)
    except BaseException as error:
        _end(job_id, state="failed", error=type(error).__name__)
        raise
    _end(job_id, state="done", result=result)


def resume_interrupted() -> None:
    """At the start of the worker: what was running when it was killed begins again, a few times."""
    with transaction() as session:
        for one in session.scalars(select(Job).where(Job.state == "running").order_by(Job.id)):
            if one.tries >= MOST_TRIES:
                one.state, one.error = "failed", "Interrupted"
                one.ended_at = clock.machine_now()
            else:
                one.state = "waiting"
        waiting = select(Job).where(Job.state == "waiting").order_by(Job.id)
        session.flush()
        for one in session.scalars(waiting):
            outbox.put("job.start", job_id=one.id)


def _take(job_id: int) -> tuple[str, int | None, dict[str, Any]] | None:
    taking = (
        update(Job)
        .where(Job.id == job_id, Job.state == "waiting")
        .values(state="running", tries=Job.tries + 1, started_at=clock.machine_now())
        .returning(Job.kind, Job.owner_id, Job.args)
        .execution_options(synchronize_session=False)
    )
    with transaction() as session:
        row = session.execute(taking).one_or_none()
        return (row.kind, row.owner_id, row.args) if row is not None else None


def _end(job_id: int, *, state: str, result: Result = None, error: str | None = None) -> None:
    ended = {"state": state, "result": result, "error": error, "ended_at": clock.machine_now()}
    with transaction() as session:
        session.execute(update(Job).where(Job.id == job_id).values(**ended))
