"""What stands in the card beside the form while one types: the judgement, or what is still missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask_babel import gettext as _
from wtforms import Field

from core.money import show_cents
from intake.filing.desk import Desk
from intake.filing.line import Line
from intake.requests.showing import CapShown, Verdict, money_shown, verdict_on
from regulation.vocabulary.limits import CapPer


@dataclass(frozen=True)
class Several:
    """The verdicts on the lines of one form, and what they make together."""

    total_cents: int
    words: str
    announce: str
    lines: list[tuple[Line, Verdict]]
    # As they are used up along the list, each room once.
    caps: list[CapShown]


def verdict_of(desk: Desk) -> Verdict:
    """What the rule gives for the form as it stands, or calmly what is missing."""
    return verdict_on_line(desk.lines[0])


def verdict_on_line(line: Line) -> Verdict:
    """The same for one line."""
    if line.judgement is None:
        words = str(line.problem) if line.problem else _("No rule is in force today.")
        return Verdict(None, [], words, "", words[:100], [], [], [], [])
    missing = [_in_a_row(one) for one in line.form.missing()]
    if line.judgement.choice.category is None and line.form.what.data:
        missing.append(_in_a_row(line.form.category))
    shown = verdict_on(line.judgement.assessment, ticked=line.form.seen())
    if not missing:
        return shown
    words = _("Still to fill in: %(fields)s.", fields=", ".join(missing))
    return Verdict(None, [], words, "", words[:100], shown.caps, shown.proofs, [], [])


def several_of(desk: Desk) -> Several:
    """All lines under each other, with their sum and what is left after them."""
    lines = [(line, verdict_on_line(line)) for line in desk.lines]
    given = [one.amount_cents for _line, one in lines if one.amount_cents is not None]
    total_cents, asked = sum(given), [line for line in desk.lines if not line.is_blank]
    words = _("Filled in: %(done)s of %(all)s.", done=len(given), all=len(asked))
    told = _("%(words)s Together %(total)s.", words=words, total=show_cents(total_cents))
    ready = len(given) == len(asked)
    return Several(total_cents, "" if ready else words, told[:100], lines, list(_caps(desk)))


def _caps(desk: Desk) -> Iterator[CapShown]:
    """Each room as the last line that uses it leaves it."""
    last = {
        (cap.name, cap.subject, cap.from_on): cap if line.is_whole else replace(cap, amount_cents=0)
        for line in desk.lines
        if line.judgement
        for cap in line.judgement.assessment.caps
        if cap.limit_cents is not None
    }
    names = {str(line.client.id): line.client.given_name for line in desk.lines}
    for cap in sorted(last.values(), key=lambda one: one.per is not CapPer.PERSON):
        shown, name = money_shown(cap), names.get(cap.subject)
        whose = _("For %(name)s", name=name) if cap.per is CapPer.PERSON and name else None
        label = " · ".join(filter(None, (whose, cap.title))) if whose else shown.label
        left, limit = show_cents(cap.left_after_cents), show_cents(cap.limit_cents or 0)
        words = _("After these requests: %(left)s left of %(limit)s.", left=left, limit=limit)
        yield replace(shown, label=label, words=words)


def _in_a_row(field: Field) -> str:
    """The label of a field inside a sentence: "wat, prijs"."""
    words = str(field.label.text).rstrip("?")
    return words[:1].lower() + words[1:]
