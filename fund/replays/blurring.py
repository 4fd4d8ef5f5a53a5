"""The result of a trial for who may see totals only: nothing that stands on fewer than five households.

Pure. The sense is that of the releases: small sums are joined until enough households stand behind
them, and a sum that could be found by subtraction goes with the small one.
"""

from collections.abc import Mapping
from typing import Any, Final

from terms.fewest import FEWEST_HOUSEHOLDS

# All categories that are too small together, in the table of money.
JOINED: Final = "joined"
QUARTER: Final = "quarter:"
MONEY: Final = "money:"
APART: Final = ("deviated", "unknown", "set_by_person")

Households = Mapping[str, set[int]]


def blurred(result: dict[str, Any], who: Households) -> dict[str, Any]:
    """`who` says which households stand behind each part. A quarter with a few tells nothing at all:
    beside a trial of its neighbours it would be a subtraction.
    """
    if any(_is_few(behind) for name, behind in who.items() if name.startswith(QUARTER)):
        return {"few": True}
    hidden = [name for name in APART if _is_few(who.get(name, set()))]
    less = {f"{name}_cents": None for name in hidden}
    money = _joined(result["money"], who)
    # What was granted is the sum of the others: with one of them hidden it would tell that one.
    if hidden or not money:
        less["granted_cents"] = None
    return {**result, **less, "money": money, "examples": []}


def _is_few(behind: set[int]) -> bool:
    return 0 < len(behind) < FEWEST_HOUSEHOLDS


def _joined(money: Mapping[str, list[int]], who: Households) -> dict[str, list[int]]:
    """The small categories as one, with the next larger where they are too few together."""
    order = sorted(money, key=lambda category: (len(who[MONEY + category]), category))
    joined: list[str] = []
    behind: set[int] = set()
    for category in order:
        if not _is_few(who[MONEY + category]) and not _is_few(behind):
            break
        joined.append(category)
        behind = behind | who[MONEY + category]
    if _is_few(behind):
        return {}
    shown = {category: sums for category, sums in money.items() if category not in joined}
    if joined:
        shown[JOINED] = [sum(parts) for parts in zip(*(money[one] for one in joined), strict=True)]
    return shown
