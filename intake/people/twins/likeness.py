"""When two names, or two birth dates, may be the same with something typed wrongly. Pure; reads no rows."""

import datetime as dt

from core.names import folded

# A slip in a short name makes another name of it.
SHORTEST_FOR_TWO = 8


def slips(one: str, other: str) -> int:
    """How many signs were left out, added, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, start=1):
        older, before, row = before, row, [at]
        for to, sign_to in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (sign != sign_to))
            if at > 1 and to > 1 and (sign, one[at - 2]) == (other[to - 2], sign_to):
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]


def same_name(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Given and family name, in either order, whatever the accents."""
    given, family = map(folded, one)
    return folded(" ".join(other)) in {f"{given} {family}", f"{family} {given}"}


def like_name(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """A slip or two in the full name, in either order; or the given name alone, after a marriage."""
    given, family = map(folded, one)
    if given == folded(other[0]):
        return True
    full = folded(" ".join(other))
    most = 2 if len(full) >= SHORTEST_FOR_TWO else 1
    return any(slips(way, full) <= most for way in (f"{given} {family}", f"{family} {given}"))


def like_birth(one: dt.date, other: dt.date) -> bool:
    """The same, day and month swapped, or one of day, month and year another."""
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return True
    pairs = zip(one.timetuple()[:3], other.timetuple()[:3], strict=True)
    return sum(mine != theirs for mine, theirs in pairs) <= 1
