"""Verbs of the counter: grant exactly what the rule gives, register what costs nothing, see what was granted.

They commit nothing and render nothing.
"""

from collections.abc import Iterable

from flask_babel import gettext as _

from accounts.models import Account
from accounts.same_person.queries import persons_of
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from core.money import show_cents
from fund.actions import give
from fund.bodies.deciding import COUNTER, REGISTERED, Capacity, Deciding
from fund.bodies.queries import by_its_rule, deciding
from fund.counter.models import CounterLook
from fund.counter.queries import to_see
from fund.models import Decision
from fund.queries import hold_caps
from fund.record import Judged, Ruling, judged, new_decision
from fund.ruling import still_as_shown
from intake.asking.asked import DISCOUNT
from intake.requests.life import GRANTED, allowed
from intake.requests.models import Request
from regulation.findings.assessment import Outcome

PLAIN = frozenset({Outcome.GRANTED, Outcome.PARTLY})


def grant_at_counter(request: Request, *, by: Account, shown_cents: int) -> Decision:
    """The worker grants what the assessment gives: never more, less, or a refusal.

    RuleBroken where the rule leaves anything to a person, asks a proof that was not seen, or gives
    more than it lets go at the counter; Conflict when it gives another amount than was shown.
    """
    allowed(request, "grant_at_counter", by=by)
    hold_caps(request)
    case = judged(request)
    still_as_shown(case, shown_cents)
    found = deciding(request, case.rule, case.assessment)
    _fits_the_counter(case, found)
    return _at_once(case, found, COUNTER, "grant_at_counter", by=by)


def register_what_is_free(request: Request, by: Account) -> None:
    """A discount that costs the network nothing, where the rule has it registered: its proof comes now."""
    if request.kind != DISCOUNT or not by_its_rule(request).registers:
        return
    hold_caps(request)
    case = judged(request)
    split = case.assessment.split
    is_free = split is not None and split.network_cents == 0
    if is_free and _is_plain(case):
        found = deciding(request, case.rule, case.assessment)
        _at_once(case, found, REGISTERED, "register", by=by)


def see(decision_ids: Iterable[int], *, by: Account) -> int:
    """An approver looked at these grants; one's own, and what was seen already, stays as it is."""
    mine, count = persons_of(by), 0
    for decision in to_see(by, decision_ids):
        if decision.decided_by_id in mine:
            continue
        db.session.add(
            CounterLook(decision_id=decision.id, seen_by_id=by.person_id, seen_at=clock.now())
        )
        audit.record("counter.seen", kind="decision", object_id=decision.id)
        count += 1
    return count


def _is_plain(case: Judged) -> bool:
    """Does the assessment leave nothing to a person, and was every proof seen?"""
    found = case.assessment
    return found.outcome in PLAIN and not found.evidence_needed


def _fits_the_counter(case: Judged, found: Deciding) -> None:
    most, cents = found.counter_up_to_cents, case.assessment.amount_cents
    if not _is_plain(case):
        raise RuleBroken(_("Something is still to judge or to show. An approver decides on this."))
    if most is None or cents > most or found.needs_a_second(cents):
        raise RuleBroken(
            _("At the counter no more than %(most)s is granted.", most=show_cents(most or 0))
        )


def _at_once(case: Judged, found: Deciding, capacity: str, verb: str, *, by: Account) -> Decision:
    """A decision without a decider: the rule has decided, the worker writes it down."""
    decided = Ruling(outcome=GRANTED, granted_cents=case.assessment.amount_cents)
    decision = new_decision(
        case, decided, by=by.person_id, body=found.body, capacity=Capacity(capacity)
    )
    return give(case, decision, by=by, verb=verb)
