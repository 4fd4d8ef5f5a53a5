"""What is ruled on a request that was judged: may it be, and in which words. It writes nothing."""

from flask_babel import force_locale
from flask_babel import gettext as _

from core.errors import Conflict, RuleBroken
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.reasons import REASONS, article_of
from fund.record import Judged, Ruling
from intake.asking.asked import DISCOUNT
from intake.requests.life import GRANTED, PARTLY_GRANTED, REFUSED
from regulation.findings.assessment import Outcome
from regulation.versions.queries import rule_set


def granting(case: Judged, amount_cents: int, *, reasons: str, reason_code: str = "") -> Ruling:
    """A grant of what the rule gives, or of less with a reason; RuleBroken above what may be given."""
    _may_be_granted(case, amount_cents, reasons)
    is_whole = amount_cents == (
        case.most_cents if case.sets_amount else case.assessment.amount_cents
    )
    return Ruling(
        outcome=GRANTED if is_whole else PARTLY_GRANTED,
        granted_cents=amount_cents,
        reason_code=reason_code,
        reasons=reasons,
    )


def refusing(case: Judged, *, reason_code: str, reasons: str) -> Ruling:
    """A refusal, with its reason in rule and in fact."""
    known_reason(reason_code, reasons)
    article = article_of(
        reason_code, rule_set(case.rule).schemes[case.request.scheme], case.assessment
    )
    return Ruling(
        outcome=REFUSED,
        reason_code=reason_code,
        article=article,
        reasons=_for_the_client(reason_code, article, reasons),
    )


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


def _may_be_granted(case: Judged, amount_cents: int, reasons: str) -> None:
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


def _for_the_client(reason_code: str, article: str, reasons: str) -> str:
    """The reason in rule and in fact, in the administrative language: the client reads it."""
    if reason_code == "other":
        return reasons
    with force_locale(LANGUAGE):
        said = str(REASONS[reason_code].words)
    return f"{said} ({article})\n{reasons}" if article else f"{said}\n{reasons}"
