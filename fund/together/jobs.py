"""What the worker does for deciding together: look through the list, then decide one by one."""

import logging

from accounts.models import Account
from core.db import db, transaction
from core.work.jobs import Progress, job
from fund.together import actions
from fund.together.life import DECIDING, DONE, GATHERING, move
from fund.together.models import Batch, BatchLine
from fund.together.queries import MOST_LINES, candidates, lines_of
from intake.requests.models import Request

log = logging.getLogger(__name__)
ROWS_AT_ONCE = 20


@job(actions.GATHER)
def gather(progress: Progress, *, batch_id: int) -> None:
    """Only reading until the end, so it may begin again at any time."""
    batch = db.session.get_one(Batch, batch_id)
    if batch.stage != GATHERING:
        return
    filters, account_id = batch.filters, batch.account_id
    numbers, found = candidates(filters), list[BatchLine]()
    for done in range(0, len(numbers), ROWS_AT_ONCE):
        db.session.rollback()
        progress(done, len(numbers))
        account = db.session.get_one(Account, account_id)
        for number in numbers[done : done + ROWS_AT_ONCE]:
            line = actions.line_if_clean(db.session.get_one(Request, number), account)
            found += [line] if line is not None else []
        if len(found) >= MOST_LINES:
            break
    db.session.rollback()
    with transaction():
        actions.keep_found(db.session.get_one(Batch, batch_id), found[:MOST_LINES])
    progress(len(numbers), len(numbers))


@job(actions.DECIDE)
def decide(progress: Progress, *, batch_id: int) -> None:
    """Each in a transaction of its own: one that fails takes no other with it."""
    batch = db.session.get_one(Batch, batch_id)
    if batch.stage != DECIDING:
        return
    account_id, numbers = batch.account_id, [line.id for line in lines_of(batch)]
    db.session.rollback()
    for done, number in enumerate(numbers):
        progress(done, len(numbers))
        _decide(number, account_id)
    with transaction():
        move(db.session.get_one(Batch, batch_id), DONE)
    progress(len(numbers), len(numbers))


def _decide(line_id: int, account_id: int) -> None:
    try:
        with transaction() as session:
            line = session.get_one(BatchLine, line_id)
            actions.decide_line(line, session.get_one(Account, account_id))
    except Exception as error:  # whatever it was: this request stays open, and the others go on
        if not isinstance(error, actions.FORESEEN):
            log.exception("a request of a batch was not decided")
        with transaction() as session:
            actions.note_failed(session.get_one(BatchLine, line_id), error)
