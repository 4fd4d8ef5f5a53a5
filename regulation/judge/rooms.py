"""Caps applied to an amount, purely, in the regulation room: every room takes its turn, then is booked."""

from regulation.findings.assessment import CapState, Kind, Remark
from regulation.judge.calculation import Calculation, total_of
from regulation.judge.caps import Room


def apply_caps(
    sums: Calculation, rooms: tuple[Room, ...], unknown: frozenset[str], instalment_of: str
) -> None:
    """Every matching cap takes its turn, so the smallest room decides."""
    if sums.at_cents or sums.left_open or sums.is_shared:
        sums.missing |= unknown
        for room in rooms:
            _apply(sums, room, instalment_of)


def keep_pieces(sums: Calculation, rooms: tuple[Room, ...], instalment_of: str) -> None:
    """Of more pieces than may still be had, the dearest. That none is left is said after the amount."""
    for room in rooms:
        own = room.own
        counts = own.of_pieces and sums.at_cents and not _is_known(room, instalment_of)
        if counts and 0 < own.left_count < len(sums.pieces):
            dearest = sorted(sums.pieces, key=lambda piece: piece.cents, reverse=True)
            sums.pieces = dearest[: own.left_count]
            sums.step(_pieces_left(own), total_of(sums.pieces))
            sums.base_cents = sums.most_cents = sums.at_cents


def booked(rooms: tuple[Room, ...], cents: int) -> tuple[CapState, ...]:
    """Every room with what an amount takes of it."""
    return tuple(state for room in rooms for state in room.booked(cents))


def _apply(sums: Calculation, room: Room, instalment_of: str) -> None:
    own = room.own
    if own.is_full and not _is_known(room, instalment_of):
        times = _said_of(own, Kind.COUNT, {"count": own.count or 0, "title": own.title})
        sums.step(_pieces_left(own) if own.of_pieces else times, 0)
        sums.most_cents = 0
    if own.is_open:
        if sums.at_cents:
            sums.most_cents = min(sums.most_cents, sums.at_cents)
            sums.leave_open(_said_of(own, Kind.OPEN, {}))
        return
    if own.limit_cents is None:
        return
    if (sums.most_cents if sums.left_open else sums.at_cents) > room.left_cents:
        sums.missing |= room.beyond
    sums.most_cents = min(sums.most_cents, room.left_cents)
    if not sums.left_open:
        params: dict[str, str | int] = {
            "title": own.title,
            "left": room.left_cents,
            "limit": own.limit_cents,
        }
        sums.step(_said_of(own, Kind.CAP, params), min(sums.at_cents, room.left_cents))


def _is_known(room: Room, instalment_of: str) -> bool:
    """Is this one more instalment of what was counted already?"""
    return bool(instalment_of) and instalment_of in room.instalments


def _pieces_left(cap: CapState) -> Remark:
    params: dict[str, str | int] = {"title": cap.title, "count": cap.count or 0}
    return _said_of(cap, Kind.PIECES, {**params, "left": cap.left_count})


def _said_of(cap: CapState, kind: Kind, params: dict[str, str | int]) -> Remark:
    return Remark(kind=kind, params=params, article=cap.article, words=cap.words)
