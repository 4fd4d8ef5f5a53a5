"""What the worker does for print runs: letter by letter, then all in one PDF. It may begin again at any time."""

from core.db import db, transaction
from core.work.jobs import Progress, job
from fund.letters import runs
from fund.letters.models import PrintRun, RunLine
from fund.letters.run_queries import line_ids
from fund.letters.texts import Texts, texts_now


@job(runs.JOB)
def print_letters(progress: Progress, *, run_id: int) -> None:
    """Each letter in a transaction of its own: one that fails takes no other with it."""
    numbers = line_ids(db.session.get_one(PrintRun, run_id))
    texts = texts_now()
    db.session.rollback()
    for done, number in enumerate(numbers):
        progress(done, len(numbers))
        _print(number, texts)
    with transaction():
        runs.bind(db.session.get_one(PrintRun, run_id))
    progress(len(numbers), len(numbers))


def _print(line_id: int, texts: Texts) -> None:
    try:
        with transaction():
            runs.print_one(db.session.get_one(RunLine, line_id), texts)
    except Exception as error:  # whatever it was: the letter is not lost, and the run goes on
        with transaction():
            runs.note_failed(db.session.get_one(RunLine, line_id), error)
