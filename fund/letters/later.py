"""Verbs of letters that come after a decision: it was ratified or not, how to appeal. They commit nothing."""

import datetime as dt
from typing import Any

from flask_babel import gettext as _

from core import audit
from core.errors import RuleBroken
from fund.letters.actions import new_letter, say, to_be_told
from fund.letters.models import Dispatch
from fund.letters.queries import deciding_letter, last_sent, unsent_of
from fund.letters.slot import APPEAL_INFO, NOT_RATIFIED, RATIFIED, RECOVERY
from fund.models import Decision
from fund.queries import decision_needed
from intake.requests.models import Request


def issue_ratification(
    decision: Decision,
    *,
    ratified: bool,
    body: str,
    held_on: dt.date,
    kept_cents: int = 0,
    freed_cents: int = 0,
    reasons: str = "",
) -> Dispatch:
    """The body looked at an urgent grant of the chair: the client hears it, with what stays and what is freed.

    `body` is a code of terms.rule_lists.BODIES; `kept_cents` was spent already, `freed_cents` is not
    paid any more. RuleBroken where it was not ratified and nobody says why.
    """
    if not ratified and not reasons.strip():
        raise RuleBroken(_("Say why it was not ratified. The client reads it."), field="reasons")
    words = {"body": body, "held_on": held_on, "why_not": "" if ratified else reasons.strip()}
    money = {"kept_cents": kept_cents, "freed_cents": freed_cents}
    kind = RATIFIED if ratified else NOT_RATIFIED
    if not ratified:
        to_be_told(decision, held_on)
    return new_letter(decision.request, kind, {**words, **money}, decision=decision)


def issue_recovery(
    decision: Decision,
    *,
    total_cents: int,
    spent_cents: int,
    finding: str,
    ground: str,
    revises: Decision | None = None,
) -> Dispatch:
    """What was paid must come back, in whole or in part: how much, why, until when, how to be spared.

    `finding` says what was found, `ground` is a code of terms.rule_lists.RECOVERY_GROUNDS; `revises`
    is the decision by which it was paid, where the new one gives less. Where such a letter left
    before, this one says that it takes its place.
    """
    words: dict[str, Any] = {"finding": finding, "recovery_ground": ground}
    words |= _of_the_one_before(decision.request)
    money = {"total_cents": total_cents, "spent_cents": spent_cents}
    return new_letter(
        *(decision.request, RECOVERY, {**words, **money}), decision=decision, revises=revises
    )


def ask_nothing_back(request: Request) -> None:
    """A new decision leaves nothing to pay back: where a letter left that asked it, its own letter takes
    that back."""
    before, dispatch = _of_the_one_before(request), deciding_letter(request)
    if before and dispatch is not None:
        say(dispatch, before)


def _of_the_one_before(request: Request) -> dict[str, Any]:
    """The day that stands on the letter of recovery that left, if one did."""
    sent = last_sent(request, (RECOVERY,))
    return {} if sent is None else {"replaced_letter_on": sent.written_on}


def issue_appeal_information(request: Request) -> Dispatch:
    """The client asks how to appeal: a letter tells it. One that has not left yet is that letter.

    RuleBroken while the decision itself has not been told: its own letter says the same.
    """
    decision = decision_needed(request)
    if request.notified_on is None:
        raise RuleBroken(
            _("The letter with the decision has not left yet. It tells how to appeal.")
        )
    waiting = [one for one in unsent_of(request) if one.kind == APPEAL_INFO]
    if waiting:
        return waiting[0]
    dispatch = new_letter(request, APPEAL_INFO, decision=decision)
    audit.record("letter.appeal_info", kind="request", object_id=request.id)
    return dispatch
