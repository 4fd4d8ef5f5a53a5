"""How votes are counted: majority, ties, quorum, two thirds. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Votes:
    """Of those who voted on an item. By consensus all are for."""

    for_n: int
    against_n: int = 0
    abstained_n: int = 0

    @property
    def cast_n(self) -> int:
        """How many spoke, abstaining or not."""
        return self.for_n + self.against_n + self.abstained_n

    @property
    def is_adopted(self) -> bool:
        """Absolute majority, abstentions not counted: a tie rejects what was proposed."""
        return self.for_n > self.against_n


def quorum_of(members_n: int) -> int:
    """How many must be there: more than half."""
    return members_n // 2 + 1


def is_admitted(for_n: int, present_n: int) -> bool:
    """Whether two thirds of who is there let an urgent item onto the agenda."""
    return present_n > 0 and 3 * for_n >= 2 * present_n
