"""The list of a print run on paper, for the fund's letters: what lies in the envelopes. It decides nothing."""

from flask_babel import gettext as _

from core.letters.sheets import Grid, Part, Sheet
from fund.letters.models import PrintRun, RunLine
from fund.letters.run_queries import lines_of
from fund.letters.slots import PROVIDER
from fund.letters.wording import PROBLEMS, kind_of


def list_of(run: PrintRun) -> Sheet:
    """The letters in their order, with room to tick; under it what was left out, and why."""
    lines = lines_of(run)
    printed = [_row(at, line) for at, line in enumerate((x for x in lines if x.is_printed), 1)]
    left_out = [_why(line) for line in lines if not line.is_printed]
    parts = [Part(_("In this run"), grid=Grid(_headings(), tuple(printed)))]
    if left_out:
        headings = (_("Request"), _("For whom"), _("Why not"))
        parts.append(Part(_("Left out"), grid=Grid(headings, tuple(left_out))))
    return Sheet.of(_("List of letters"), parts, reference=_("Run %(number)s", number=run.id))


def _headings() -> tuple[str, ...]:
    return (
        _("No."),
        _("Request"),
        _("For whom"),
        _("Letter"),
        _("Number of the registered letter"),
    )


def _row(at: int, line: RunLine) -> tuple[str, ...]:
    dispatch = line.dispatch
    tracking = dispatch.tracking or ("□" if not _by_hand(line) else _("by hand"))
    return (str(at), dispatch.request.number, _whose(line), kind_of(dispatch.kind), tracking)


def _why(line: RunLine) -> tuple[str, ...]:
    why = PROBLEMS.get(line.problem, "")
    return (line.dispatch.request.number, _whose(line), str(why))


def _whose(line: RunLine) -> str:
    request = line.dispatch.request
    return request.provider_name if line.dispatch.kind == PROVIDER else request.client.name


def _by_hand(line: RunLine) -> bool:
    return line.dispatch.kind != PROVIDER and line.dispatch.request.client.no_post
