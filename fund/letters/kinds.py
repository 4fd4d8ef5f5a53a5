"""The kinds of letter of the fund, and what each must hold. Reads no row."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

import core.letters
from core.letters import letters
from core.letters.letters import Body, LetterKind
from fund.letters import composing
from fund.letters.slot import (
    APPEAL_INFO,
    GRANT,
    NOT_RATIFIED,
    PARTIAL,
    PROVIDER,
    PROVIDER_OVER,
    QUESTION,
    RATIFIED,
    RECOVERY,
    REFUSAL,
)  # fmt: skip

TEMPLATE: Final = Path(core.letters.__file__).with_name("office.typ")

_EVERY = ("addressee", "address", "service", "sender_lines", "window_line", "file_number",
          "request_number", "asked_on", "person", "what", "worker", "contact", "signatories",
          "opening", "closing")  # fmt: skip
_DECISION = (*_EVERY, "decided_on", "decided_by", "reasons", "rule", "delegation", "questions",
             "file_right", "appeal", "court_name", "court_address")  # fmt: skip
_GRANT = (*_DECISION, "amount", "calculation", "payment")
_RIGHTS = ("questions", "file_right", "appeal", "court_name", "court_address")
_MEETING = (*_EVERY, *_RIGHTS, "decided_on", "delegation", "amount", "body", "held_on", "stays")
_RECOVERY = (*_EVERY, *_RIGHTS, "decided_on", "delegation", "amount", "rule", "finding", "ground",
             "total", "calculation", "prescription", "waiver", "spread")  # fmt: skip
_APPEAL_INFO = (*_EVERY, "decided_on", "questions", "appeal", "court_name", "court_address",
                "until_known", "until_unknown")  # fmt: skip
_PROVIDER = ("addressee", "window_line", "person", "what", "amount", "request_number",
             "invoice_lines", "opening", "answer", "closing")  # fmt: skip
_PROVIDER_OVER = (
    "addressee",
    "window_line",
    "person",
    "what",
    "request_number",
    "opening",
    "closing",
)


def _kind(
    code: str,
    title: LazyString,
    required: tuple[str, ...],
    compose: Callable[[Mapping[str, Any]], Body],
    *,
    neutral: bool = False,
) -> LetterKind:
    kind = LetterKind(f"fund.{code}", title, required, compose, neutral=neutral, template=TEMPLATE)
    return letters.register(kind)


KINDS: Final[Mapping[str, LetterKind]] = {
    GRANT: _kind(GRANT, _l("We pay what you asked"), _GRANT, composing.decision),
    PARTIAL: _kind(PARTIAL, _l("We pay a part of what you asked"), _GRANT, composing.decision),
    REFUSAL: _kind(REFUSAL, _l("We cannot pay what you asked"), _DECISION, composing.decision),
    QUESTION: _kind(
        QUESTION, _l("A question about your request"), (*_EVERY, "question", "answer_by", "answer"), composing.question,
    ),
    RATIFIED: _kind(RATIFIED, _l("Your urgent help is confirmed"), _MEETING, composing.meeting),
    NOT_RATIFIED: _kind(
        NOT_RATIFIED, _l("Your urgent help is not confirmed"),
        (*_MEETING, "why_not", "kept", "freed", "freed_amount"), composing.meeting,
    ),
    RECOVERY: _kind(RECOVERY, _l("We ask money back"), _RECOVERY, composing.recovery),
    APPEAL_INFO: _kind(APPEAL_INFO, _l("How to appeal"), _APPEAL_INFO, composing.appeal_info),
    PROVIDER: _kind(PROVIDER, _l("Confirmation of payment"), _PROVIDER, composing.provider, neutral=True),
    PROVIDER_OVER: _kind(
        PROVIDER_OVER, _l("Our confirmation no longer holds"), _PROVIDER_OVER, composing.provider_over, neutral=True,
    ),
}  # fmt: skip
# Letters that tell the client what was decided: with them the terms run.
DECIDING: Final = (GRANT, PARTIAL, REFUSAL)
# Letters with a decision that one may appeal: from each of them the term runs anew.
APPEALABLE: Final = (*DECIDING, NOT_RATIFIED, RECOVERY)
