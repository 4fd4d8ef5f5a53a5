"""What a batch shows: each line, and the money and letters of those that are kept. Changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from books.queries import balance
from core import clock
from core.money import show_cents
from core.work.jobs import Job
from fund.queries import budget_for
from fund.record import lines_of_plain
from fund.together.life import CLEAN, DECIDED, DECIDING, FAILED, GATHERING, LEFT_OUT
from fund.together.models import Batch, BatchLine
from regulation.words import shown_lines


@dataclass(frozen=True)
class Money:
    """One budget before and after."""

    title: str
    wanted_cents: int
    free_cents: int

    @property
    def after_cents(self) -> int:
        """What is free when all of them are granted."""
        return self.free_cents - self.wanted_cents


def steps_of(line: BatchLine) -> list[tuple[str, str, int, str]]:
    """The calculation as it was seen."""
    return shown_lines(lines_of_plain(line.lines))


def money_of(lines: Iterable[BatchLine]) -> list[Money]:
    """What the lines that are not decided yet would take from each budget."""
    wanted: dict[str, int] = {}
    for line in lines:
        if line.stage == CLEAN:
            scheme = line.request.scheme
            wanted[scheme] = wanted.get(scheme, 0) + line.amount_cents
    by_budget: dict[int, Money] = {}
    for scheme, cents in sorted(wanted.items()):
        budget = budget_for(scheme, clock.now())
        if budget is not None:
            known = by_budget.get(budget.id)
            so_far = known.wanted_cents if known else 0
            title = str(_("Budget %(year)s", year=budget.year))
            by_budget[budget.id] = Money(title, so_far + cents, balance(budget).free_cents)
    return list(by_budget.values())


def said_of(batch: Batch, counts: dict[str, int]) -> str:
    """How far it is, or what became of it, in one line."""
    if batch.stage == GATHERING:
        return str(_("Looks which requests are clean"))
    if batch.stage == DECIDING:
        return str(_("Decides"))
    if batch.stage == "ready":
        clean = counts.get(CLEAN, 0)
        return str(ngettext("%(num)s request to look at", "%(num)s requests to look at", clean))
    return came_out(counts)


def came_out(counts: dict[str, int]) -> str:
    """12 granted, 1 not decided, 3 left out."""
    parts = [str(_("%(count)s granted", count=counts.get(DECIDED, 0)))]
    if counts.get(FAILED):
        parts.append(str(_("%(count)s not decided", count=counts[FAILED])))
    if counts.get(LEFT_OUT):
        parts.append(str(_("%(count)s left out", count=counts[LEFT_OUT])))
    return ", ".join(parts)


def counted(lines: Sequence[Any]) -> dict[str, int]:
    """How many lines are in each stage."""
    stages = [line.stage for line in lines]
    return {stage: stages.count(stage) for stage in stages}


def total_of(lines: Iterable[BatchLine]) -> str:
    """What those still to decide come to."""
    return show_cents(sum(line.amount_cents for line in lines if line.stage == CLEAN))


def progress_words(job: Job | None) -> str:
    """The same in words; before it begins it waits its turn."""
    if job is None or not job.total:
        return str(_("It waits its turn."))
    return str(_("%(done)s of %(total)s requests", done=job.done, total=job.total))
