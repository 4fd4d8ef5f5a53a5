"""The way of files from a form into intake's evidence: opened without any lock, then kept in one transaction."""

from collections.abc import Callable, Sequence

from accounts.gate import begin_writing
from core.blame import blame
from core.db import transaction
from core.errors import RuleBroken
from intake.evidence.arriving import Arrived, give_back, take_in
from intake.evidence.forms import NewFileForm, PaperForm


def brought(form: PaperForm | NewFileForm, keep: Callable[[Sequence[Arrived]], object]) -> bool:
    """Whether the files came in and `keep` kept them; else the form says what is wrong.

    Opening and storing may take seconds: nobody else waits for the database meanwhile.
    """
    if not form.validate_on_submit():
        return False
    arrived: list[Arrived] = []
    try:
        arrived = take_in(form.sent)
        begin_writing()
        with transaction():
            keep(arrived)
    except RuleBroken as broken:
        give_back(arrived)
        blame(form, broken)
        return False
    except BaseException:
        give_back(arrived)
        raise
    give_back(one for one in arrived if not one.is_kept)
    return True
