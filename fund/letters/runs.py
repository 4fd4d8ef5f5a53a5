"""Verbs of print runs, for the fund's letters: begin one, print a letter of it, mark what left. They commit nothing."""

import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock, instance
from core.db import db
from core.errors import Conflict, NotThere, RuleBroken
from core.letters import letters
from core.sealing import files
from core.sealing.files import StoredFile
from core.work import jobs
from fund.letters.actions import Sending, make_ready, mark_one_sent
from fund.letters.kinds import TEMPLATE
from fund.letters.life import SENT, VOID
from fund.letters.models import PrintRun, RunLine
from fund.letters.queries import held
from fund.letters.run_queries import lines_of, printed_letters, running, to_print
from fund.letters.texts import Texts

JOB: Final = "letters.print"
# As many as one reads through before the envelopes close; what is over goes in the next run.
MOST: Final = 200
GONE, LACKS, FAILED = "gone", "lacks", "failed"

_logger = logging.getLogger(__name__)


def start(*, by: Account, again: bool = False) -> PrintRun:
    """Have all waiting letters made and printed; with `again` also those that were printed and lie here.

    A run that is under way is given back: no letter is printed twice at the same moment.
    """
    instance.hold()  # of two who ask at the same moment the second finds the run of the first
    under_way = running()
    if under_way is not None:
        return under_way
    waiting = to_print(MOST, again=again)
    if not waiting:
        raise RuleBroken(_("No letter waits."))
    run = PrintRun(asked_by_id=by.person_id, asked_at=clock.now())
    db.session.add(run)
    db.session.flush()
    db.session.add_all(RunLine(run_id=run.id, dispatch_id=one) for one in waiting)
    _begin(run)
    audit.record("letters.print", kind="print_run", object_id=run.id)
    return run


def again(run: PrintRun) -> None:
    """The same letters once more: after something went wrong, or when the paper jammed."""
    instance.hold()
    db.session.refresh(run)
    if run.job is not None and run.job.state in {"waiting", "running"}:
        raise Conflict(_("This run is under way."))
    _begin(run)
    audit.record("letters.print", kind="print_run", object_id=run.id)


def print_one(line: RunLine, texts: Texts) -> None:
    """Make one letter ready and keep its PDF; else say why it is not among those printed."""
    dispatch = held(line.dispatch)
    line.is_printed, line.problem = False, ""
    if dispatch.stage in {SENT, VOID}:
        line.problem = GONE
    elif not make_ready(dispatch, texts):
        line.problem = LACKS
    elif dispatch.letter is not None:
        letters.store_pdf(dispatch.letter.id)
        line.is_printed = True


def note_failed(line: RunLine, error: Exception) -> None:
    """One letter could not be made: it waits for the next time, the others go on."""
    _logger.error("a letter was not made: %s", type(error).__name__)
    line.is_printed, line.problem = False, FAILED


def bind(run: PrintRun) -> None:
    """All letters of the run in one PDF, in the order of the list; the one before goes."""
    before = db.session.get(StoredFile, run.file_id) if run.file_id else None
    made = printed_letters(run)
    run.file_id = None
    if made:
        content = letters.pdf_of_all(made, TEMPLATE, title=_("Letters"))
        run.file_id = files.store(content, content_type="application/pdf").id
    if before is not None:
        db.session.flush()
        files.remove(before)


def bound_without(run: PrintRun, lines: Collection[int]) -> bytes:
    """The same for who does not read some of its lines; NotThere where nothing is left."""
    made = printed_letters(run, but=lines)
    if not made:
        raise NotThere
    return letters.pdf_of_all(made, TEMPLATE, title=_("Letters"))


def mark_sent(
    run: PrintRun,
    chosen: Sequence[int],
    sending: Sending,
    tracking: Mapping[int, str],
    *,
    by: Account,
) -> tuple[int, int]:
    """Mark the chosen letters of a run as sent, all in one way: how many left, how many no longer could.

    RuleBroken, with the number of the request, where one cannot leave in this way: then none is marked.
    """
    sent = skipped = 0
    wanted = [line for line in lines_of(run) if line.is_printed and line.dispatch_id in chosen]
    if not wanted:
        raise RuleBroken(_("Tick at least one letter."), "goes")
    for line in sorted(wanted, key=lambda one: one.dispatch.request_id):
        own = Sending(sending.way, sending.on, tracking.get(line.dispatch_id, ""))
        dispatch = held(line.dispatch)
        number = dispatch.request.number
        try:
            mark_one_sent(dispatch, by=by, sending=own)
            sent += 1
        except Conflict:
            skipped += 1
        except RuleBroken as broken:
            raise RuleBroken(f"{number}: {broken}", broken.field) from broken
    audit.record("letters.sent", kind="print_run", object_id=run.id)
    return sent, skipped


def _begin(run: PrintRun) -> None:
    run.job = jobs.start(JOB, owner_id=run.asked_by_id, run_id=run.id)
