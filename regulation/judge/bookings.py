"""Which rooms of others an amount takes, once its own is full: purely, in the regulation room."""

from collections.abc import Sequence

from regulation.findings.matter import Matter
from regulation.judge.caps import rooms_of
from regulation.vocabulary.facts import Booking, Claim, Facts
from regulation.vocabulary.rules import RuleSet


def bookings_of(
    rule_set: RuleSet, facts: Facts, history: Sequence[Claim], cents: int
) -> tuple[Booking, ...]:
    """What an amount takes of each room. Nothing where it stays within the client's own rooms:
    then the whole counts for the client anyhow.
    """
    scheme = rule_set.schemes[facts.scheme]
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None or not any(cap.overflow for cap in scheme.caps):
        return ()
    rooms, _unknown = rooms_of(Matter(scheme, facts, judged_on, history, rule_set.series))
    return tuple(
        Booking(cap=state.name, subject=state.subject, cents=state.amount_cents)
        for room in rooms
        if sum(state.amount_cents for state in room.booked(cents)[1:])
        for state in room.booked(cents)
        if state.amount_cents
    )
