"""What stands in the card beside the form while one types: the judgement, or what is still missing."""

from flask_babel import gettext as _
from wtforms import Field

from intake.filing.desk import Desk
from intake.requests.showing import Verdict, verdict_on


def verdict_of(desk: Desk) -> Verdict:
    """What the rule gives for the form as it stands, or calmly what is missing."""
    if desk.judgement is None:
        words = str(desk.problem) if desk.problem else _("No rule is in force today.")
        return Verdict(None, [], words, "", words[:100], [], [], [], [])
    missing = [_in_a_row(one) for one in desk.form.missing()]
    if desk.judgement.choice.category is None and desk.form.what.data:
        missing.append(_in_a_row(desk.form.category))
    shown = verdict_on(desk.judgement.assessment, ticked=desk.form.seen())
    if not missing:
        return shown
    words = _("Still to fill in: %(fields)s.", fields=", ".join(missing))
    return Verdict(None, [], words, "", words[:100], shown.caps, shown.proofs, [], [])


def _in_a_row(field: Field) -> str:
    """The label of a field inside a sentence: "wat, prijs"."""
    words = str(field.label.text).rstrip("?")
    return words[:1].lower() + words[1:]
