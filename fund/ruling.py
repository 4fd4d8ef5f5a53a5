"""What is ruled on a request that was judged: may it be, and in which words. It writes nothing."""

from typing import Final

from flask_babel import force_locale
from flask_babel import gettext as _

from core.errors import Conflict, RuleBroken
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.reasons import REASONS, article_of
from fund.record import Judged, Ruling
from fund.texts.filling import unfilled
from fund.texts.queries import texts_for
from intake.asking.asked import DISCOUNT
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED
from regulation.findings.assessment import Outcome
from regulation.versions.queries import rule_set
from regulation.words import shown_lines

OTHER: Final = "other"


def granting(
    case: Judged, amount_cents: int, *, reasons: str, reason_code: str = "", deviates_from: str = ""
) -> Ruling:
    """A grant of what the rule gives, or of less with a reason; RuleBroken above what may be given.

    `deviates_from` names which shown line of the calculation the amount leaves, and why stands in
    the reasons: the client reads both.
    """
    may_be_granted(case, amount_cents, reasons)
    is_whole = amount_cents == (
        case.most_cents if case.sets_amount else case.assessment.amount_cents
    )
    return Ruling(
        outcome=GRANTED if is_whole else PARTLY_GRANTED,
        granted_cents=amount_cents,
        reason_code=reason_code,
        reasons=reasons if is_whole else _deviating(case, deviates_from, reasons),
        deviates_from="" if is_whole else deviates_from or OTHER,
    )


def _deviating(case: Judged, deviates_from: str, reasons: str) -> str:
    if deviates_from in ("", OTHER):
        return reasons
    with force_locale(LANGUAGE):
        # By the words that the form offers: "007" is none of them.
        offered = {str(place): one for place, one in enumerate(shown_lines(case.assessment.lines))}
        if deviates_from not in offered:
            raise RuleBroken(_("Choose a line of the calculation."), "deviates_from")
        words = line_words(offered[deviates_from])
        return (
            f"{_('The amount deviates from the calculation at: %(line)s.', line=words)}\n{reasons}"
        )


def line_words(line: tuple[str, str, int, str]) -> str:
    """A shown line of the calculation as words: what it is, and its article."""
    label, reason, _cents, _kind = line
    return f"{label} ({reason})" if reason else label


def refusing(case: Judged, *, reason_code: str, reasons: str) -> Ruling:
    """A refusal, with its reason in rule and in fact."""
    known_reason(reason_code, reasons)
    if gap := unfilled(reasons):
        raise RuleBroken(_("First fill in what stands as %(gap)s.", gap=gap), field="reasons")
    article = article_of(
        reason_code, rule_set(case.rule).schemes[case.request.scheme], case.assessment
    )
    return Ruling(
        outcome=REFUSED,
        reason_code=reason_code,
        article=article,
        reasons=_for_the_client(case, reason_code, reasons),
    )


def offered_text(case: Judged, reason_code: str | None, typed: str) -> str:
    """The words for a reason, for who has picked it; what somebody typed herself stays."""
    texts = texts_for(case)
    if typed and _flat(typed) not in map(_flat, texts.values()):
        return typed
    return texts.get(reason_code or "", "")


def known_reason(reason_code: str, reasons: str) -> None:
    """A reason of the list, and words of one's own: asked before anything else is looked at."""
    if reason_code not in REASONS:
        raise RuleBroken(_("Choose a reason from the list."), field="reason_code")
    if not reasons:
        raise RuleBroken(_("Say in plain words why."), field="reasons")


def still_as_shown(case: Judged, shown_cents: int | None) -> None:
    """Conflict when the rule gives another amount by now than the approver was shown."""
    now_cents = case.assessment.amount_cents
    if shown_cents is not None and shown_cents != now_cents:
        raise Conflict(
            _(
                "The rule now gives %(now)s instead of %(shown)s. Something else was decided "
                "for this household meanwhile.",
                now=show_cents(now_cents),
                shown=show_cents(shown_cents),
            )
        )


def may_be_granted(case: Judged, amount_cents: int, reasons: str) -> None:
    """RuleBroken above what the rule and the cost leave, or where it needs a reason and has none."""
    assessed = case.assessment
    if assessed.outcome in {Outcome.NOT, Outcome.NEEDS}:
        raise RuleBroken(_("The rule gives nothing here. Ask something, or refuse."), "amount")
    if amount_cents > case.most_cents:
        raise RuleBroken(
            _("No more than %(most)s can be granted.", most=show_cents(case.most_cents)), "amount"
        )
    if amount_cents == assessed.amount_cents and not case.sets_amount:
        return
    if case.request.kind == DISCOUNT and assessed.split:
        raise RuleBroken(_("A discount is given as agreed, or refused."), "amount")
    if amount_cents <= 0:
        raise RuleBroken(_("Grant more than nothing, or refuse."), "amount")
    if not reasons:
        raise RuleBroken(_("Say why you grant another amount."), "reasons")


def _for_the_client(case: Judged, reason_code: str, reasons: str) -> str:
    """The reason in rule, on a line of its own, and in fact: the client reads it.

    Its first line always stands there, whether the approver took the whole text or typed her own.
    """
    if reason_code == OTHER:
        return reasons
    rule = texts_for(case)[reason_code].split("\n")[0]
    return reasons if _flat(rule) in _flat(reasons) else f"{rule}\n{reasons}"


def _flat(text: str) -> str:
    """The same words, however their spaces and lines are written."""
    return " ".join(text.split())
