"""On what a scheme rests, who decides beside the usual way, by when, and which remedy: in plain sentences."""

from collections.abc import Iterator

from core.money import show_cents
from core.pages.words import say as _
from regulation.sentences.lists import days, months
from regulation.vocabulary.rules import Basis, Ground, TimeLimits
from terms.rule_lists import BODIES, REMEDIES


def basis_text(block: Basis) -> str:
    """On what it rests, and what follows from that."""
    return block.words or " ".join(_rests(block)) or block.open


def _rests(block: Basis) -> Iterator[str]:
    if block.rests_on is Ground.INDIVIDUAL_AID:
        yield _("The fund is individual aid.")
    if block.rests_on is Ground.COUNCIL_RULE:
        yield _("The fund is a rule of the council.")
    if block.counter_up_to_cents is not None:
        amount = show_cents(block.counter_up_to_cents)
        yield _("Up to %(amount)s the social worker grants what the rule gives.", amount=amount)
    if block.second_above_cents is not None:
        amount = show_cents(block.second_above_cents)
        yield _("Above %(amount)s two persons decide.", amount=amount)
    if block.deviation_body:
        body = str(BODIES[block.deviation_body].label)
        yield _("Only this body departs from the assessment: %(body)s.", body=body)
    if block.registers:
        yield _("A discount that costs the network nothing is registered.")


def time_limits_text(block: TimeLimits) -> str:
    """By when, and where somebody goes who does not agree."""
    return block.words or " ".join(_limits(block)) or block.open


def _limits(block: TimeLimits) -> Iterator[str]:
    if block.decide_days is not None:
        yield _("You hear the decision within %(time)s.", time=days(block.decide_days))
    if block.notify_days is not None:
        yield _("The letter leaves within %(time)s.", time=days(block.notify_days))
    if block.forward_days is not None:
        time = days(block.forward_days)
        yield _("For another centre: forwarded within %(time)s.", time=time)
    if block.appeal_to:
        where = str(REMEDIES[block.appeal_to].label)
        yield _("You do not agree? Go to: %(where)s.", where=where)
    if block.appeal_months is not None:
        yield _("You can do so within %(time)s.", time=months(block.appeal_months))
    if block.next_working_day:
        yield _("A term that ends on a day off runs to the next working day.")
