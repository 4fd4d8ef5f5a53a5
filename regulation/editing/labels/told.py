"""A label and a line of help of one field, for the rule editor."""

from dataclasses import dataclass

from core.errors import Words


@dataclass(frozen=True)
class Told:
    """How a field is named on screen, and what it does where the name is not enough."""

    label: Words
    help: Words = ""
