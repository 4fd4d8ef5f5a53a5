"""The list of a print run on paper, for the fund's letters: what lies in the envelopes. It decides nothing."""

from flask_babel import gettext as _

from accounts.models import Account
from core.letters.sheets import Grid, Part, Sheet
from fund.letters.life import VOID
from fund.letters.models import PrintRun, RunLine
from fund.letters.run_queries import closed_in, lines_of
from fund.letters.slot import TO_PROVIDERS
from fund.letters.wording import PROBLEMS, STAGES, kind_of


def list_of(run: PrintRun, account: Account) -> Sheet:
    """The letters in their order, with room to tick; under it what was left out, and why. Of what is closed
    to who asks no name."""
    lines = lines_of(run)
    closed = closed_in(account, lines)
    in_order = enumerate((one for one in lines if one.goes_along), 1)
    printed = [_row(at, line, _whose(line, closed)) for at, line in in_order]
    left_out = [_why(line, _whose(line, closed)) for line in lines if not line.goes_along]
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


def _row(at: int, line: RunLine, whose: str) -> tuple[str, ...]:
    dispatch = line.dispatch
    tracking = dispatch.tracking or ("□" if not _by_hand(line) else _("by hand"))
    return (str(at), dispatch.request.number, whose, kind_of(dispatch.kind), tracking)


def _why(line: RunLine, whose: str) -> tuple[str, ...]:
    why = STAGES[VOID][0] if line.dispatch.stage == VOID else PROBLEMS.get(line.problem, "")
    return (line.dispatch.request.number, whose, str(why))


def _whose(line: RunLine, closed: frozenset[int]) -> str:
    request = line.dispatch.request
    if line.id in closed:
        return str(_("not for you"))
    return request.provider_name if line.dispatch.kind in TO_PROVIDERS else request.client.name


def _by_hand(line: RunLine) -> bool:
    return line.dispatch.kind not in TO_PROVIDERS and line.dispatch.request.client.no_post
