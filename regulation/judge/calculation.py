"""The lines of a calculation as they come to be, in the regulation room. It knows no block."""

from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal

from regulation.findings.assessment import Kind, Line, Remark
from regulation.vocabulary.amounts import Amount
from regulation.vocabulary.facts import Facts, OtherPayer


@dataclass
class Piece:
    """One thing that was bought, and what of its price is still to be paid."""

    part: str
    cents: int


def pieces_of(facts: Facts) -> list[Piece]:
    """The pieces of the bill, in its order; without its parts, pieces of one price."""
    if facts.items:
        return [Piece(one.part, one.cents) for one in facts.items for _ in range(one.count)]
    each, odd = divmod(facts.cost_cents or 0, facts.count)
    return [Piece("", each + (1 if number < odd else 0)) for number in range(facts.count)]


def take_off(pieces: list[Piece], other: OtherPayer) -> None:
    """What somebody else pays goes off the pieces it is for; what exceeds them is lost."""
    left = other.cents
    for piece in pieces:
        if not other.part or piece.part == other.part:
            less = min(left, piece.cents)
            piece.cents -= less
            left -= less


def total_of(pieces: list[Piece]) -> int:
    """What is still to be paid of all pieces."""
    return sum(piece.cents for piece in pieces)


def part_of(cents: int, percent: Decimal) -> int:
    """A percentage of an amount, rounded down to the cent."""
    return int((Decimal(cents) * percent / 100).to_integral_value(ROUND_FLOOR))


@dataclass
class Calculation:
    """The lines so far. Every step goes through `step`, so they cannot fail to add up.

    `most_cents` is the most that a person may give where the figure is left to one.
    """

    lines: list[Line] = field(default_factory=list)
    missing: frozenset[str] = frozenset()
    used: Amount | None = None
    pieces: list[Piece] = field(default_factory=list)
    # What is shared or reimbursed: the cost less excluded parts and other payers.
    base_cents: int = 0
    most_cents: int = 0
    left_open: bool = False
    notes: list[Remark] = field(default_factory=list)
    to_judge: list[Remark] = field(default_factory=list)

    @property
    def at_cents(self) -> int:
        """Where the calculation stands."""
        return self.lines[-1].to_cents if self.lines else 0

    @property
    def capped(self) -> bool:
        """Has a cap, or the sharing of what was left of the budget, taken something away?"""
        takes = (Kind.CAP, Kind.PRO_RATA, Kind.PIECES)
        return any(line.kind in takes and line.effect_cents < 0 for line in self.lines)

    @property
    def is_shared(self) -> bool:
        """Do client, provider and network share it? Then it is a discount, also where the network pays nothing."""
        return any(line.kind is Kind.NETWORK_SHARE for line in self.lines)

    def step(self, said: Remark, to_cents: int) -> None:
        """Go on to another figure, and say why."""
        self.lines.append(
            Line(
                kind=said.kind,
                params=said.params,
                article=said.article,
                words=said.words,
                from_cents=self.at_cents,
                to_cents=to_cents,
            )
        )

    def leave_open(self, said: Remark) -> None:
        """The text gives no figure: neither does the judge."""
        self.left_open = True
        self.step(said, 0)
