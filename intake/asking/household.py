"""What a rule asks of the household as a whole, once for all who ask together. It judges nothing."""

from typing import Final

from intake.asking.forms import field_name

OF_HOUSEHOLD: Final = (
    "resident",
    "resident_since",
    "dependants",
    "leefloon_category",
    "incomes",
    "income_changed",
    "burdens",
)


def is_of_household(name: str) -> bool:
    """Is this the name of a field with such an answer?"""
    owns = (field_name(one) for one in OF_HOUSEHOLD)
    return any(name == own or name.startswith(f"{own}_") for own in owns)
