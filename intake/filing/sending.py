"""A form that was sent: which of its lines can be filed, and what is wrong with the others, at their fields.

It files nothing: the actions do.
"""

from collections.abc import Iterator

from flask_babel import gettext as _
from wtforms import Field, Form

from intake.asking.asked import FilingInput
from intake.filing.desk import Desk
from intake.filing.forms import draft_key
from intake.filing.line import Line
from intake.filing.lines import BESIDE, MOST_LINES, OF_ACTIVITY, OF_LINE

# What is wrong, and the id of the field; those of one form stand in the form itself.
Slip = tuple[str, str | None]
GROUPS = ("kind",)


def lines_to_file(desk: Desk, *, only_good: bool = False) -> list[Line]:
    """The lines that can be filed: all of them or none, or with `only_good` those that are right."""
    desk.requests()
    if not desk.is_several:
        good = desk.form.validate() and draft_key(desk.form.draft_id.data) is not None
        return list(desk.lines) if good else []
    above = _is_good_above(desk)
    asked = [line for line in desk.lines if not line.is_blank]
    formed = [line for line in asked if line.form.validate()]
    if not above:
        return []
    if not only_good:
        return formed if len(formed) == len(asked) else []
    desk.judge()
    return [line for line in formed if line.broken_rule() is None]


def filing_of(desk: Desk, lines: list[Line]) -> FilingInput:
    """What these lines ask, with what stands once above them."""
    return desk.form.filing_input(line.asked(desk.version) for line in lines)


def slips_of(desk: Desk) -> list[Slip]:
    """What is wrong once all is judged, each with the id of its field; the fields say it too."""
    told = [desk.form.told] if desk.form.told else []
    for one in told:
        one.validate()
    slips: list[Slip] = [slip for one in told for slip in one.errors]
    for line in desk.lines if desk.is_several else ():
        slips += () if line.is_blank else _slips_in(desk, line)
    return slips


def good_beside_wrong(desk: Desk) -> int:
    """How many lines could be filed now, while others are wrong; ask for the slips first."""
    if not desk.is_several or desk.form.form_errors or _is_wrong_above(desk.form):
        return 0
    asked = [line for line in desk.lines if not line.is_blank]
    good = sum(not line.is_wrong for line in asked)
    return good if good < len(asked) else 0


def _is_good_above(desk: Desk) -> bool:
    """What stands once for all lines: for whom, the report, the goal."""
    desk.form.validate()
    for name in (*OF_LINE, *BESIDE):
        desk.form[name].errors = []
    if len(desk.lines) > MOST_LINES:
        words = _("No more than %(most)s requests in one go.", most=MOST_LINES)
        desk.form.form_errors.append(words)
    if all(line.is_blank for line in desk.lines):
        desk.form.form_errors.append(_("Nothing is asked yet."))
    return not (desk.form.form_errors or _is_wrong_above(desk.form))


def _is_wrong_above(form: Form) -> bool:
    """Is a field wrong that stands once for all?"""
    return any(one.errors for one in form if one.short_name not in (*OF_LINE, *BESIDE))


def _slips_in(desk: Desk, line: Line) -> Iterator[Slip]:
    line.form.validate()
    wrong = [
        (name, str(line.form[name].errors[0]))
        for name in (*OF_LINE, *BESIDE)
        if line.form[name].errors
    ]
    broken = line.broken_rule() if not wrong else None
    if broken is not None:
        wrong.append((broken.field or "", str(broken)))
    line.is_wrong = bool(wrong) or bool(line.form.told and line.form.told.errors)
    for name, words in wrong:
        if _is_said_above(desk, line, name):
            desk.form[name].errors = [words]
        else:
            yield _placed(line, name, f"{line.client.given_name}: {words}")
    if line.form.told:
        for one in (one for one in line.form.told.form if one.errors):
            one.errors = [f"{line.client.given_name}: {one.errors[0]}"]
        yield from line.form.told.errors


def _placed(line: Line, name: str, words: str) -> Slip:
    if name not in (*OF_LINE, *BESIDE):
        return words, None
    field = line.own[name]
    field.errors = [words]
    return words, f"{field.id}-0" if name in GROUPS else field.id


def _is_said_above(desk: Desk, line: Line, name: str) -> bool:
    """Is it wrong there, or missing for everybody alike?"""
    if name not in OF_LINE or not _takes_from_above(line, name):
        return False
    others = [one for one in desk.lines if not one.is_blank]
    return _is_typed(desk.form[name]) or all(_takes_from_above(one, name) for one in others)


def _takes_from_above(line: Line, name: str) -> bool:
    apart = not line.is_first or _is_typed(line.own.what)
    return not _is_typed(line.own[name]) and not (name in OF_ACTIVITY and apart)


def _is_typed(field: Field) -> bool:
    return any(str(one).strip() for one in field.raw_data or ())
