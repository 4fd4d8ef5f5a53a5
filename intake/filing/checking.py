"""What a request must hold before it can be filed, whatever the rule gives. It changes nothing."""

from flask_babel import gettext as _

from core import clock
from core.clock import show_date
from core.errors import RuleBroken
from intake.asking.asked import RequestInput
from intake.people.models import Client
from intake.requests.judging import Judgement, judge_draft, rule_of
from intake.requests.models import Request
from intake.requests.queries import latest_version
from regulation.versions.queries import text_in_force
from regulation.vocabulary.amounts import Split
from regulation.vocabulary.rules import Scheme
from terms.lists import REASONS


def judged(asked: RequestInput, client: Client, corrects: Request | None = None) -> Judgement:
    """What the rule gives, or why this cannot be filed; a correction goes by the rule of its request."""
    check_date(asked)
    rule = rule_of(latest_version(corrects)) if corrects else text_in_force(clock.today())
    judgement = judge_draft(asked, client, rule, corrects=corrects)
    if judgement is None:
        raise RuleBroken(_("No rule is in force today. Ask the head of the service."))
    check(asked, judgement)
    return judgement


def check_date(asked: RequestInput) -> None:
    """Raises RuleBroken when no rule is in force on the day of the cost."""
    if text_in_force(asked.cost_on) is None:
        on = show_date(asked.cost_on)
        raise RuleBroken(_("No rule is in force on %(date)s.", date=on), field="cost_on")


def check(asked: RequestInput, judgement: Judgement) -> None:
    """Raises RuleBroken with the field that is not right yet."""
    if judgement.choice.category is None:
        raise RuleBroken(_("Choose the kind of activity."), field="category")
    if not asked.cost_cents:
        raise RuleBroken(_("Fill in the price."), field="cost")
    if asked.reason not in REASONS:
        raise RuleBroken(_("Choose a reason from the list."), field="reason")
    if _needs_agreement(judgement.scheme) and judgement.choice.agreement is None:
        words = _("This provider has no discount agreement on this date.")
        raise RuleBroken(words, field="kind")
    paid_cents = sum(part.amount_cents for part in asked.other_parts)
    if paid_cents > asked.cost_cents:
        raise RuleBroken(
            _("Others cannot pay more than the price."),
            field=next(f"part_{one.payer}" for one in asked.other_parts if one.amount_cents),
        )
    if judgement.facts.items == () and asked.told.parts_cents:
        raise RuleBroken(_("The parts cannot be more than the price."), field="cost")


def _needs_agreement(scheme: Scheme) -> bool:
    """Are the shares of this discount those of the agreement with its provider?"""
    return any(isinstance(one, Split) and one.client_percent is None for one in scheme.amounts)
