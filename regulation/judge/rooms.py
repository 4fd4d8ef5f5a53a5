"""Caps applied to an amount, purely, in the regulation room: every room takes its turn, then is booked."""

from regulation.findings.assessment import CapState, Kind, Remark
from regulation.judge.calculation import Calculation
from regulation.judge.caps import Room


def apply_caps(
    sums: Calculation, rooms: tuple[Room, ...], unknown: frozenset[str], instalment_of: str
) -> None:
    """Every matching cap takes its turn, so the smallest room decides."""
    if sums.at_cents or sums.left_open:
        sums.missing |= unknown
        for room in rooms:
            _apply(sums, room, instalment_of)


def booked(rooms: tuple[Room, ...], cents: int) -> tuple[CapState, ...]:
    """Every room with what an amount takes of it."""
    return tuple(state for room in rooms for state in room.booked(cents))


def _apply(sums: Calculation, room: Room, instalment_of: str) -> None:
    own = room.own
    is_known_instalment = bool(instalment_of) and instalment_of in room.instalments
    if own.is_full and not is_known_instalment:
        sums.step(_said_of(own, Kind.COUNT, {"count": own.count or 0, "title": own.title}), 0)
        sums.most_cents = 0
    if own.is_open:
        if sums.at_cents:
            sums.most_cents = min(sums.most_cents, sums.at_cents)
            sums.leave_open(_said_of(own, Kind.OPEN, {}))
        return
    if own.limit_cents is None:
        return
    sums.most_cents = min(sums.most_cents, room.left_cents)
    if not sums.left_open:
        params: dict[str, str | int] = {
            "title": own.title,
            "left": room.left_cents,
            "limit": own.limit_cents,
        }
        sums.step(_said_of(own, Kind.CAP, params), min(sums.at_cents, room.left_cents))


def _said_of(cap: CapState, kind: Kind, params: dict[str, str | int]) -> Remark:
    return Remark(kind=kind, params=params, article=cap.article, words=cap.words)
