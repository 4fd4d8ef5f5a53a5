"""What somebody wants of the offer, as it stands in an address; pure. It names nobody."""

from dataclasses import dataclass, fields, replace
from typing import Any

from core.money import write_cents


@dataclass(frozen=True)
class Wanted:
    """What narrows the offer; whatever is not filled in narrows nothing."""

    words: str = ""
    category: str = ""
    theme: str = ""
    neighbourhood: str = ""
    day: str = ""
    age: int | None = None
    # What the client pays at most, after the discount.
    most_cents: int | None = None
    step_free: bool = False
    no_names: bool = False
    favourite: bool = False

    @property
    def filled(self) -> dict[str, Any]:
        """What is filled in, in the order of the page; an age of 0 is."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {
            name: value
            for name, value in values.items()
            if value is not None and value is not False and value != ""
        }

    def typed(self) -> dict[str, Any]:
        """What is filled in, as it stands in an address."""
        typed = {name: "y" if value is True else str(value) for name, value in self.filled.items()}
        if self.most_cents is not None:
            typed["most_cents"] = write_cents(self.most_cents)
        return typed

    def without(self, name: str) -> "Wanted":
        """The same without one of them."""
        return replace(self, **{name: getattr(Wanted, name)})
