"""The lines of a form: one wish of one person each, and what counts for it. It judges nothing.

What stands above counts for everybody; a line says only what is different. Its fields carry a
prefix: `l2-cost` is the price of line 2. One person with one wish has no line: the form is it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from werkzeug.datastructures import MultiDict
from wtforms.fields.core import UnboundField

from core.ids import row_id
from intake.asking.forms import is_told_name
from intake.asking.household import is_of_household
from intake.filing.forms import FilingForm
from terms.lists import PAYERS

Typed: TypeAlias = MultiDict[str, str]

MOST_LINES: Final = 12
LAST_KEY: Final = 24
MOST_TOLD: Final = 200
LINE_FIELD: Final = re.compile(r"(l(?:[1-9]|1[0-9]|2[0-4]))-(.*)", re.ASCII | re.DOTALL)
WHOSE: Final = "client_id"
# Something more for this person: the button that adds a line.
MORE: Final = "more"
# What belongs together: another activity has another price, kind, provider and payers.
OF_ACTIVITY: Final = (
    *("what", "activity_id", "cost", "category", "provider_name"),
    *(f"{part}_{code}" for code in PAYERS for part in ("part", "answer")),
)
OF_LINE: Final = (*OF_ACTIVITY, "cost_on", "reason")
# Said beside the form, of each line apart.
BESIDE: Final = ("kind", "evidence_seen")
OF_THE_PAGE: Final = frozenset({"picked_id", "told_shape", "lines_shape", "first_payer"})


@dataclass(frozen=True)
class Wish:
    """One line: whose, what counts for it, and whether it says anything of its own."""

    key: str
    client_id: int
    counts: Typed
    is_first: bool
    speaks: bool

    @property
    def is_blank(self) -> bool:
        """Something more for somebody, that was never filled in."""
        return not self.is_first and not self.speaks


def wishes_in(sent: Typed) -> list[Wish]:
    """The lines of a form, person by person; none while nobody is ticked."""
    ticked = _ticked(sent)
    found = list(_keyed(sent, ticked))
    seen: set[int] = set()
    wishes = []
    for key, client_id in found:
        is_first, is_top = client_id not in seen, not seen
        seen.add(client_id)
        counts = in_effect(sent, key, client_id, is_first=is_first, is_top=is_top)
        wishes.append(Wish(key, client_id, counts, is_first, _speaks(sent, key)))
    return wishes


def in_effect(sent: Typed, key: str, client_id: int, *, is_first: bool, is_top: bool) -> Typed:
    """The form as it counts for one line, under the names of a form with one request.

    What was told or ticked before there were lines is that of the top one.
    """
    own = dict(_own(sent, key))
    apart = not is_first or _filled(own.get("what"))
    shared = dict(_shared(sent))
    counts: Typed = MultiDict()
    for name in {**shared, **own}:
        mine, theirs = own.get(name, []), shared.get(name, [])
        if name == "evidence_seen" or is_told_name(name):
            values = mine or (theirs if is_top or is_of_household(name) else [])
        elif name in OF_ACTIVITY and apart:
            values = mine
        else:
            values = mine if _filled(mine) else theirs
        if values:
            counts.setlist(name, values)
    counts[WHOSE] = str(client_id)
    return counts


def key_in(name: str) -> str:
    """The line that a name of the page belongs to; none for what stands above."""
    line = LINE_FIELD.fullmatch(f"{name}-")
    return line[1] if line else ""


def typed_in(sent: Typed) -> dict[str, list[str]]:
    """All that stands in a form that was sent, right or wrong, as a draft keeps it."""
    known = [name for name in sent if _is_field(name)]
    told = [name for name in sent if _is_told(name) and name not in known][:MOST_TOLD]
    return {name: sent.getlist(name) for name in (*known, *told)}


def without(sent: Typed, dropped: set[str], kept: set[int]) -> Typed:
    """The form without some of its lines, for the people who are left."""
    left: Typed = MultiDict()
    for name in sent:
        line = LINE_FIELD.fullmatch(name)
        if not (line and line[1] in dropped):
            left.setlist(name, sent.getlist(name))
    left.setlist(WHOSE, [one for one in sent.getlist(WHOSE) if row_id(one) in kept])
    return left


def _ticked(sent: Typed) -> list[int]:
    read = (row_id(one) for one in sent.getlist(WHOSE))
    return list(dict.fromkeys(one for one in read if one))


def _keyed(sent: Typed, ticked: list[int]) -> Iterator[tuple[str, int]]:
    """(key, whose) of each line, in the order of the people; who has none yet gets one.

    The lines of one person stay as the page has them: a key that came free is not the first again.
    """
    held = dict(_held(sent))
    keys = (f"l{number}" for number in range(1, LAST_KEY + 1))
    free = (key for key in keys if not held.get(key))
    wants_more = row_id(sent.get(MORE))
    for client_id in ticked:
        mine = [key for key, whose in held.items() if whose == client_id]
        fresh = 0 if mine else 1
        if client_id == wants_more:
            fresh += 1
        for key in (*mine, *(next(free, "") for _ in range(fresh))):
            if key:
                yield key, client_id


def _held(sent: Typed) -> Iterator[tuple[str, int | None]]:
    """(key, whose) of the lines that the page had."""
    for name in sent:
        line = LINE_FIELD.fullmatch(name)
        if line and line[2] == WHOSE:
            yield line[1], row_id(sent.get(name))


def _own(sent: Typed, key: str) -> Iterator[tuple[str, list[str]]]:
    prefix = f"{key}-"
    for name in sent:
        if name.startswith(prefix):
            yield name.removeprefix(prefix), sent.getlist(name)


def _shared(sent: Typed) -> Iterator[tuple[str, list[str]]]:
    return ((name, sent.getlist(name)) for name in sent if not LINE_FIELD.fullmatch(name))


def _filled(values: list[str] | None) -> bool:
    return any(value.strip() for value in values or ())


def _speaks(sent: Typed, key: str) -> bool:
    return any(_filled(sent.getlist(f"{key}-{name}")) for name in OF_LINE)


def _is_field(name: str) -> bool:
    line = LINE_FIELD.fullmatch(name)
    own = line[2] if line else name
    is_known = isinstance(getattr(FilingForm, own, None), UnboundField) and own not in OF_THE_PAGE
    return is_known and (line is None or own in (WHOSE, *OF_LINE, *BESIDE))


def _is_told(name: str) -> bool:
    line = LINE_FIELD.fullmatch(name)
    return is_told_name(line[2] if line else name) and not _is_field(name)
