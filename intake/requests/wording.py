"""The words for what can become of a request in intake: states, events, whose turn. It decides nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.money import show_cents
from intake.asking.asked import PAYS
from intake.requests.life import (
    CONFIRMING,
    FORWARDED,
    GIVEN,
    GRANTED,
    NOT_RATIFIED,
    NOTIFIED,
    PARTLY_GRANTED,
    REFUSED,
    SUBMITTED,
    TAKEN_OVER,
    WAITING,
    WITHDRAWN,
)
from terms.lists import PAYER_ANSWERS, PAYERS, label_of

STATE_WORDS: Final[Mapping[str, LazyString]] = {
    SUBMITTED: _l("Submitted"),
    WAITING: _l("Waiting for information"),
    CONFIRMING: _l("Waiting for a second approver"),
    GRANTED: _l("Granted"),
    PARTLY_GRANTED: _l("Partly granted"),
    REFUSED: _l("Refused"),
    NOTIFIED: _l("Letter sent"),
    WITHDRAWN: _l("Withdrawn"),
    TAKEN_OVER: _l("Taken over"),
    FORWARDED: _l("Forwarded"),
    NOT_RATIFIED: _l("Not ratified"),
}
STATE_TONES: Final[Mapping[str, str]] = {
    SUBMITTED: "blue",
    WAITING: "amber",
    CONFIRMING: "amber",
    GRANTED: "green",
    PARTLY_GRANTED: "green",
    REFUSED: "red",
    NOTIFIED: "neutral",
    WITHDRAWN: "neutral",
    TAKEN_OVER: "neutral",
    FORWARDED: "neutral",
    NOT_RATIFIED: "red",
}
EVENT_WORDS: Final[Mapping[str, LazyString]] = {
    "submit": _l("Submitted"),
    "ask": _l("Question asked"),
    "answer": _l("Question answered"),
    "correct": _l("Corrected"),
    "add": _l("Information added"),
    "grant": _l("Granted"),
    "grant_partly": _l("Partly granted"),
    "refuse": _l("Refused"),
    "give_first": _l("Decided by the first approver"),
    "send_back": _l("Sent back for a new decision"),
    "send_on": _l("Sent to another body"),
    "recuse": _l("Stepped back"),
    "lift_recusal": _l("Stepping back was lifted"),
    "grant_at_counter": _l("Granted at the counter"),
    "register": _l("Registered"),
    "undo": _l("Decision undone"),
    "revise_grant": _l("Revised: granted"),
    "revise_partly": _l("Revised: partly granted"),
    "revise_refuse": _l("Revised: refused"),
    "revise_first": _l("Revision ruled by the first approver"),
    "revise_back": _l("Revision sent back"),
    "notify": _l("Letter sent"),
    "withdraw": _l("Withdrawn"),
    "take_over": _l("Taken over"),
    "forward": _l("Forwarded to another centre"),
    "vote_grant": _l("Granted by the meeting"),
    "vote_partly": _l("Partly granted by the meeting"),
    "vote_refuse": _l("Refused by the meeting"),
    "vote_revise_grant": _l("Revised by the meeting: granted"),
    "vote_revise_partly": _l("Revised by the meeting: partly granted"),
    "vote_revise_refuse": _l("Revised by the meeting: refused"),
    "retract_vote": _l("Vote recorded anew"),
    "urgent_grant": _l("Granted urgently by the chair"),
    "urgent_partly": _l("Partly granted urgently by the chair"),
    "ratify": _l("Ratified by the meeting"),
    "not_ratify": _l("Not ratified by the meeting"),
}


def payer_in_words(payer: str, amount_cents: int, answer: str) -> str:
    """What another payer gives, or how far it is with them."""
    name = label_of(PAYERS, payer)
    if answer == PAYS:
        return f"{name}: {show_cents(amount_cents)}"
    if amount_cents:
        amount = show_cents(amount_cents)
        return str(_("%(payer)s: %(amount)s asked, no answer yet", payer=name, amount=amount))
    return f"{name}: {label_of(PAYER_ANSWERS, answer).lower()}"


def state_of(status: str, outcome: str | None) -> tuple[str, str]:
    """The word and the tone of a state; once the letter has left, the outcome is what counts."""
    shown = outcome if status == NOTIFIED and outcome else status
    return str(STATE_WORDS[shown]), STATE_TONES[shown]


def turn_of(status: str, kind: str, left_at: dt.datetime | None, worker: str) -> str:
    """Who must act now, or nothing when nobody must."""
    if status == SUBMITTED:
        return str(_("the approver"))
    if status == CONFIRMING:
        return str(_("the second approver"))
    if status == WAITING:
        return worker
    if status in GIVEN and kind == "discount" and left_at is None:
        return str(_("%(name)s, to hand over the proof", name=worker))
    # A discount goes with its proof alone; all else needs a letter, a revision once more.
    if status in (*GIVEN, REFUSED) and (left_at is None or kind != "discount"):
        return str(_("the service, to send the letter"))
    return ""


def days_left(due_on: dt.date, today: dt.date) -> int:
    """How long the term still runs; below zero when it is past."""
    return (due_on - today).days
