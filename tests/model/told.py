"""Whether what was decided is told, and only that: of what stands one letter, of what is gone none."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from core.db import db
from fund.letters.actions import KIND_OF
from fund.letters.kinds import DECIDING
from fund.letters.life import SENT, VOID
from fund.letters.models import Dispatch
from tests.model.plain import PlainRequest
from tests.model.plain_session import PlainCentre

GONE = ("withdrawn", "forwarded")


def told_once(plain: PlainCentre, ids: list[int], standing: dict[int, int]) -> None:
    """Of each request; `standing` is which decision holds for it."""
    columns = (Dispatch.request_id, Dispatch.decision_id, Dispatch.kind, Dispatch.stage)
    wanted = select(*columns).where(Dispatch.request_id.in_(ids), Dispatch.stage != VOID)
    letters = db.session.execute(wanted).all()
    for request_id, one in zip(ids, plain.requests, strict=True):
        mine = [letter for letter in letters if letter.request_id == request_id]
        _nothing_of_what_is_gone(one, mine)
        _what_stands(plain, one, mine, standing.get(request_id))


def _nothing_of_what_is_gone(one: PlainRequest, letters: list[Any]) -> None:
    unsent = [letter.kind for letter in letters if letter.stage != SENT]
    assert one.status not in GONE or not unsent, f"{one.status}, and these still leave: {unsent}"


def _what_stands(
    plain: PlainCentre, one: PlainRequest, letters: list[Any], decision_id: int | None
) -> None:
    deciding = [letter for letter in letters if letter.kind in DECIDING]
    of_another = [
        letter.kind
        for letter in deciding
        if letter.stage != SENT and letter.decision_id != decision_id
    ]
    assert not of_another, f"{one.status}, and of what does not stand: {of_another}"
    of_it = [letter.kind for letter in deciding if letter.decision_id == decision_id]
    if plain.is_decided(one):
        told = [KIND_OF[one.outcome]] if plain.is_told(one) else []
        assert of_it == told, f"{one.outcome}: letters {of_it} instead of {told}"
