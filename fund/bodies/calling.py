"""Who must act on a request: decide on it, or bring it before the body that decides in a meeting. Changes nothing."""

from dataclasses import dataclass

from accounts.permissions import Role
from accounts.queries import persons_in
from fund.bodies.queries import body_meant, deciders_for
from fund.meetings.choices import is_for_a_meeting


@dataclass(frozen=True)
class Called:
    """The persons for whom a request waits: who decides for its body, or else who prepares its meeting."""

    decide: frozenset[int] = frozenset()
    prepare: frozenset[int] = frozenset()


def called_for(word: str) -> Called:
    """For a word in `request.body`. Where no meetings are kept at all an approver writes down what one
    decided."""
    if is_for_a_meeting(body_meant(word)):
        return Called(prepare=who_prepares())
    return Called(decide=frozenset(deciders_for(word)))


def who_prepares() -> frozenset[int]:
    """Who puts requests on agendas: the secretaries, and without one the head, who may do the same."""
    return secretaries() or frozenset(persons_in(Role.HEAD))


def secretaries() -> frozenset[int]:
    """Who has it as a role."""
    return frozenset(persons_in(Role.SECRETARY))
