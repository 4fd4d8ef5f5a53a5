"""Reading print runs, for the fund's letters: which are there, what is in them. Changes nothing."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core.db import db
from core.errors import NotThere
from core.ids import is_row_id
from core.letters.letters import Letter
from core.pages.paging import By, Page, page_of
from core.work.jobs import Job
from fund.letters.life import HELD, UNSENT, VOID, WAITING
from fund.letters.models import Dispatch, PrintRun, RunLine
from intake.requests.models import Request
from intake.requests.recusal.queries import closed_among


def to_print(most: int, *, again: bool) -> Sequence[int]:
    """What a run takes, the oldest first; `again`: what was printed and has not left too."""
    stages = UNSENT if again else (WAITING, HELD)
    statement = select(Dispatch.id).where(Dispatch.stage.in_(stages))
    return db.session.scalars(statement.order_by(Dispatch.id).limit(most)).all()


def running() -> PrintRun | None:
    """The run that is under way, if one is."""
    return db.session.scalars(
        select(PrintRun)
        .join(Job, Job.id == PrintRun.job_id)
        .where(Job.state.in_(("waiting", "running")))
        .order_by(PrintRun.id)
        .limit(1)
    ).one_or_none()


def run_named(account: Account, run_id: int) -> PrintRun:
    """A run, for who sends letters; else NotThere."""
    found = db.session.get(PrintRun, run_id) if is_row_id(run_id) else None
    if found is None or not may(account, Permission.LETTERS):
        raise NotThere
    return found


def page_of_runs(key: str | None = None) -> Page[PrintRun]:
    """All runs, the newest first."""
    statement = select(PrintRun).options(joinedload(PrintRun.asked_by))
    return page_of(statement, [By(PrintRun.id, descending=True)], key=key)


def lines_of(run: PrintRun) -> Sequence[RunLine]:
    """What is in a run, in the order of printing, with letters, requests and clients."""
    request = contains_eager(RunLine.dispatch).contains_eager(Dispatch.request)
    return db.session.scalars(
        select(RunLine)
        .join(RunLine.dispatch)
        .join(Dispatch.request)
        .where(RunLine.run_id == run.id)
        .options(request.joinedload(Request.client), contains_eager(RunLine.dispatch))
        .order_by(RunLine.id)
    ).all()


def line_ids(run: PrintRun) -> Sequence[int]:
    """The same as numbers: a job takes them one by one."""
    statement = select(RunLine.id).where(RunLine.run_id == run.id)
    return db.session.scalars(statement.order_by(RunLine.id)).all()


def holds_a_void_one(run: PrintRun) -> bool:
    """Is a letter in its PDF that became void since: its decision was undone, or the request withdrawn?"""
    found = (
        select(RunLine.id)
        .join(RunLine.dispatch)
        .where(RunLine.run_id == run.id, RunLine.is_printed, Dispatch.stage == VOID)
        .limit(1)
    )
    return db.session.scalar(found) is not None


def closed_in(account: Account, lines: Sequence[RunLine]) -> frozenset[int]:
    """The lines that this account does not read: in its lists the number stands for the name."""
    closed = closed_among(account, [line.dispatch.request_id for line in lines])
    return frozenset(line.id for line in lines if line.dispatch.request_id in closed)


def printed_letters(run: PrintRun, *, but: Collection[int] = ()) -> Sequence[Letter]:
    """The letters that were made, without those that became void meanwhile, nor these lines."""
    return db.session.scalars(
        select(Letter)
        .join(Dispatch, Dispatch.letter_id == Letter.id)
        .join(RunLine, RunLine.dispatch_id == Dispatch.id)
        .where(RunLine.run_id == run.id, RunLine.is_printed, Dispatch.stage != VOID)
        .where(RunLine.id.not_in(but))
        .order_by(RunLine.id)
    ).all()
