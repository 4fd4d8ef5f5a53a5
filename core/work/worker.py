"""The background worker of the core room: delivers the outbox, runs jobs, shows that it lives. Holds no truth."""

import datetime as dt
import logging
import signal
import time
from collections.abc import Callable
from typing import Any

from flask import Flask
from huey import SqliteHuey, crontab
from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from core import clock, instance
from core.db import Base, UTCDateTime, db, transaction
from core.upsert import insert_into
from core.work import jobs, outbox

NAME = "worker"
TICK_SECONDS = 0.5
BEAT = dt.timedelta(seconds=10)
DEAD_AFTER = dt.timedelta(seconds=35)
LAST_WORDS_SECONDS = 20  # how long a job that runs may go on after SIGTERM

_logger = logging.getLogger(__name__)


class Heartbeat(Base):
    """When something last happened, by the machine's own clock: the worker's beat, periodic work."""

    __tablename__ = "heartbeat"
    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(UTCDateTime)


def worker_is_alive(session: Session) -> bool:
    """Whether the worker's heart has beaten in the last half minute."""
    beat = session.get(Heartbeat, NAME, populate_existing=True)
    return beat is not None and clock.machine_now() - beat.at < DEAD_AFTER


def work(app: Flask) -> None:
    """Work until SIGTERM or SIGINT: what has begun is ended first, and nothing else is begun."""
    huey = make_huey(app)
    with app.app_context():
        jobs.resume_interrupted()
    consumer = huey.create_consumer(
        workers=1, max_delay=TICK_SECONDS, shutdown_timeout=LAST_WORDS_SECONDS
    )
    consumer.start()
    stopping: list[int] = []  # a list, because an Event may deadlock in a signal handler
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _frame: stopping.append(received))
    while not stopping:
        tick(app)
        time.sleep(TICK_SECONDS)
    consumer.stop(graceful=True)
    huey.storage.close()


def make_huey(app: Flask) -> SqliteHuey:
    """The queue of one worker, in the instance folder on either engine.

    The truth stands in `outbox_message` and `job`, where a second worker would find it too; this
    queue is emptied at each start. So it needs no server and leaves no tables in the database.
    """
    with app.app_context():
        file = instance.folder() / "huey.sqlite"
    huey = SqliteHuey("core", filename=str(file), results=False)
    huey.flush()
    app.extensions[jobs.QUEUE] = huey.task(name="run_job")(_inside(app, jobs.run))
    huey.periodic_task(crontab(), name="run_periodic")(_inside(app, run_periodic))
    return huey


def tick(app: Flask) -> None:
    """One turn: a beat when it is time, and what is due in the outbox. A failure waits a turn."""
    try:
        with app.app_context():
            if _claim(NAME, BEAT):
                _logger.debug("alive")
            outbox.deliver_due()
    except Exception:
        _logger.exception("the worker's turn failed")


def run_periodic() -> None:
    """Do the periodic work whose time has come, also when the machine was off at the hour."""
    for minutes, function in jobs.periodic():
        name = f"{function.__module__}.{function.__qualname__}"
        if not _claim(name, dt.timedelta(minutes=minutes)):
            continue
        try:
            function()
        except Exception:
            _logger.exception("periodic work failed", extra={"work": name})
        finally:
            db.session.remove()


def _claim(name: str, after: dt.timedelta) -> bool:
    """Note that it happens now, unless it happened less than `after` ago; of two, one may."""
    instant = clock.machine_now()
    with transaction() as session:
        insert = insert_into(session, Heartbeat).values(name=name, at=instant)
        claim = insert.on_conflict_do_update(
            index_elements=["name"],
            set_={"at": instant},
            where=Heartbeat.at <= instant - after,
        ).returning(Heartbeat.name)
        return session.execute(claim).one_or_none() is not None


def _inside(app: Flask, function: Callable[..., object]) -> Callable[..., None]:
    """The function, in an application context of its own, so with a database session of its own."""

    def run(*args: Any) -> None:
        with app.app_context():
            function(*args)

    return run
